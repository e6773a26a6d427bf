package app.loupe.domain;

/**
 * Writes to the log without letting a failure of the log stop what comes next: a program whose own files are gone, as
 * during an update, cannot even begin its log, and whoever waits for an answer must still get one.
 */
public final class Logging {
    private Logging() {}

    /** Writes a line, if that can be done. */
    public static void attempt(Runnable line) {
        try {
            line.run();
        } catch (RuntimeException | Error unwritten) {
            // the owner is told what the line was to say
            return;
        }
    }
}
