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
    /** The most characters of a number, or of a text before or after a change; an ellipsis stands for what is cut off. */
    public static final int LONGEST = 500;
    /** How many equal characters stay before a difference. */
    private static final int AROUND = 40;

    /** What happened. The names are stored. */
    public enum Kind {
        /** The invoice was not there before. */
        NEW,
        /** A field has another value. */
        CHANGED,
        /** A line was added. */
        LINE_ADDED,
        /** A line was removed. */
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

    /** Cuts texts that are too long, so that no server can fill the book. The place that differs stays in sight. */
    public InvoiceChange {
        name = cut(name, 0);
        int from = before.length() > LONGEST || after.length() > LONGEST ? beginning(before, after) : 0;
        before = cut(before, from);
        after = cut(after, from);
    }

    /** The position shortly before the first character that differs; 0 when that is near the beginning. */
    private static int beginning(String before, String after) {
        int most = Math.min(before.length(), after.length());
        int same = 0;
        while (same < most && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        return same < LONGEST / 2 ? 0 : same - AROUND;
    }

    private static String cut(String text, int from) {
        if (from == 0 && text.length() <= LONGEST) {
            return text;
        }
        int begin = from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
        String left = from > 0 ? "…" + text.substring(begin) : text;
        if (left.length() <= LONGEST) {
            return left;
        }
        int end = LONGEST - 1;
        return left.substring(0, Character.isHighSurrogate(left.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** Whether somebody changed what a posted document shows, which should not change any more. */
    public boolean editedAfterPosting() {
        return posted && field.isWritten();
    }
}
