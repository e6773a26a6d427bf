package app.loupe.domain;

import java.util.List;
import java.util.Optional;

/**
 * Decides which connections are read and added up together when none is named: all of them, but never the made-up money
 * of the sample company together with real money. Alone the sample company is read like any other.
 *
 * @param connections those that are read, in the order they were added
 * @param leftOut the sample company where there is a real connection
 */
public record ReadTogether(List<ConnectionProfile> connections, List<ConnectionProfile> leftOut) {
    /** Copies the lists. */
    public ReadTogether {
        connections = List.copyOf(connections);
        leftOut = List.copyOf(leftOut);
    }

    /** All, as far as they belong together. */
    public static ReadTogether of(List<ConnectionProfile> all) {
        List<ConnectionProfile> real = all.stream().filter(profile -> !isSample(profile)).toList();
        return real.isEmpty()
                ? new ReadTogether(all, List.of())
                : new ReadTogether(real, all.stream().filter(ReadTogether::isSample).toList());
    }

    /** The one that was chosen, as long as it is there; otherwise all, as far as they belong together. */
    public static ReadTogether chosen(List<ConnectionProfile> all, Optional<ConnectionId> one) {
        return one.flatMap(id -> all.stream().filter(profile -> profile.id().equals(id)).findFirst())
                .map(ReadTogether::only).orElseGet(() -> of(all));
    }

    /** This one alone, because it was named. */
    public static ReadTogether only(ConnectionProfile named) {
        return new ReadTogether(List.of(named), List.of());
    }

    /** Whether each row must name its connection. */
    public boolean areSeveral() {
        return connections.size() > 1;
    }

    private static boolean isSample(ConnectionProfile profile) {
        return profile.kind() == ConnectionProfile.Kind.SAMPLE;
    }
}
