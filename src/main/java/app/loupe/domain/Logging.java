package app.loupe.domain;

/**
 * Writes into the log what must not stand in the way of what comes next: a program whose own files are gone, as during an update,
 * cannot even begin its log, and who waits for an answer must hear of that.
 */
public final class Logging {
    private Logging() {}

    /** Writes a line, if that can be done. */
    public static void attempt(Runnable line) {
        try {
            line.run();
        } catch (RuntimeException | Error unwritten) {
            // what it was to say is told the owner
            return;
        }
    }
}
