package app.loupe.app;

/**
 * Does one last thing when the process is told to end before this is closed: Linux and macOS ask it to when its user logs out. A
 * process that is killed, or whose display goes first, does nothing any more, nor does a window on Windows at a logout.
 */
final class EndOfProcess implements AutoCloseable {
    private final Thread hook;

    private EndOfProcess(Thread hook) {
        this.hook = hook;
    }

    /** Has this done; it must be short, and may come while anything else goes on. */
    static EndOfProcess doing(Runnable last) {
        var hook = new Thread(last, "end");
        Runtime.getRuntime().addShutdownHook(hook);
        return new EndOfProcess(hook);
    }

    /** It is done elsewhere by now. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // it is being done
        }
    }
}
