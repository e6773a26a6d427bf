package app.loupe.store;

/** Key of a part of an original PDF; the user id is added by Hibernate. */
record OriginalPdfId(String connectionId, long invoiceId, int part) {}
