package app.loupe.sync;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Verification;
import app.loupe.domain.Verified;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a copy is next compared with Odoo by itself: about once a week, not all connections on the same day. The
 * moment is kept with the copy, so that it outlasts a restart of the program.
 */
final class VerifyRhythm {
    /** From one comparison to the next. */
    static final Duration WEEK = Duration.ofDays(7);
    /** From a comparison that was broken off to the next try. */
    static final Duration AGAIN = Duration.ofDays(1);
    /** A new copy has just been read in full: its first comparison comes after this, at some time within a week. */
    static final Duration FRESH = Duration.ofDays(1);

    private static final Duration SPREAD = WEEK.minus(FRESH);
    private static final int HOURS = 13;

    private VerifyRhythm() {}

    /** A comparison begins; if it breaks off, it is tried again in a day. */
    static Verification begun(@Nullable Verification before, Instant now) {
        Instant again = now.plus(AGAIN);
        return before == null ? new Verification(again, null, Verified.NONE) : before.dueAt(again);
    }

    /** A comparison came to its end. */
    static Verification ended(ConnectionId id, Verified found, Instant now) {
        return new Verification(week(id, now), now, found);
    }

    /** A comparison came to its end, but something could not be read: the last result stays. */
    static Verification undecided(ConnectionId id, @Nullable Verification before, Instant now) {
        Instant next = week(id, now);
        return before == null ? new Verification(next, null, Verified.NONE) : before.dueAt(next);
    }

    private static Instant week(ConnectionId id, Instant now) {
        return now.plus(WEEK).plus(Duration.ofHours(part(id, HOURS)));
    }

    /** A copy was filled for the first time. */
    static Verification first(ConnectionId id, Instant now) {
        return new Verification(now.plus(FRESH).plus(Duration.ofMinutes(part(id, (int) SPREAD.toMinutes()))), null,
                Verified.NONE);
    }

    /**
     * One of so many parts, always the same for one connection: connections that sync at the same time are then not
     * always compared together.
     */
    private static int part(ConnectionId id, int parts) {
        return Math.floorMod(id.value().hashCode(), parts);
    }
}
