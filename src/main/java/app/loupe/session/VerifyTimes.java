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
 * Knows when each copy is to be compared with Odoo. The moments are kept with the copies; this class only delays the
 * beginning: never right after the start of the program, when the owner waits for new documents, and never twice for one
 * moment. Times are those of {@link ElapsedTime}.
 */
final class VerifyTimes {
    /**
     * After the window was opened, the comparisons begin after between one and two times this, each connection at its
     * own time.
     */
    static final Duration SETTLED = Duration.ofMinutes(10);
    /** The same for a comparison that is long overdue: whoever closes or locks the window sooner would never have one. */
    static final Duration OVERDUE = Duration.ofMinutes(1);
    /** How long after its time a comparison is long overdue. */
    static final Duration WEEK = Duration.ofDays(7);
    /** How long a comparison is not begun again when it left no trace in the copy, because the copy cannot be written. */
    static final Duration UNWRITTEN = Duration.ofDays(1);

    /** The longest time to the next comparison: a week, and what is added so that not all connections come together. */
    static final Duration LONGEST = Duration.ofDays(8);

    private final Map<ConnectionId, Entry> entries = new LinkedHashMap<>();
    private final Duration start;

    /** @param start when the program began */
    VerifyTimes(Duration start) {
        this.start = start;
    }

    /**
     * When the next one is due.
     *
     * @param moment as the copy says it
     * @param begun whether one was begun at that moment, and the copy says no other since
     */
    private record Entry(Instant moment, Duration due, boolean begun) {
        Entry dueAt(Duration other) {
            return new Entry(moment, other, begun);
        }
    }

    /** Drops those that went away. */
    void retain(Set<ConnectionId> ids) {
        entries.keySet().retainAll(ids);
    }

    /** Takes over what the copy says; does nothing when that moment is known already. */
    void know(ConnectionId id, Verification kept, ElapsedTime time) {
        Entry before = entries.get(id);
        if (before == null || !before.moment().equals(kept.due())) {
            Duration settled = isLongOverdue(kept, time) ? OVERDUE : SETTLED;
            Duration own = Duration.ofSeconds(Math.floorMod(id.value().hashCode(), settled.toSeconds()));
            Duration earliest = start.plus(settled).plus(own);
            Duration until = time.until(kept.due());
            // a clock that stood years ahead when the last one ended must not put off the next for years
            Duration due = until.compareTo(LONGEST) > 0 ? earliest : time.now().plus(until);
            entries.put(id, new Entry(kept.due(), due.compareTo(earliest) < 0 ? earliest : due, false));
        }
    }

    /** One that was begun and broken off is due again in a day, but the last one to its end is none the younger. */
    private static boolean isLongOverdue(Verification kept, ElapsedTime time) {
        Instant ended = kept.ended();
        return time.since(kept.due()).compareTo(WEEK) > 0
                || (ended != null && time.since(ended).compareTo(LONGEST.plus(WEEK)) > 0);
    }

    /** The computer was asleep: none begins before that moment. */
    void postpone(Duration until) {
        entries.replaceAll((id, entry) -> entry.due().compareTo(until) < 0 ? entry.dueAt(until) : entry);
    }

    /**
     * One that had begun was kept from it by what passes by itself: its time has come still, unless the copy has noted
     * another, whether that is known already or comes to be known after this.
     */
    void kept(ConnectionId id, Duration now) {
        entries.computeIfPresent(id, (same, entry) -> entry.begun() ? entry.dueAt(now) : entry);
    }

    /** Those whose time has come. */
    List<ConnectionId> due(Duration now) {
        return entries.entrySet().stream().filter(entry -> entry.getValue().due().compareTo(now) <= 0)
                .map(Map.Entry::getKey).toList();
    }

    /** A comparison begins now; from here on what the copy says after it counts. */
    void begun(ConnectionId id, Duration now) {
        entries.computeIfPresent(id, (same, entry) -> new Entry(entry.moment(), now.plus(UNWRITTEN), true));
    }
}
