package app.loupe.ui.notices;

import app.loupe.domain.ConnectionId;
import app.loupe.ui.common.Memory;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Remembers what the owner was told, from one start to the next: days, and ids of connections, which say nothing to anybody
 * else. On the FX thread.
 */
final class NoticeMemory {
    private static final String TOLD = "notices.overdue-told";
    private static final String ASIDE = "notices.aside.";
    private static final String BETWEEN = ":";

    private final Memory memory;

    NoticeMemory(Memory memory) {
        this.memory = memory;
    }

    /** The day at whose end the owner knew what is overdue of a connection; empty before. */
    Optional<LocalDate> told(ConnectionId id) {
        return Optional.ofNullable(all().get(id));
    }

    private Map<ConnectionId, LocalDate> all() {
        var days = new TreeMap<ConnectionId, LocalDate>();
        for (String one : memory.list(TOLD)) {
            List<String> parts = List.of(one.split(BETWEEN));
            ConnectionId.read(parts.getFirst())
                    .ifPresent(id -> day(parts.getLast()).ifPresent(day -> days.put(id, day)));
        }
        return days;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** Notes that day. */
    void tell(ConnectionId id, LocalDate day) {
        Map<ConnectionId, LocalDate> days = all();
        days.put(id, day);
        write(days);
    }

    /** Forgets all connections but these: no other is there any more. */
    void keep(Set<ConnectionId> connections) {
        Map<ConnectionId, LocalDate> days = all();
        if (days.keySet().retainAll(connections)) {
            write(days);
        }
    }

    private void write(Map<ConnectionId, LocalDate> days) {
        memory.put(TOLD, days.entrySet().stream().map(one -> one.getKey().value() + BETWEEN + one.getValue()).toList());
    }

    /**
     * Whether a notice was put aside on this day.
     *
     * @param of the id of its connection; empty where it is of all
     */
    boolean isAside(String kind, String of, LocalDate today) {
        List<String> aside = memory.list(ASIDE + kind);
        return aside.contains(today.toString()) && (of.isEmpty() || aside.contains(of));
    }

    /** Puts it aside for this day. */
    void putAside(String kind, String of, LocalDate today) {
        var aside = new ArrayList<>(memory.list(ASIDE + kind));
        if (!aside.contains(today.toString())) {
            aside.clear();
            aside.add(today.toString());
        }
        if (!of.isEmpty()) {
            aside.add(of);
        }
        memory.put(ASIDE + kind, aside);
    }
}
