package app.loupe.domain;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The moment until which Loupe waits for one answer, including everything on the way: finding the server, connecting, the
 * TLS greeting, sending, each line of the answer, pauses and further tries. It belongs to the asking thread, so that code
 * at any depth sees how much time is left. Measured on a monotonic clock.
 */
public final class Deadline {
    /** How long one question may take in all. */
    public static final Duration QUESTION = Duration.ofMinutes(2);

    private static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();

    private final LongSupplier nanoTime;
    private final Duration length;
    private final long end;

    private Deadline(LongSupplier nanoTime, Duration length) {
        this.nanoTime = nanoTime;
        this.length = length;
        this.end = nanoTime.getAsLong() + length.toNanos();
    }

    /** Work that is done before the deadline; it may throw one kind of checked exception. */
    @FunctionalInterface
    public interface Work<T, X extends Exception> {
        /** Does it. */
        T run() throws X;
    }

    /**
     * A deadline that long from now.
     *
     * @param nanoTime a clock like {@link System#nanoTime}
     */
    public static Deadline in(Duration length, LongSupplier nanoTime) {
        return new Deadline(nanoTime, length);
    }

    /** Does the work, on this thread, before this deadline. */
    public <T, X extends Exception> T during(Work<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).<T, X>call(work::run);
    }

    /** Does the work before this thread's deadline; when it has none, before one that long from now. */
    public static <T, X extends Exception> T within(Duration length, Work<T, X> work) throws X {
        return CURRENT.isBound() ? work.run() : in(length, System::nanoTime).during(work);
    }

    /**
     * Does a part of longer work, with the full time of this thread's deadline: each request of a walk without a known
     * end is a question of its own.
     */
    public static <T, X extends Exception> T anew(Work<T, X> part) throws X {
        if (!CURRENT.isBound()) {
            return part.run();
        }
        Deadline whole = CURRENT.get();
        return in(whole.length, whole.nanoTime).during(part);
    }

    /** The same work for another thread, with the deadline that this thread has now, if it has one. */
    public static <T, X extends Exception> Work<T, X> carried(Work<T, X> work) {
        if (!CURRENT.isBound()) {
            return work;
        }
        Deadline here = CURRENT.get();
        return () -> here.during(work);
    }

    /** A deadline for one try: that long from now, and no later than this one. */
    public Deadline atMost(Duration part) {
        Duration left = left();
        return in(part.compareTo(left) < 0 ? part : left, nanoTime);
    }

    /** How much is left; zero when it is over. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong()));
    }

    /** How much this thread's deadline leaves, and no more than {@code most}. */
    public static Duration left(Duration most) {
        if (!CURRENT.isBound()) {
            return most;
        }
        Duration left = CURRENT.get().left();
        return left.compareTo(most) < 0 ? left : most;
    }
}
