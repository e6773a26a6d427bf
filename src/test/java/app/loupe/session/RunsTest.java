package app.loupe.session;

import static app.loupe.session.SteppedSchedule.ACME;
import static app.loupe.session.SteppedSchedule.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.domain.SyncMode;
import app.loupe.sync.SyncProgress;
import app.loupe.sync.SyncProgress.Step;
import app.loupe.sync.SyncRunner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RunsTest {
    private static final SyncReport DONE = new SyncReport.Done(SyncCounts.NONE);
    private static final SyncReport CANCELLED = new SyncReport.Cancelled(SyncCounts.NONE);

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final Deque<Runnable> owner = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();

    private Runs runs(SyncRunner runner) {
        return told(new Runs(runner, work::add, owner::add));
    }

    private Runs told(Runs runs) {
        runs.listen(new Runs.Listener() {
            @Override
            public void progressed(ConnectionId id, SyncProgress at) {
                told.add(id + " " + at.step().key() + " " + at.done());
            }

            @Override
            public void ended(ConnectionId id, SyncReport report) {
                told.add(id + " " + report.getClass().getSimpleName());
            }
        });
        return runs;
    }

    private static SyncRunner obedient() {
        return (id, mode, cancel, progress) -> cancel.isCancelled() ? CANCELLED : DONE;
    }

    private void settle() {
        while (!work.isEmpty() || !owner.isEmpty()) {
            (work.isEmpty() ? owner : work).remove().run();
        }
    }

    @Test
    void oneRunOfAConnectionAtATimeAndSeveralConnectionsTogether() {
        Runs runs = runs(obedient());
        runs.start(ACME, SyncMode.CHANGES);
        runs.start(ACME, SyncMode.FULL);
        runs.start(OTHER, SyncMode.CHANGES);
        assertThat(work).hasSize(2);

        work.remove().run();
        assertThat(runs.mayStart(ACME)).as("its end is not told yet").isFalse();
        settle();

        assertThat(told).containsExactly("aaaa1111 connecting 0", "bbbb2222 connecting 0", "aaaa1111 Done",
                "bbbb2222 Done");
        assertThat(runs.isIdle()).isTrue();
        assertThat(runs.mayStart(ACME)).isTrue();
    }

    @Test
    void everythingIsToldOnTheOwnersThreadAlone() {
        Runs runs = runs((id, mode, cancel, progress) -> {
            progress.accept(new SyncProgress(Step.INVOICES, 1, 9));
            progress.accept(new SyncProgress(Step.INVOICES, 2, 9));
            return DONE;
        });
        runs.start(ACME, SyncMode.CHANGES);
        told.clear();
        work.remove().run();
        assertThat(told).as("the run's own thread tells nobody").isEmpty();

        assertThat(runs.tellProgress()).isTrue();
        assertThat(runs.tellProgress()).as("nothing new").isFalse();
        assertThat(told).containsExactly("aaaa1111 invoices 2");
        settle();
        assertThat(told).last().isEqualTo("aaaa1111 Done");
    }

    @Test
    void whatIsHeldIsStoppedFirstAndStartsNoMoreUntilItIsReleased() {
        Runs runs = runs(obedient());
        runs.hold(OTHER, () -> told.add("at once"));
        runs.start(ACME, SyncMode.CHANGES);
        runs.hold(ACME, () -> told.add("deleting"));
        assertThat(told).containsExactly("at once", "aaaa1111 connecting 0");
        settle();
        runs.start(ACME, SyncMode.CHANGES);

        assertThat(told).containsExactly("at once", "aaaa1111 connecting 0", "aaaa1111 Cancelled", "deleting");
        runs.release(ACME);
        assertThat(runs.mayStart(ACME)).isTrue();
    }

    @Test
    void whatSeveralHoldStartsAfterTheLastHasLetGo() {
        Runs runs = runs(obedient());
        runs.hold(ACME, () -> told.add("one"));
        runs.hold(ACME, () -> told.add("other"));

        runs.release(ACME);
        assertThat(runs.mayStart(ACME)).isFalse();
        runs.release(ACME);
        assertThat(runs.mayStart(ACME)).isTrue();
        runs.release(ACME);
        runs.hold(ACME, () -> {});
        assertThat(runs.mayStart(ACME)).isFalse();
    }

    @Test
    void closingStopsWhatRunsAndLetsNothingBegin() {
        Runs runs = runs(obedient());
        runs.start(ACME, SyncMode.CHANGES);
        runs.close();
        runs.start(OTHER, SyncMode.CHANGES);
        settle();

        assertThat(told).containsExactly("aaaa1111 connecting 0", "aaaa1111 Cancelled");
    }

    @Test
    void stoppingMeansTheOneThatIsNamed() {
        Runs runs = runs(obedient());
        runs.start(ACME, SyncMode.CHANGES);
        runs.start(OTHER, SyncMode.CHANGES);
        runs.stop(OTHER);
        settle();

        assertThat(told).contains("aaaa1111 Done", "bbbb2222 Cancelled");
    }

    @Test
    void whateverARunThrowsIsAReportAndTheNextMayBegin() {
        var throwing = new ArrayDeque<SyncRunner>(List.of((id, mode, cancel, progress) -> {
            throw ProblemException.of(ProblemCode.KEY_MISSING);
        }, (id, mode, cancel, progress) -> {
            throw ProblemException.of(ProblemCode.CANCELLED);
        }, (id, mode, cancel, progress) -> {
            throw ProblemException.of(ProblemCode.FILES_CLOSED);
        }, (id, mode, cancel, progress) -> {
            throw new IllegalStateException("a secret");
        }, (id, mode, cancel, progress) -> {
            throw new StackOverflowError();
        }));
        var reports = new ArrayList<SyncReport>();
        var runs = new Runs((id, mode, cancel, progress) -> throwing.remove().run(id, mode, cancel, progress),
                Runnable::run, Runnable::run);
        runs.listen(new Runs.Listener() {
            @Override
            public void progressed(ConnectionId id, SyncProgress at) {}

            @Override
            public void ended(ConnectionId id, SyncReport report) {
                reports.add(report);
            }
        });
        for (int i = 0; i < 5; i++) {
            runs.start(ACME, SyncMode.CHANGES);
        }

        assertThat(reports).hasSize(5).startsWith(
                new SyncReport.Failed(SyncCounts.NONE, Problem.of(ProblemCode.KEY_MISSING)), CANCELLED, CANCELLED);
        assertThat(reports.subList(3, 5)).allSatisfy(report -> assertThat(report)
                .isInstanceOfSatisfying(SyncReport.Failed.class,
                        failed -> assertThat(failed.problem().code()).isEqualTo(ProblemCode.UNEXPECTED)));
    }

    /** Fails over everything that it is told. */
    private static void listenAndFail(Runs runs) {
        runs.listen(new Runs.Listener() {
            @Override
            public void progressed(ConnectionId id, SyncProgress at) {
                throw new IllegalStateException("progressed");
            }

            @Override
            public void ended(ConnectionId id, SyncReport report) {
                throw new IllegalStateException("ended");
            }
        });
    }

    @Test
    void whoListensAndFailsKeepsNeitherARunFromBeginningNorANewsFromOthers() {
        var runs = new Runs(obedient(), work::add, owner::add);
        listenAndFail(runs);
        told(runs);

        assertThatThrownBy(() -> runs.start(ACME, SyncMode.CHANGES)).hasMessage("progressed");
        runs.hold(ACME, () -> told.add("deleting"));
        work.remove().run();
        assertThatThrownBy(owner.remove()::run).hasMessage("ended");

        assertThat(told).containsExactly("aaaa1111 connecting 0", "aaaa1111 Cancelled", "deleting");
        assertThat(runs.isIdle()).isTrue();
    }

    @Test
    void whoListensAndFailsEndsARunOfTheSameThreadOnce() {
        Runs runs = told(new Runs(obedient(), Runnable::run, Runnable::run));
        listenAndFail(runs);

        assertThatThrownBy(() -> runs.start(ACME, SyncMode.CHANGES)).hasMessage("progressed")
                .satisfies(first -> assertThat(first.getSuppressed()).singleElement()
                        .satisfies(second -> assertThat(second).hasMessage("ended")));

        assertThat(told).containsExactly("aaaa1111 connecting 0", "aaaa1111 Done");
        assertThat(runs.isIdle()).isTrue();
    }

    /** As if everything were closing, which it is not: the run is through. */
    @Test
    void whoListensAndRefusesEndsARunOfTheSameThreadOnce() {
        Runs runs = told(new Runs(obedient(), Runnable::run, Runnable::run));
        runs.listen(new Runs.Listener() {
            @Override
            public void progressed(ConnectionId id, SyncProgress at) {}

            @Override
            public void ended(ConnectionId id, SyncReport report) {
                throw new RejectedExecutionException("by a listener");
            }
        });

        assertThatThrownBy(() -> runs.start(ACME, SyncMode.CHANGES)).hasMessage("by a listener");

        assertThat(told).containsExactly("aaaa1111 connecting 0", "aaaa1111 Done");
    }

    @Test
    void aRunThatCannotBeginHasFailedAndTheNextMayBegin() {
        var threads = new AtomicInteger();
        Runs runs = told(new Runs(obedient(), task -> {
            if (threads.getAndIncrement() == 0) {
                throw new InternalError("no thread");
            }
            work.add(task);
        }, owner::add));
        runs.start(ACME, SyncMode.CHANGES);
        assertThat(told).last().isEqualTo("aaaa1111 Failed");
        assertThat(runs.isIdle()).isTrue();

        runs.start(ACME, SyncMode.CHANGES);
        settle();
        assertThat(told).last().isEqualTo("aaaa1111 Done");
    }

    @Test
    void whatIsRefusedBecauseEverythingEndsIsOver() {
        Runs runs = told(new Runs(obedient(), task -> {
            throw new RejectedExecutionException();
        }, owner::add));
        runs.start(ACME, SyncMode.CHANGES);

        assertThat(runs.isIdle()).isTrue();
        assertThat(told).last().isEqualTo("aaaa1111 Cancelled");
    }
}
