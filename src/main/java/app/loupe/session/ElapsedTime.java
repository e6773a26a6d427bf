package app.loupe.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Counts the time that passes, also while the computer sleeps. The monotonic clock never goes back, but stands still in
 * sleep on Linux and macOS; the wall clock goes on there, but may be set. So the wall clock is believed only when it is
 * far ahead of the monotonic one, and setting the clock back stops nothing. Used on one thread.
 */
public final class ElapsedTime {
    /**
     * The least lead of the wall clock that counts as sleep. Corrections of a clock are smaller, and a shorter sleep
     * delays nothing by more than this.
     */
    static final Duration JUMP = Duration.ofMinutes(2);

    private final InstantSource wall;
    private final LongSupplier nanoTime;
    private Instant lastWall;
    private long lastNanos;
    private Duration elapsed = Duration.ZERO;

    /**
     * Counts from now on.
     *
     * @param nanoTime a clock like {@link System#nanoTime}
     */
    public ElapsedTime(InstantSource wall, LongSupplier nanoTime) {
        this.wall = wall;
        this.nanoTime = nanoTime;
        this.lastWall = wall.instant();
        this.lastNanos = nanoTime.getAsLong();
    }

    /** The time since the beginning; never goes back. */
    public Duration now() {
        Instant shown = wall.instant();
        long nanos = nanoTime.getAsLong();
        Duration ticked = Duration.ofNanos(nanos - lastNanos);
        Duration moved = Duration.between(lastWall, shown);
        elapsed = elapsed.plus(moved.compareTo(ticked.plus(JUMP)) > 0 ? moved : ticked);
        lastWall = shown;
        lastNanos = nanos;
        return elapsed;
    }

    /** The time since that moment of the wall clock; zero when it is still to come. */
    Duration since(Instant moment) {
        Duration ago = Duration.between(moment, wall.instant());
        return ago.isNegative() ? Duration.ZERO : ago;
    }

    /** The time until that moment of the wall clock; zero when it has passed. */
    Duration until(Instant moment) {
        Duration left = Duration.between(wall.instant(), moment);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** What the wall clock will show then, if nobody sets it. */
    Instant at(Duration then) {
        return wall.instant().plus(then.minus(now()));
    }
}
