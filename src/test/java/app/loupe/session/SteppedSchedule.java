package app.loupe.session;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ConnectionProfile.Kind;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.domain.SyncMode;
import app.loupe.sync.SyncProgress;
import app.loupe.sync.SyncRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A schedule over two clocks that a test moves by hand, and runs that end when it says so. */
final class SteppedSchedule implements SyncRunner {
    static final ConnectionId ACME = new ConnectionId("aaaa1111");
    static final ConnectionId OTHER = new ConnectionId("bbbb2222");
    static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    Instant wall = START;
    long nanos;
    SyncReport report = new SyncReport.Done(SyncCounts.NONE);
    final List<ConnectionId> ran = new ArrayList<>();
    final List<ConnectionId> verified = new ArrayList<>();
    final Deque<Runnable> waiting = new ArrayDeque<>();
    boolean slow;
    final Runs runs = new Runs(this, task -> {
        if (slow) {
            waiting.add(task);
        } else {
            task.run();
        }
    }, Runnable::run);
    final Schedule schedule;

    SteppedSchedule(Rhythm rhythm) {
        this(rhythm, 1);
    }

    SteppedSchedule(Rhythm rhythm, long seed) {
        schedule = new Schedule(runs, rhythm, new ElapsedTime(() -> wall, () -> nanos), new SplittableRandom(seed));
    }

    static SteppedSchedule hourly() {
        return new SteppedSchedule(Rhythm.USUAL);
    }

    @Override
    public SyncReport run(ConnectionId id, SyncMode mode, CancelToken cancel, Consumer<SyncProgress> progress) {
        ran.add(id);
        if (mode == SyncMode.VERIFY) {
            verified.add(id);
        }
        return cancel.isCancelled() ? new SyncReport.Cancelled(SyncCounts.NONE) : report;
    }

    static SyncReport failed(ProblemCode code) {
        return new SyncReport.Failed(SyncCounts.NONE, Problem.of(code));
    }

    static Schedule.Known known(ConnectionId id) {
        return known(id, null);
    }

    static Schedule.Known known(ConnectionId id, @Nullable RunRecord last) {
        return new Schedule.Known(new ConnectionProfile(id, Kind.ODOO, "Acme", null, null, "", null), last);
    }

    /** Both clocks go on, and somebody looks as often as he has to. */
    void pass(Duration time) {
        Duration left = time;
        while (left.isPositive()) {
            Duration step = left.compareTo(Schedule.LOOK) < 0 ? left : Schedule.LOOK;
            wall = wall.plus(step);
            nanos += step.toNanos();
            left = left.minus(step);
            schedule.look();
        }
    }

    /** How long it takes until the next run begins, to a look; whoever waits for more than two days waits for nothing. */
    Duration untilNextRun() {
        int before = ran.size();
        Duration waited = Duration.ZERO;
        while (ran.size() == before) {
            if (waited.compareTo(Duration.ofDays(2)) > 0) {
                throw new AssertionError("no run in two days");
            }
            pass(Schedule.LOOK);
            waited = waited.plus(Schedule.LOOK);
        }
        return waited;
    }
}
