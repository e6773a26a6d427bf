package app.loupe.domain;

/** How much of the work a problem stops. */
public enum Severity {
    /** Worth knowing; the work went on. */
    NOTICE,
    /** A part of the work is missing. */
    WARNING,
    /** The work did not happen. */
    ERROR
}
