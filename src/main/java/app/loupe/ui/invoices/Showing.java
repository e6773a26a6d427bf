package app.loupe.ui.invoices;

/** What there is to see of the invoices. */
enum Showing {
    /** Nothing was read yet. */
    LOADING,
    /** The copy holds no invoice. */
    NOTHING_SYNCED,
    /** No invoice passes the filters. */
    NOTHING_MATCHES,
    /** Rows. */
    ROWS;

    /** What there is to see of what the rows answered. */
    static Showing of(Snapshot rows, Snapshot.Result answer) {
        if (rows.books().size() == 0) {
            return NOTHING_SYNCED;
        }
        return answer.rows().isEmpty() ? NOTHING_MATCHES : ROWS;
    }
}
