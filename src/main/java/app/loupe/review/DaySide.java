package app.loupe.review;

import java.time.LocalDate;

/** Which days are meant by a period and what stands in front of it. */
public enum DaySide {
    /** Those of the period. */
    WITHIN,
    /** Up to its last day; of a period that has passed its days alone. */
    TO_PAY,
    /** Up to its last day. */
    UNTIL,
    /** Before its first day. */
    BEFORE,
    /** From its first day on. */
    FROM,
    /** After its last day. */
    AFTER;

    /** Whether the period is where it ends. */
    boolean isEnd() {
        return this == TO_PAY || this == UNTIL || this == BEFORE;
    }

    /** Those days, seen from one. */
    InvoicePeriod.OfDays of(InvoicePeriod.OfDays days, LocalDate today) {
        LocalDate first = days.first();
        LocalDate last = days.last();
        return switch (this) {
            case WITHIN -> days;
            case TO_PAY -> last != null && last.isBefore(today) ? days : new InvoicePeriod.OfDays(null, last);
            case UNTIL -> new InvoicePeriod.OfDays(null, last);
            case BEFORE -> new InvoicePeriod.OfDays(null, first == null ? null : first.minusDays(1));
            case FROM -> new InvoicePeriod.OfDays(first, null);
            case AFTER -> new InvoicePeriod.OfDays(last == null ? null : last.plusDays(1), null);
        };
    }
}
