package app.loupe.sync;

/**
 * Where a run is, for a progress bar.
 *
 * @param done records of this step that are through
 * @param total records of this step; 0 while it is not known
 */
public record SyncProgress(Step step, long done, long total) {
    /** The steps of a run in their order. */
    public enum Step {
        CONNECTING, LISTING, CHECKING_REMOVED, INVOICES, JOURNAL_ITEMS, PARTNERS, PRODUCTS, PAYMENTS, FINISHING
    }
}
