package app.loupe.store;

import org.hibernate.StatelessSession;

/**
 * Tells whether a copy is still being filled for the first time. Until a run has ended, the note in an invoice's row that
 * its payments are found counts only if there are payments. So the row of an invoice without payments can have this note
 * at once, although the same run finds payments last, and need not be written twice. If the run breaks off, the next one
 * looks for all payments that are not there.
 */
record FirstFilling(StatelessSession session, String connection) {
    /** Whether no run has ended completely yet. */
    boolean isUnderWay() {
        return new Watermarks(session, connection).listedAt().isEmpty();
    }
}
