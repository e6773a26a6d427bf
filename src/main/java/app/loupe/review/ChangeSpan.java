package app.loupe.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** From when on changes are listed. */
public enum ChangeSpan {
    /** What the owner has not marked as seen. */
    UNSEEN,
    TODAY,
    /** Today and the six days before. */
    WEEK,
    ALL;

    private static final int DAYS_BEFORE = 6;

    /** The first moment, by the owner's day. */
    Instant since(Clock clock) {
        LocalDate today = LocalDate.now(clock);
        return switch (this) {
            case UNSEEN, ALL -> Instant.EPOCH;
            case TODAY -> today.atStartOfDay(clock.getZone()).toInstant();
            case WEEK -> today.minusDays(DAYS_BEFORE).atStartOfDay(clock.getZone()).toInstant();
        };
    }
}
