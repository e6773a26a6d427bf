package app.loupe.domain;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of {@link VaultFact#LAST_DELETION}: the connection that was deleted last.
 *
 * @param at when it was gone
 * @param invoices how many went with it, not negative
 */
public record LastDeletion(Instant at, long invoices) {
    /** Reads the text of the fact; empty for null, the empty text, and one that was edited and says nothing any more. */
    public static Optional<LastDeletion> of(@Nullable String text) {
        String[] parts = (text == null ? "" : text).split(" ", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            var read = new LastDeletion(Instant.parse(parts[0]), Long.parseLong(parts[1]));
            return read.invoices < 0 ? Optional.empty() : Optional.of(read);
        } catch (DateTimeParseException | NumberFormatException edited) {
            return Optional.empty();
        }
    }

    /** The text of the fact. */
    public String text() {
        return at + " " + invoices;
    }
}
