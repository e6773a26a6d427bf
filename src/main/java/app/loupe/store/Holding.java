package app.loupe.store;

import app.loupe.domain.InvoiceReader.Counts;

/**
 * How much a connection's copy holds: the tally, which the ledger also has, and the numbers that are shown. Both are kept
 * beside the rows and change in the same transactions.
 */
record Holding(Tally tally, Counts counts) {
    static final Holding NONE = new Holding(Tally.NONE, new Counts(0, 0, 0, 0, 0, 0));

    Holding plus(Holding other) {
        return plus(other, 1);
    }

    Holding minus(Holding other) {
        return plus(other, -1);
    }

    private Holding plus(Holding other, int sign) {
        Counts a = counts;
        Counts b = other.counts;
        return new Holding(sign > 0 ? tally.plus(other.tally) : tally.minus(other.tally),
                new Counts(a.invoices() + sign * b.invoices(), a.removed() + sign * b.removed(),
                        a.lines() + sign * b.lines(), a.journalItems() + sign * b.journalItems(),
                        a.partners() + sign * b.partners(), a.products() + sign * b.products()));
    }

    /** The same rows, with this many more invoices that the server no longer shows. */
    Holding withGone(long more) {
        return new Holding(tally, new Counts(counts.invoices() - more, counts.removed() + more, counts.lines(),
                counts.journalItems(), counts.partners(), counts.products()));
    }
}
