package app.loupe.store;

/** Key of one payment: its place in the list of an invoice. */
record PaymentId(String connectionId, long invoiceId, int position) {}
