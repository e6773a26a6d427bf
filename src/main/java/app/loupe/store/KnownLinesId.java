package app.loupe.store;

/** Key of a segment of line ids; the user id is added by Hibernate. */
record KnownLinesId(String connectionId, long segment) {}
