package app.loupe.domain;

/**
 * A failure that tells what the log may show of it beside its place: its name and codes, never a value. Of any other
 * failure the log shows only the class and never the message.
 */
public interface LoggedFailure {
    /** One line with names and codes only. */
    String inLog();
}
