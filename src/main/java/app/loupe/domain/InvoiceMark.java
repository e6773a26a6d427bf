package app.loupe.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the owner wrote to one invoice. It stays on this computer, and no sync touches it.
 *
 * @param note empty when there is none; has nothing to do with Odoo's own notes
 * @param review null when the owner has not reviewed it
 * @param remindOn the day on which the owner wants to be reminded; null for none
 * @param opened whether the owner has looked at an invoice that was new
 */
public record InvoiceMark(boolean flagged, String note, @Nullable Review review, @Nullable LocalDate remindOn,
        boolean opened) {
    /** Nothing was written. */
    public static final InvoiceMark NONE = new InvoiceMark(false, "", null, null, false);
    /** The most characters of a note that is written. */
    public static final int LONGEST_NOTE = 4_000;
    /** The most characters of a note that was joined of several. */
    public static final int LONGEST_JOINED = 16 * LONGEST_NOTE;

    /**
     * "Reviewed by me": when, and what was reviewed, so that a later change of the invoice can be noticed.
     *
     * @param digest of what the invoice said
     * @param change number of the last known change to what the document shows; 0 for none
     */
    public record Review(Instant at, String digest, long change) {}

    /** The same with a flag or without one. */
    public InvoiceMark withFlag(boolean isFlagged) {
        return new InvoiceMark(isFlagged, note, review, remindOn, opened);
    }

    /** The same with this note; empty for none. */
    public InvoiceMark withNote(String text) {
        return new InvoiceMark(flagged, text, review, remindOn, opened);
    }

    /** The same with this review; null for none. */
    public InvoiceMark withReview(@Nullable Review done) {
        return new InvoiceMark(flagged, note, done, remindOn, opened);
    }

    /** The same with a reminder on this day; null for none. */
    public InvoiceMark withReminder(@Nullable LocalDate day) {
        return new InvoiceMark(flagged, note, review, day, opened);
    }

    /** The same, looked at by the owner or not. */
    public InvoiceMark withOpened(boolean isOpened) {
        return new InvoiceMark(flagged, note, review, remindOn, isOpened);
    }

    /** Whether nothing is written. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Whether the owner wrote anything; having looked at the invoice does not count. */
    public boolean isWritten() {
        return flagged || !note.isEmpty() || review != null || remindOn != null;
    }
}
