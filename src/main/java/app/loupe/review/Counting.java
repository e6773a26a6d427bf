package app.loupe.review;

import app.loupe.domain.InvoiceRow;

/**
 * Decides which invoices of a copy count: those that Odoo still shows to this user. Of one that was removed there, or that
 * the user may no longer see, only the last copy is kept; nobody knows whether it is still owed, so it is left out of lists
 * unless it is asked for, never added up, and has no status of payment.
 */
public final class Counting {
    private Counting() {}

    /** Whether the invoice counts. */
    public static boolean counts(InvoiceRow row) {
        return counts(row.presence());
    }

    /** Whether an invoice counts of which this is known. */
    static boolean counts(InvoiceRow.Presence presence) {
        return presence == InvoiceRow.Presence.PRESENT;
    }
}
