package app.loupe.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a copy was found to agree with Odoo, and when it is to be compared again.
 *
 * @param due the earliest moment of the next comparison that is not asked for, by this computer's clock
 * @param ended when it was compared the last time, by this computer's clock; null while it never was
 * @param found the result of that; {@link Verified#NONE} while it never was
 */
public record Verification(Instant due, @Nullable Instant ended, Verified found) {
    /** The same, to be compared at another time. */
    public Verification dueAt(Instant other) {
        return new Verification(other, ended, found);
    }

    /** Both copies together: all invoices of both, as of the older comparison; not known when one was never compared. */
    public Verification with(Verification other) {
        return new Verification(due.isBefore(other.due) ? due : other.due,
                ended == null || (other.ended != null && ended.isBefore(other.ended)) ? ended : other.ended,
                found.plus(other.found));
    }
}
