package app.loupe.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of the server's complete listing.
 *
 * @param writeDate whole seconds UTC; differs from the local copy's when the record must be read again
 * @param invoiceDate to read the newest months first; null on journal items and on drafts without a date
 */
public record Stamp(long id, Instant writeDate, @Nullable LocalDate invoiceDate) {
    /**
     * How far one looks back from a write date: longer than the longest transaction of a server, because a write date is the
     * time at which the transaction began.
     */
    public static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(15);
    /** The write date of a record that has none, so that such a record is read in every run. */
    public static final Instant NEVER = Instant.EPOCH;
}
