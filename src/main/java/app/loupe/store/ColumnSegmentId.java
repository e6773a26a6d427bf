package app.loupe.store;

/** Key of a part of a segment; the user id is added by Hibernate. */
record ColumnSegmentId(String connectionId, String kind, long firstId, int part) {}
