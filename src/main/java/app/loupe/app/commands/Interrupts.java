package app.loupe.app.commands;

/** Tells running work that the owner pressed Ctrl+C or that the system is shutting down. */
@FunctionalInterface
public interface Interrupts {
    /**
     * Runs the action when interrupted. Where the process itself is to end, its end is held back, for some seconds at most,
     * until the watch is closed, so that the work can still say how far it came.
     */
    Watch watch(Runnable onInterrupt);

    /** Open while the work runs. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
