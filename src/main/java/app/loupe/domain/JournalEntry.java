package app.loupe.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a journal item says of the entry it belongs to.
 *
 * @param move the entry and its number
 * @param state whether the entry counts
 * @param journal where it was booked; null on the lines of an invoice, which knows its journal itself
 * @param reference the entry's own text, a bank's for a payment; empty on the lines of an invoice
 */
public record JournalEntry(Ref move, MoveState state, @Nullable Ref journal, String reference) {
    /** The entry of an invoice's line. */
    public static JournalEntry of(Ref move, MoveState state) {
        return new JournalEntry(move, state, null, "");
    }
}
