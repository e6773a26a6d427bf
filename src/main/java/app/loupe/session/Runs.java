package app.loupe.session;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.FailureCode;
import app.loupe.domain.InAnyCase;
import app.loupe.domain.Logging;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.domain.SyncMode;
import app.loupe.sync.SyncProgress;
import app.loupe.sync.SyncRunner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether a run of a connection may begin: one at a time, none of a connection that is held because it is being
 * deleted or changed, and none any more after {@link #close}. The owner names a thread: all methods but {@link #stop} and
 * {@link #close} are called there, and listeners hear everything there.
 */
public final class Runs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    private final SyncRunner runner;
    private final Executor work;
    private final Executor owner;
    private final Map<ConnectionId, UnderWay> underWay = new ConcurrentHashMap<>();
    private final Map<ConnectionId, Integer> held = new HashMap<>();
    private final List<Listener> listeners = new ArrayList<>();
    private volatile boolean closed;

    /**
     * Runs by this runner.
     *
     * @param work where a run waits for its server; {@code Runnable::run} makes {@link #start} wait for the end
     * @param owner brings the end of a run to the owner's thread
     */
    public Runs(SyncRunner runner, Executor work, Executor owner) {
        this.runner = runner;
        this.work = work;
        this.owner = owner;
    }

    /** Is told about runs, on the owner's thread. */
    public interface Listener {
        /** A run has begun, or is farther. */
        void progressed(ConnectionId id, SyncProgress at);

        /** A run has ended; another may begin. */
        void ended(ConnectionId id, SyncReport report);
    }

    /** Tells this listener from now on, after those that listen already. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** Starts a run, whatever its listeners throw; nothing happens when it may not start. */
    public void start(ConnectionId id, SyncMode mode) {
        if (!mayStart(id)) {
            return;
        }
        var run = new UnderWay();
        underWay.put(id, run);
        if (closed) {
            run.cancel.cancel();
        }
        InAnyCase.all(List.of(() -> tell(listener -> listener.progressed(id, SyncProgress.BEGUN)),
                () -> begin(id, mode, run)));
    }

    private void begin(ConnectionId id, SyncMode mode, UnderWay run) {
        try {
            work.execute(() -> {
                SyncReport report = report(id, mode, run);
                owner.execute(() -> end(id, run, report));
            });
        } catch (RuntimeException | Error failure) {
            if (underWay.get(id) != run) {
                // it has come to its end, on this thread: what that has thrown is no concern of the run
                throw failure;
            }
            end(id, run, notBegun(id, failure));
        }
    }

    private static SyncReport notBegun(ConnectionId id, Throwable failure) {
        if (failure instanceof RejectedExecutionException) {
            Logging.attempt(() -> LOG.info("sync {} not begun: everything is closing", id));
            return new SyncReport.Cancelled(SyncCounts.NONE);
        }
        // as where the system gives no more threads
        return failed(id, failure);
    }

    /** Each of them hears it; what one has thrown goes on to the caller then. */
    private void tell(Consumer<Listener> news) {
        InAnyCase.all(List.copyOf(listeners).stream().map(listener -> (Runnable) () -> news.accept(listener)).toList());
    }

    private SyncReport report(ConnectionId id, SyncMode mode, UnderWay run) {
        try {
            return runner.run(id, mode, run.cancel, run.latest::set);
        } catch (ProblemException refused) {
            Logging.attempt(() -> LOG.info("sync {} ended with {}", id, refused.problem().code().key()));
            return SyncReport.ofProblem(SyncCounts.NONE, refused.problem(), run.cancel);
        } catch (RuntimeException | Error unexpected) {
            return failed(id, unexpected);
        }
    }

    private static SyncReport failed(ConnectionId id, Throwable unexpected) {
        return new SyncReport.Failed(SyncCounts.NONE, FailureCode.logged(unexpected,
                code -> LOG.error("sync {} failed, code {}", id, code.value(), unexpected)).problem());
    }

    private void end(ConnectionId id, UnderWay run, SyncReport report) {
        underWay.remove(id);
        var last = new ArrayList<Runnable>();
        last.add(() -> tell(listener -> listener.ended(id, report)));
        // whoever waits for the end has waited for no listener
        last.addAll(run.afterwards);
        InAnyCase.all(last);
    }

    /** Whether {@link #start} would start a run. */
    public boolean mayStart(ConnectionId id) {
        return !closed && !underWay.containsKey(id) && !held.containsKey(id);
    }

    /** Whether a run of this connection is under way. */
    public boolean isRunning(ConnectionId id) {
        return underWay.containsKey(id);
    }

    /** Whether the run of this connection that is under way was asked to stop. */
    public boolean isStopping(ConnectionId id) {
        UnderWay run = underWay.get(id);
        return run != null && run.cancel.isCancelled();
    }

    /** Whether no run is under way. */
    public boolean isIdle() {
        return underWay.isEmpty();
    }

    /**
     * Tells how far the runs are that are farther than at the last time. Runs report as often as they like; who shows it
     * asks as often as an eye can follow.
     *
     * @return whether there was anything to tell
     */
    public boolean tellProgress() {
        boolean any = false;
        for (ConnectionId id : List.copyOf(underWay.keySet())) {
            UnderWay run = underWay.get(id);
            SyncProgress news = run == null ? null : run.latest.getAndSet(null);
            if (news != null) {
                any = true;
                tell(listener -> listener.progressed(id, news));
            }
        }
        return any;
    }

    /**
     * Stops the run of a connection, refuses new ones until each hold is {@link #release released}, and calls
     * back when none goes on: at once
     * when there is none. A connection that went away is never released.
     */
    public void hold(ConnectionId id, Runnable next) {
        held.merge(id, 1, Integer::sum);
        UnderWay run = underWay.get(id);
        if (run == null) {
            next.run();
        } else {
            run.afterwards.add(next);
            run.cancel.cancel();
        }
    }

    /** Takes one hold back; after the last of them runs of the connection start again. */
    public void release(ConnectionId id) {
        held.computeIfPresent(id, (key, holds) -> holds > 1 ? holds - 1 : null);
    }

    /** Asks a run to stop; its report follows when it has. May be called on any thread. */
    public void stop(ConnectionId id) {
        UnderWay run = underWay.get(id);
        if (run != null) {
            run.cancel.cancel();
        }
    }

    /** Whether {@link #close} was called. */
    public boolean isClosed() {
        return closed;
    }

    /** Asks every run to stop and lets none begin any more. May be called on any thread; does not wait. */
    @Override
    public void close() {
        closed = true;
        InAnyCase.all(underWay.values().stream().map(run -> (Runnable) run.cancel::cancel).toList());
    }

    private static final class UnderWay {
        private final CancelToken cancel = new CancelToken();
        private final AtomicReference<@Nullable SyncProgress> latest = new AtomicReference<>();
        private final List<Runnable> afterwards = new ArrayList<>();
    }
}
