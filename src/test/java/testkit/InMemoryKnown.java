package testkit;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.KnownFindings;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The findings that are known, in memory. */
public final class InMemoryKnown implements KnownFindings {
    private final Map<ConnectionId, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public Set<String> knownFindings(ConnectionId connection) {
        return known.getOrDefault(connection, Set.of());
    }

    @Override
    public void knowFindings(ConnectionId connection, Set<String> keys) {
        known.merge(connection, Set.copyOf(keys), (one, other) -> {
            var both = new HashSet<>(one);
            both.addAll(other);
            return Set.copyOf(both);
        });
    }

    @Override
    public void unknowFindings(ConnectionId connection, Set<String> keys) {
        known.computeIfPresent(connection, (same, before) -> {
            var rest = new HashSet<>(before);
            rest.removeAll(keys);
            return Set.copyOf(rest);
        });
    }
}
