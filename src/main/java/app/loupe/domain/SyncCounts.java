package app.loupe.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a run did, in invoices and requests.
 *
 * @param verified the result of comparing every invoice; null when the run did not get that far
 */
public record SyncCounts(int added, int changed, int unchanged, int removed, int inaccessible, int journalItems,
        int partners, int products, int requests, @Nullable Verified verified) {
    /** Nothing yet. */
    public static final SyncCounts NONE = new SyncCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** The counts of a run that counts no records. */
    public static SyncCounts ofRequests(int requests) {
        return new SyncCounts(0, 0, 0, 0, 0, 0, 0, 0, requests);
    }

    /** The counts of a run that compared nothing. */
    public SyncCounts(int added, int changed, int unchanged, int removed, int inaccessible, int journalItems,
            int partners, int products, int requests) {
        this(added, changed, unchanged, removed, inaccessible, journalItems, partners, products, requests, null);
    }
}
