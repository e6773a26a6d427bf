package app.loupe.domain;

/**
 * Closes something at the end of a block unless its opening succeeded by then. An exception of the closing is added to
 * the one that ended the opening, and does not hide it. For one thread.
 *
 * @param <E> what the closing may throw
 */
public final class HalfOpen<E extends Exception> implements AutoCloseable {
    private final Closing<E> closing;
    private boolean isWhole;

    private HalfOpen(Closing<E> closing) {
        this.closing = closing;
    }

    /** Closes with {@code closing} unless {@link #whole} is called before the end of the block. */
    public static <E extends Exception> HalfOpen<E> closedBy(Closing<E> closing) {
        return new HalfOpen<>(closing);
    }

    /** Closes what was opened in part. */
    @FunctionalInterface
    public interface Closing<E extends Exception> {
        /** Called at most once. */
        void close() throws E;
    }

    /** The opening succeeded: from now on whoever gets {@code opened} closes it. */
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
