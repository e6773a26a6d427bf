package app.loupe.domain;

/**
 * A failure that says what may stand of it in the log, beside where it happened: its name and codes, never a value. Of any
 * other only the class stands there, whatever its message says.
 */
public interface LoggedFailure {
    /** One line, of names and codes alone. */
    String inLog();
}
