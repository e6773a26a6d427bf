package app.loupe.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Counts the days until an API key ends. The day is the one that the owner typed, on the owner's calendar: Odoo tells no
 * reader when a key ends.
 */
public final class KeyExpiry {
    /** How many days before the end the count begins: time enough to ask somebody for a new key. */
    public static final int COUNTED_DAYS = 14;

    private KeyExpiry() {}

    /** The days left, negative after the last day; empty while there are more than are counted, or when no day is known. */
    public static OptionalLong daysLeft(@Nullable LocalDate expires, LocalDate today) {
        if (expires == null) {
            return OptionalLong.empty();
        }
        long left = ChronoUnit.DAYS.between(today, expires);
        return left <= COUNTED_DAYS ? OptionalLong.of(left) : OptionalLong.empty();
    }
}
