package app.loupe.ui.connections;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.sync.SyncMode;
import app.loupe.sync.SyncProgress;
import app.loupe.sync.SyncRunner;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.SyncControl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The runs that are under way: at most one per connection, and none of a connection that is held because it is being
 * deleted or changed. Each is a background task. Progress comes from the run's thread as often as it likes and is
 * looked at five times a second. All methods are called on the FX thread and never wait.
 */
public final class SyncRuns {
    /** From one look at the runs to the next. */
    static final Duration TICK = Duration.millis(200);

    private final SyncRunner runner;
    private final Background background;
    private final Map<ConnectionId, Run> runs = new LinkedHashMap<>();
    private final Set<ConnectionId> held = new HashSet<>();
    private final List<Listener> listeners = new ArrayList<>();
    private final Timeline ticker = new Timeline(new KeyFrame(TICK, event -> tick()));
    private final ReadOnlyBooleanWrapper chosenRunning = new ReadOnlyBooleanWrapper();
    private List<ConnectionId> chosen = List.of();

    /** Runs by this runner, in this background. */
    public SyncRuns(SyncRunner runner, Background background) {
        this.runner = runner;
        this.background = background;
        ticker.setCycleCount(Timeline.INDEFINITE);
    }

    /** Is told about runs, on the FX thread. */
    public interface Listener {
        /** A run has begun, or is farther. */
        void progressed(ConnectionId id, SyncProgress at);

        /** A run has ended. */
        void ended(ConnectionId id, SyncReport report);

        /** The local copy of at least one connection changed: at most five times a second while runs go on. */
        default void copyChanged() {}
    }

    /** Tells this listener from now on. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** Starts a run; nothing happens when one of this connection is under way, or when it is held. */
    public void start(ConnectionId id) {
        if (!mayStart(id)) {
            return;
        }
        var run = new Run();
        runs.put(id, run);
        background.run("sync", () -> runner.run(id, SyncMode.CHANGES, run.cancel, run::progress))
                .onSuccess(report -> end(id, run, report)).onProblem(problem -> end(id, run, reportOf(problem)))
                .start();
        listeners.forEach(listener -> listener.progressed(id, SyncProgress.BEGUN));
        ticker.play();
        restate();
    }

    private static SyncReport reportOf(Problem problem) {
        return problem.code() == ProblemCode.CANCELLED
                ? new SyncReport.Cancelled(SyncCounts.NONE)
                : new SyncReport.Failed(SyncCounts.NONE, problem);
    }

    /** Asks a run to stop; its report follows when it has. */
    public void stop(ConnectionId id) {
        Run run = runs.get(id);
        if (run != null) {
            run.cancel.cancel();
        }
    }

    /** Whether {@link #start} would start a run. */
    public boolean mayStart(ConnectionId id) {
        return !runs.containsKey(id) && !held.contains(id);
    }

    /**
     * Stops the run of a connection, refuses new ones until {@link #release}, and calls back when none goes on: at once
     * when there is none. A connection that went away is never released.
     */
    public void hold(ConnectionId id, Runnable next) {
        held.add(id);
        Run run = runs.get(id);
        if (run == null) {
            next.run();
        } else {
            run.afterwards.add(next);
            run.cancel.cancel();
        }
    }

    /** Lets runs of a held connection start again. */
    public void release(ConnectionId id) {
        held.remove(id);
    }

    /** Asks every run to stop, when the window closes. */
    public void stopAll() {
        List.copyOf(runs.keySet()).forEach(this::stop);
    }

    /** Whether a run of this connection is under way. */
    public boolean isRunning(ConnectionId id) {
        return runs.containsKey(id);
    }

    /** Names the connections that the sync button and the keyboard mean. */
    public void choose(List<ConnectionId> ids) {
        chosen = List.copyOf(ids);
        restate();
    }

    /** Starts runs of those chosen connections that may start one. */
    public void startChosen() {
        chosen.forEach(this::start);
    }

    /** Stops the runs of the chosen connections. */
    public void stopChosen() {
        chosen.forEach(this::stop);
    }

    /** Whether a run of a chosen connection is under way. */
    public ReadOnlyBooleanProperty chosenRunning() {
        return chosenRunning.getReadOnlyProperty();
    }

    /** The runs of the chosen connections, for a screen's own button. */
    public SyncControl control() {
        return new SyncControl() {
            @Override
            public ObservableBooleanValue running() {
                return chosenRunning();
            }

            @Override
            public void start() {
                startChosen();
            }

            @Override
            public void stop() {
                stopChosen();
            }
        };
    }

    private void end(ConnectionId id, Run run, SyncReport report) {
        runs.remove(id);
        if (runs.isEmpty()) {
            ticker.stop();
        }
        restate();
        List.copyOf(listeners).forEach(listener -> listener.ended(id, report));
        List.copyOf(listeners).forEach(Listener::copyChanged);
        run.afterwards.forEach(Runnable::run);
    }

    /** Tells what is new since the last look. */
    void tick() {
        boolean any = false;
        for (var entry : List.copyOf(runs.entrySet())) {
            SyncProgress now = entry.getValue().news();
            if (now != null) {
                any = true;
                listeners.forEach(listener -> listener.progressed(entry.getKey(), now));
            }
        }
        if (any) {
            listeners.forEach(Listener::copyChanged);
        }
    }

    private void restate() {
        chosenRunning.set(chosen.stream().anyMatch(runs::containsKey));
    }

    private static final class Run {
        private final CancelToken cancel = new CancelToken();
        private final AtomicReference<@Nullable SyncProgress> latest = new AtomicReference<>();
        private final List<Runnable> afterwards = new ArrayList<>();

        private void progress(SyncProgress at) {
            latest.set(at);
        }

        private @Nullable SyncProgress news() {
            return latest.getAndSet(null);
        }
    }
}
