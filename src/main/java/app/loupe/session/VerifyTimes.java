package app.loupe.session;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows when each copy is to be compared with Odoo. The moments are kept with the copies; here only the beginning is held
 * back: never right after the start of the program, when the owner waits for what is new, and never twice for one moment.
 * Times are those of {@link ElapsedTime}.
 */
final class VerifyTimes {
    /** After the start of the program, connections begin between this and twice this, each at its own time. */
    static final Duration SETTLED = Duration.ofMinutes(10);
    /** A comparison that left no trace in the copy, because that cannot be written, is not begun again before. */
    static final Duration UNWRITTEN = Duration.ofDays(1);

    /** No comparison is further away than that: a week, and what it is moved by so that not all come together. */
    static final Duration LONGEST = Duration.ofDays(8);

    private final Map<ConnectionId, Entry> entries = new LinkedHashMap<>();
    private final Duration start;

    /** @param start when the program began */
    VerifyTimes(Duration start) {
        this.start = start;
    }

    private record Entry(Instant moment, Duration due) {}

    /** Drops those that went away. */
    void retain(Set<ConnectionId> ids) {
        entries.keySet().retainAll(ids);
    }

    /** Takes over what the copy says; of a moment that is known already nothing changes. */
    void know(ConnectionId id, Verification kept, ElapsedTime time) {
        Entry before = entries.get(id);
        if (before == null || !before.moment().equals(kept.due())) {
            Duration own = Duration.ofSeconds(Math.floorMod(id.value().hashCode(), SETTLED.toSeconds()));
            Duration earliest = start.plus(SETTLED).plus(own);
            Duration until = time.until(kept.due());
            // a clock that stood years ahead when the last one ended must not put off the next for years
            Duration due = until.compareTo(LONGEST) > 0 ? earliest : time.now().plus(until);
            entries.put(id, new Entry(kept.due(), due.compareTo(earliest) < 0 ? earliest : due));
        }
    }

    /** Those whose time has come. */
    List<ConnectionId> due(Duration now) {
        return entries.entrySet().stream().filter(entry -> entry.getValue().due().compareTo(now) <= 0)
                .map(Map.Entry::getKey).toList();
    }

    /** One is begun now; what the copy says of it after that counts. */
    void begun(ConnectionId id, Duration now) {
        entries.computeIfPresent(id, (same, entry) -> new Entry(entry.moment(), now.plus(UNWRITTEN)));
    }
}
