package app.loupe.domain;

/**
 * Closes at the end of its block what has been opened only in part, and leaves open what has become whole by then. What the
 * closing throws is added to what kept it from becoming whole, and does not hide it. For one thread.
 *
 * @param <E> what the closing may throw
 */
public final class HalfOpen<E extends Exception> implements AutoCloseable {
    private final Closing<E> closing;
    private boolean isWhole;

    private HalfOpen(Closing<E> closing) {
        this.closing = closing;
    }

    /** Something that is closed in this way. */
    public static <E extends Exception> HalfOpen<E> closedBy(Closing<E> closing) {
        return new HalfOpen<>(closing);
    }

    /** Closes what was opened. */
    @FunctionalInterface
    public interface Closing<E extends Exception> {
        /** Once at the most. */
        void close() throws E;
    }

    /** It is whole: who is given it closes it. */
    public <T> T whole(T opened) {
        isWhole = true;
        return opened;
    }

    @Override
    public void close() throws E {
        if (!isWhole) {
            closing.close();
        }
    }
}
