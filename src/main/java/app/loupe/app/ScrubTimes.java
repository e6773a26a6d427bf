package app.loupe.app;

import app.loupe.domain.VaultFact;
import app.loupe.domain.VaultRepository;
import app.loupe.domain.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides how long after an opening every record of the copy is looked at. The owner goes round the screens first, because a
 * check takes as much of the computer as what they are made of; but who closes or locks sooner would never have one, so that it
 * comes soon when the last whole one is a week old.
 */
final class ScrubTimes {
    private static final Logger LOG = LoggerFactory.getLogger(ScrubTimes.class);
    private static final Duration USUAL = Duration.ofMinutes(1);
    private static final Duration OVERDUE = Duration.ofSeconds(5);
    private static final Duration WEEK = Duration.ofDays(7);

    private final VaultRepository rows;
    private final Clock clock;
    private final Duration wait;

    /** Reads when the last whole check was. */
    ScrubTimes(VaultRepository rows, Clock clock) throws ProblemException {
        this.rows = rows;
        this.clock = clock;
        this.wait = wait(rows.facts().get(VaultFact.SCRUBBED), clock.instant());
    }

    /** The rule: a check that is not known, cannot be read, or is still to come, counts as none. */
    private static Duration wait(@Nullable String last, Instant now) {
        try {
            Duration age = last == null || last.isEmpty() ? WEEK : Duration.between(Instant.parse(last), now);
            return age.isNegative() || age.compareTo(WEEK) >= 0 ? OVERDUE : USUAL;
        } catch (DateTimeParseException edited) {
            return OVERDUE;
        }
    }

    /** How long after the opening. */
    Duration afterOpening() {
        return wait;
    }

    /** Notes that one has come to its end and found nothing; where that cannot be kept, the next one comes soon. */
    void whole() {
        try {
            rows.change(VaultFact.SCRUBBED, before -> clock.instant().toString());
        } catch (ProblemException unwritable) {
            LOG.warn("when the copy was checked could not be kept: {}", unwritable.problem().code().key());
        }
    }
}
