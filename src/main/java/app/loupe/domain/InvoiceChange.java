package app.loupe.domain;

import java.time.Instant;

/**
 * One thing that a run found changed at an invoice.
 *
 * @param invoice Odoo's id
 * @param name the number it had then; empty on a draft without one
 * @param company Odoo's id of its company; 0 when there is none
 * @param run number of the run in the sync log of its connection
 * @param noticed when the run saved it, by this computer's clock
 * @param record Odoo's id of the line, or of the entry that settled a part; 0 for the document
 * @param before empty for what is new; never longer than {@link #LONGEST}
 * @param after empty for what is gone; never longer than {@link #LONGEST}
 * @param posted whether the invoice was posted before and is posted after
 */
public record InvoiceChange(long invoice, String name, long company, int run, Instant noticed, Kind kind,
        InvoiceField field, long record, String before, String after, boolean posted) {
    /** The most characters of a number, or of a text before or after a change; what is cut off ends in an ellipsis. */
    public static final int LONGEST = 500;

    /** What happened. The names are stored. */
    public enum Kind {
        /** The invoice was not there before. */
        NEW,
        /** A field says something else. */
        CHANGED,
        /** A line came. */
        LINE_ADDED,
        /** A line went. */
        LINE_REMOVED,
        /** The invoice is gone from Odoo. */
        REMOVED,
        /** The invoice may no longer be read. */
        INACCESSIBLE,
        /** An invoice that was gone, or could not be read, is there again. */
        BACK,
        /** A part was settled. */
        PAYMENT_ADDED,
        /** A settlement was taken back. */
        PAYMENT_REMOVED
    }

    /** Cuts texts that are too long: of a server nothing is believed that would fill the book. */
    public InvoiceChange {
        name = cut(name);
        before = cut(before);
        after = cut(after);
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = LONGEST - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** Whether somebody changed what a posted document says, which it should not do any more. */
    public boolean editedAfterPosting() {
        return posted && field.isWritten();
    }
}
