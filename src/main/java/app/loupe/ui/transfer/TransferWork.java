package app.loupe.ui.transfer;

import app.loupe.domain.CancelToken;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemException;
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

    private final Background background;
    private final Wording wording;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.ASKING);
    private final ReadOnlyObjectWrapper<WorkProgress.At> progress = new ReadOnlyObjectWrapper<>(
            WorkProgress.At.START);
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private CancelToken running = new CancelToken();

    TransferWork(Background background, Wording wording) {
        this.background = background;
        this.wording = wording;
    }

    /** What is done. */
    @FunctionalInterface
    interface Work<T> {
        /** Does it. */
        T with(CancelToken cancel, Watcher watcher) throws ProblemException;
    }

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

    /** Begins; nothing happens while something is under way. */
    <T> void start(Work<T> work, Consumer<T> done) {
        if (state.get() != State.ASKING) {
            return;
        }
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
        background.run("transfer", () -> work.with(token, told::at)).onSuccess(result -> {
            done.accept(result);
            state.set(State.DONE);
        }).onProblem(this::failed).start();
    }

    private void failed(Problem problem) {
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
