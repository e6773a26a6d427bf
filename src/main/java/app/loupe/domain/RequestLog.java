package app.loupe.domain;

/**
 * Receives every request of a reading session, also failed and refused ones; requests of a probe or a test are not
 * logged. Safe for use by several threads; must not throw.
 */
@FunctionalInterface
public interface RequestLog {
    /** Notes one request. */
    void add(RequestRecord request);
}
