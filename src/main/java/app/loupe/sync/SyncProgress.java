package app.loupe.sync;

import app.loupe.domain.EnumKey;

/**
 * Where a run is, for a progress bar.
 *
 * @param done records of this step that are done
 * @param total records of this step; 0 while it is not known
 */
public record SyncProgress(Step step, long done, long total) {
    /** A run that has just begun. */
    public static final SyncProgress BEGUN = new SyncProgress(Step.CONNECTING, 0, 0);

    /** The steps of a run in their order. */
    public enum Step {
        /** The copy itself, before it is compared. */
        EXAMINING,
        CONNECTING,
        LISTING,
        CHECKING_REMOVED,
        INVOICES,
        COMPARING,
        JOURNAL_ITEMS,
        PARTNERS,
        PRODUCTS,
        NAMES,
        PAYMENTS,
        FINISHING;

        /** The name in the keys of texts: "journal-items". */
        public String key() {
            return EnumKey.of(this);
        }
    }
}
