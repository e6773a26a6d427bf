package app.loupe.app.commands;

/** Tells running work that the owner pressed Ctrl+C or that the system is shutting down. */
@FunctionalInterface
public interface Interrupts {
    /**
     * Runs the action when interrupted while the watch is open. Where the process itself is to end, its end is held back then, for
     * some seconds at most, until the whole command has ended and said how far it came.
     */
    Watch watch(Runnable onInterrupt);

    /** Open while the work runs. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
