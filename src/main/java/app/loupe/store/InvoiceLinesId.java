package app.loupe.store;

/** Key of a part of the lines of an invoice; the user id is added by Hibernate. */
record InvoiceLinesId(String connectionId, long invoiceId, int part) {}
