package app.loupe.owed;

import app.loupe.domain.MoveType;
import app.loupe.domain.Ref;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What kind of entry an item is of: what many items have in common.
 *
 * @param type null for an entry that is no invoice
 * @param journal its name
 * @param booked the currency of the company; null on an item of another entry
 */
record OwedKind(@Nullable MoveType type, String journal, @Nullable Ref booked) {
    /** As that of {@link OwedAccount}. */
    @Override
    public int hashCode() {
        return journal.hashCode() * 31 + Objects.hashCode(type);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OwedKind that && type == that.type && journal.equals(that.journal)
                && Objects.equals(booked, that.booked);
    }
}
