package app.loupe.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about how right a copy is, and when it is to be compared again.
 *
 * @param due not before this, by this computer's clock, is it compared by itself the next time
 * @param ended when it was compared the last time, by this computer's clock; null while it never was
 * @param found what that came to; {@link Verified#NONE} while it never was
 */
public record Verification(Instant due, @Nullable Instant ended, Verified found) {
    /** The same, to be compared at another time. */
    public Verification dueAt(Instant other) {
        return new Verification(other, ended, found);
    }

    /** Of two copies together: all invoices of both, as of the older comparison; not known when one never was compared. */
    public Verification with(Verification other) {
        return new Verification(due.isBefore(other.due) ? due : other.due,
                ended == null || (other.ended != null && ended.isBefore(other.ended)) ? ended : other.ended,
                found.plus(other.found));
    }
}
