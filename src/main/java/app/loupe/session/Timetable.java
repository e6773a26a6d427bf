package app.loupe.session;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.SyncReport;
import app.loupe.session.NextRun.Why;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides when a connection is due, from how its last run ended. After failures that waiting can mend it is tried again
 * soon, then at growing intervals; after one that only the owner can mend it rests for a day. Times are those of
 * {@link ElapsedTime}.
 */
final class Timetable {
    /** The pauses after one failure after another that waiting can mend; after the last of them the usual interval. */
    static final List<Duration> BACK_OFF = List.of(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(5),
            Duration.ofMinutes(15));
    /** How long a connection rests that only the owner can mend. */
    static final Duration REST = Duration.ofDays(1);

    /** The interval of a rhythm without one. */
    static final Duration NEVER = Duration.ofDays(36_500);

    private final Duration between;
    private final Map<ConnectionId, Entry> entries = new LinkedHashMap<>();

    Timetable(Duration between) {
        this.between = between;
    }

    /**
     * When a connection is due.
     *
     * @param failures in a row that waiting could have mended
     */
    record Entry(Duration due, Why why, int failures) {}

    /**
     * The same connections in another rhythm. What rests goes on to, because the rhythm has mended nothing; so does what is tried
     * again, no later than in the new rhythm. All others come a whole time from now, and so does what would have come already.
     */
    Timetable following(Duration other, Duration now) {
        var following = new Timetable(other);
        entries.forEach((id, entry) -> following.entries.put(id, following(entry, now, now.plus(other))));
        return following;
    }

    private static Entry following(Entry entry, Duration now, Duration usual) {
        boolean passed = entry.due().compareTo(now) <= 0;
        boolean later = entry.due().compareTo(usual) > 0;
        return switch (entry.why()) {
            case USUAL -> new Entry(usual, Why.USUAL, entry.failures());
            case RETRY -> passed || later ? new Entry(usual, passed ? Why.USUAL : Why.RETRY, entry.failures()) : entry;
            case RESTING -> passed ? new Entry(usual, Why.USUAL, entry.failures()) : entry;
        };
    }

    /** Adds a connection; does nothing for one that is known already. */
    void add(ConnectionId id, Duration due, Why why) {
        entries.putIfAbsent(id, new Entry(due, why, 0));
    }

    /** Drops those that went away. */
    void retain(Set<ConnectionId> ids) {
        entries.keySet().retainAll(ids);
    }

    /** Notes how a run ended, whoever had started it. */
    void ended(ConnectionId id, SyncReport report, Duration now) {
        entries.computeIfPresent(id, (same, before) -> after(before, report, now));
    }

    private Entry after(Entry before, SyncReport report, Duration now) {
        Mending mending = report instanceof SyncReport.Failed failed
                ? Mending.of(failed.problem().code())
                : Mending.UNKNOWN;
        return switch (mending) {
            case WAITING -> {
                Duration pause = before.failures() < BACK_OFF.size() ? BACK_OFF.get(before.failures()) : between;
                yield new Entry(now.plus(pause), Why.RETRY, before.failures() + 1);
            }
            case OWNER -> new Entry(now.plus(REST), Why.RESTING, 0);
            case UNKNOWN -> new Entry(now.plus(between), Why.USUAL, 0);
        };
    }

    /** Puts off a connection that is due until then. */
    void postpone(ConnectionId id, Duration until) {
        entries.computeIfPresent(id, (same, entry) -> new Entry(until, entry.why(), entry.failures()));
    }

    /** Those whose time has come, in the order in which they were added. */
    List<ConnectionId> due(Duration now) {
        return entries.entrySet().stream().filter(entry -> entry.getValue().due().compareTo(now) <= 0)
                .map(Map.Entry::getKey).toList();
    }

    /** When that connection is due; empty when it is never scheduled. */
    Optional<Entry> entry(ConnectionId id) {
        return Optional.ofNullable(entries.get(id));
    }
}
