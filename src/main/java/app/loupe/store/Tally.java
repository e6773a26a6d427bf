package app.loupe.store;

/**
 * What the ledger says of a connection's copy: invoices, rows of all kinds, and the sum of the rows' hashes, which does not
 * depend on their order.
 */
record Tally(long invoices, long rows, long sum) {
    static final Tally NONE = new Tally(0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(invoices + other.invoices, rows + other.rows, sum + other.sum);
    }

    Tally minus(Tally other) {
        return new Tally(invoices - other.invoices, rows - other.rows, sum - other.sum);
    }
}
