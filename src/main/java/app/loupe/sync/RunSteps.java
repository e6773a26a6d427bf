package app.loupe.sync;

import app.loupe.domain.Blocking;
import app.loupe.domain.ProblemException;
import app.loupe.sync.SyncProgress.Step;
import java.util.function.Consumer;

/** Tells the owner where the run is, and keeps the requests that led there. Used by the run's own thread. */
final class RunSteps {
    private final Consumer<SyncProgress> listener;
    private final RunLog log;
    private Step step = Step.CONNECTING;
    private long done;
    private long total;

    RunSteps(Consumer<SyncProgress> listener, RunLog log) {
        this.listener = listener;
        this.log = log;
    }

    /** Begins a step; the total is 0 while it is not known. */
    void begin(Step next, long records) {
        step = next;
        done = 0;
        total = records;
        tell();
    }

    /** Notes that more records of this step are done. */
    @Blocking
    void through(int records) throws ProblemException {
        done += records;
        tell();
        log.keepSome();
    }

    /** Tells at most the total: what is asked for twice is counted twice, but there are no more records for that. */
    private void tell() {
        listener.accept(new SyncProgress(step, total == 0 ? done : Math.min(done, total), total));
    }
}
