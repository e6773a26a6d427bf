package app.loupe.store;

import org.hibernate.StatelessSession;

/**
 * Whether a copy is still filled for the first time. Until a run has come to its end, what an invoice's row says of its
 * payments counts only where there are some: so the row of an invoice without any says at once that the payments are found
 * which the same run finds last, and is written once and not a second time. A run that breaks off before leaves a copy of which
 * the next run wants all payments that are not there.
 */
record FirstFilling(StatelessSession session, String connection) {
    /** Whether no run has come to its end yet. */
    boolean isUnderWay() {
        return new Watermarks(session, connection).listedAt().isEmpty();
    }
}
