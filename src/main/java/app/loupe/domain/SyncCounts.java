package app.loupe.domain;

/** What a run did, in invoices and requests. */
public record SyncCounts(int added, int changed, int unchanged, int removed, int inaccessible, int journalItems,
        int partners, int products, int requests) {
    /** Nothing yet. */
    public static final SyncCounts NONE = new SyncCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);
}
