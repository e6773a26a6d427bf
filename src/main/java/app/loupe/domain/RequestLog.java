package app.loupe.domain;

/**
 * Receives every request of a reading session, also the failed and the refused ones; those of a probe or a test go to
 * none. Safe for use by several threads; must not throw.
 */
@FunctionalInterface
public interface RequestLog {
    /** Notes one request. */
    void add(RequestRecord request);
}
