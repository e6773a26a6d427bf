package app.loupe.store;

import org.hibernate.StatelessSession;

/**
 * Whether a copy is still filled for the first time. Until a run has come to its end, what an invoice's row says of its
 * payments counts only where there are some: so the rows of a first run can say at once that the payments are found which the
 * same run finds last, and are written once and not a second time for nearly every invoice. A run that breaks off before leaves
 * a copy of which the next run wants all payments that are not there. After a server that does not tell its time a copy never
 * counts as whole: what it has no payment of is looked for with every run, in the copy.
 */
record FirstFilling(StatelessSession session, String connection) {
    /** Whether no run has come to its end yet. */
    boolean isUnderWay() {
        return new Watermarks(session, connection).listedAt().isEmpty();
    }

    /** Whether it is under way and no payment is here: what comes now is new, and so are its payments. */
    boolean hasNoPayments() {
        return isUnderWay() && session.createSelectionQuery(
                "select p.invoiceId from PaymentEntity p where p.connectionId = :c", Long.class)
                .setParameter("c", connection).setMaxResults(1).list().isEmpty();
    }
}
