package app.loupe.app;

/**
 * Keeps something also where the process is ended from outside, as by the end of a desktop's session, in which no window is closed
 * first. Nothing is kept once it was closed.
 */
final class EndFromOutside implements AutoCloseable {
    private final Thread hook;

    /** From now on; {@code keep} runs on a thread of the shutdown, and may not take long. */
    EndFromOutside(Runnable keep) {
        hook = new Thread(keep, "end-from-outside");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // it is being kept
            return;
        }
    }
}
