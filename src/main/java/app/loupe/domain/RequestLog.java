package app.loupe.domain;

/** Receives every request, also the failed and the refused ones. Safe for use by several threads; must not throw. */
@FunctionalInterface
public interface RequestLog {
    /** Notes one request. */
    void add(RequestRecord request);
}
