package app.loupe.ui.connections;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Problem;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncReport;
import app.loupe.session.NextRun;
import app.loupe.session.Runs;
import app.loupe.session.Schedule;
import app.loupe.domain.SyncMode;
import app.loupe.sync.SyncProgress;
import app.loupe.ui.common.SyncControl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;

/**
 * The runs as the window shows them: those of the chosen connections under one button, their progress five times a
 * second. What may run when is decided by {@link Runs} and {@link Schedule}. All methods are called on the FX thread and
 * never wait.
 */
public final class SyncRuns {
    /** From one look at the runs to the next. */
    static final Duration TICK = Duration.millis(200);

    private final Runs runs;
    private final Schedule schedule;
    private final List<Listener> listeners = new ArrayList<>();
    private final Timeline ticker = new Timeline(new KeyFrame(TICK, event -> tick()));
    private final ReadOnlyBooleanWrapper chosenRunning = new ReadOnlyBooleanWrapper();
    private final Map<ConnectionId, SyncMode> asked = new HashMap<>();
    /** What begins again once it is known which connections there are. */
    private final Map<ConnectionId, SyncMode> interrupted = new HashMap<>();
    /** Why the last run of a connection failed, if it did. */
    private final Map<ConnectionId, Problem> failed = new HashMap<>();
    private final ReadOnlyObjectWrapper<Optional<Problem>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<ConnectionId> chosen = List.of();

    /** Shows these runs and their schedule; both are owned by the FX thread. */
    public SyncRuns(Runs runs, Schedule schedule) {
        this.runs = runs;
        this.schedule = schedule;
        ticker.setCycleCount(Timeline.INDEFINITE);
        runs.listen(new Runs.Listener() {
            @Override
            public void progressed(ConnectionId id, SyncProgress at) {
                SyncRuns.this.progressed(id, at);
            }

            @Override
            public void ended(ConnectionId id, SyncReport report) {
                SyncRuns.this.ended(id, report);
            }
        });
    }

    /** Is told about runs, on the FX thread, as far as it listens. */
    public interface Listener extends Runs.Listener {
        @Override
        default void progressed(ConnectionId id, SyncProgress at) {}

        @Override
        default void ended(ConnectionId id, SyncReport report) {}

        /** The local copy of at least one connection changed: at most five times a second while runs go on. */
        default void copyChanged() {}
    }

    /** Tells this listener from now on. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** Starts a run because the owner asks; nothing happens when it may not start. */
    public void start(ConnectionId id) {
        ask(id, SyncMode.CHANGES);
    }

    private void ask(ConnectionId id, SyncMode mode) {
        if (mayStart(id)) {
            asked.put(id, mode);
        }
        runs.start(id, mode);
    }

    /** Whether the owner asked for the run that is under way or has just ended; otherwise it began by itself. */
    public boolean isAsked(ConnectionId id) {
        return asked.containsKey(id);
    }

    /** Compares a copy with Odoo because the owner asks; nothing happens when no run may start. */
    public void verify(ConnectionId id) {
        ask(id, SyncMode.VERIFY);
    }

    /** Asks a run to stop; its report follows when it has. */
    public void stop(ConnectionId id) {
        runs.stop(id);
    }

    /** Whether {@link #start} would start a run. */
    public boolean mayStart(ConnectionId id) {
        return runs.mayStart(id);
    }

    /** Ends the run of a connection and refuses others; see {@link Runs#hold}. */
    public void hold(ConnectionId id, Runnable next) {
        runs.hold(id, next);
    }

    /** Lets runs of a held connection start again. */
    public void release(ConnectionId id) {
        runs.release(id);
    }

    /**
     * The runs that the owner asked for and that nobody has asked to stop: what {@link #close} would end before its time. To be
     * given to {@link #goOn} of whoever comes afterwards.
     */
    public Map<ConnectionId, SyncMode> unfinished() {
        var unfinished = new HashMap<>(interrupted);
        asked.forEach((id, mode) -> {
            if (runs.isRunning(id) && !runs.isStopping(id)) {
                unfinished.put(id, mode);
            }
        });
        return unfinished;
    }

    /** Begins these again, as asked for, once it is known that their connections are still there. */
    public void goOn(Map<ConnectionId, SyncMode> unfinished) {
        interrupted.putAll(unfinished);
    }

    /** Asks every run to stop and starts none any more, when the window closes. */
    public void close() {
        runs.close();
    }

    /** Whether a run of this connection is under way. */
    public boolean isRunning(ConnectionId id) {
        return runs.isRunning(id);
    }

    /** Tells the schedule which connections there are. */
    void know(List<Schedule.Known> connections) {
        interrupted.keySet().retainAll(connections.stream().map(known -> known.profile().id()).toList());
        schedule.know(connections);
        failed.keySet().retainAll(connections.stream().map(known -> known.profile().id()).toList());
        connections.forEach(known -> {
            RunRecord last = known.last();
            if (last != null && last.report() != null) {
                noteFailure(known.profile().id(), last.report());
            }
        });
        restate();
    }

    /** Tells the schedule of a new connection. */
    void add(ConnectionProfile profile) {
        schedule.add(new Schedule.Known(profile, null));
    }

    /** Starts what was interrupted, and what is due. */
    void startDue() {
        Map<ConnectionId, SyncMode> again = Map.copyOf(interrupted);
        interrupted.clear();
        again.forEach(this::ask);
        schedule.look();
    }

    /** When a connection syncs by itself the next time; empty when it never does. */
    Optional<NextRun> next(ConnectionId id) {
        return schedule.next(id);
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

    /** Compares the copies of those chosen connections with Odoo that may start a run. */
    public void verifyChosen() {
        chosen.forEach(this::verify);
    }

    private void stopChosen() {
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
            public ObservableValue<Optional<Problem>> failure() {
                return failure.getReadOnlyProperty();
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

    private void noteFailure(ConnectionId id, SyncReport report) {
        if (report instanceof SyncReport.Failed failure) {
            failed.put(id, failure.problem());
        } else {
            failed.remove(id);
        }
    }

    private void progressed(ConnectionId id, SyncProgress at) {
        ticker.play();
        restate();
        List.copyOf(listeners).forEach(listener -> listener.progressed(id, at));
    }

    private void ended(ConnectionId id, SyncReport report) {
        if (runs.isIdle()) {
            ticker.stop();
        }
        noteFailure(id, report);
        restate();
        List.copyOf(listeners).forEach(listener -> listener.ended(id, report));
        asked.remove(id);
        List.copyOf(listeners).forEach(Listener::copyChanged);
    }

    /** Tells what is new since the last look. */
    void tick() {
        if (runs.tellProgress()) {
            List.copyOf(listeners).forEach(Listener::copyChanged);
        }
    }

    private void restate() {
        chosenRunning.set(chosen.stream().anyMatch(runs::isRunning));
        failure.set(chosenRunning.get()
                ? Optional.empty()
                : chosen.stream().map(failed::get).filter(Objects::nonNull).findFirst());
    }
}
