package app.loupe.ui.transfer;

import app.loupe.domain.CancelToken;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.Transfers.Watcher;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.WorkProgress;
import app.loupe.ui.common.Wording;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Makes a transfer file, or brings one in, in the background, and says how far it is. On the FX thread; nothing here waits. */
final class TransferWork {
    /** How far it is. */
    enum State {
        /** The owner chooses. */
        ASKING,
        /** It goes on. */
        WORKING,
        /** It is being taken back. */
        STOPPING,
        /** It is done. */
        DONE
    }

    private final Wording wording;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.ASKING);
    private final ReadOnlyObjectWrapper<WorkProgress.At> progress = new ReadOnlyObjectWrapper<>(
            WorkProgress.At.START);
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private CancelToken running = new CancelToken();
    private boolean changed;

    TransferWork(Wording wording) {
        this.wording = wording;
    }

    /** What somebody who does the work looks at and tells. */
    record Watched(CancelToken cancel, Watcher watcher) {}

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<WorkProgress.At> progress() {
        return progress.getReadOnlyProperty();
    }

    /** Why it was not done; empty while nothing is wrong. */
    ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }

    /** Whether something is under way. */
    boolean isWorking() {
        return state.get() == State.WORKING || state.get() == State.STOPPING;
    }

    /** Whether what the window shows may be another now: it is done, or was done in part. */
    boolean hasChanged() {
        return changed;
    }

    /** Something begins now; ask {@link #isWorking} before. */
    Watched begin() {
        note.set("");
        progress.set(WorkProgress.At.START);
        state.set(State.WORKING);
        var token = new CancelToken();
        running = token;
        var told = new WorkProgress(at -> {
            if (token == running) {
                progress.set(at);
            }
        });
        return new Watched(token, told::at);
    }

    /** Starts what has begun; {@code done} is told what came of it. */
    <T> void start(Background.Order<T> order, Consumer<T> done) {
        order.onSuccess(result -> {
            done.accept(result);
            changed = true;
            state.set(State.DONE);
        }).onProblem(this::failed).start();
    }

    private void failed(Problem problem) {
        changed |= problem.code() == ProblemCode.TRANSFER_HALF;
        state.set(State.ASKING);
        note.set(problem.code().isEnd() ? wording.get("transfer.stopped") : wording.sentence(problem));
    }

    /** Takes back what is under way. */
    void stop() {
        if (state.get() == State.WORKING) {
            state.set(State.STOPPING);
        }
        running.cancel();
    }
}
