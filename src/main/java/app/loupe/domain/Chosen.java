package app.loupe.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The connections that are shown or read together.
 *
 * @param profiles in the order they are listed
 */
public record Chosen(List<ConnectionProfile> profiles) {
    /** None. */
    public static final Chosen NONE = new Chosen(List.of());

    /** Copies the list. */
    public Chosen {
        profiles = List.copyOf(profiles);
    }

    /** Which they are, whatever changed of them. */
    public Set<ConnectionId> ids() {
        return profiles.stream().map(ConnectionProfile::id).collect(Collectors.toUnmodifiableSet());
    }

    /** What each is called. */
    public Map<ConnectionId, String> names() {
        return profiles.stream()
                .collect(Collectors.toUnmodifiableMap(ConnectionProfile::id, ConnectionProfile::name));
    }

    /** Each by its id. */
    public Map<ConnectionId, ConnectionProfile> byId() {
        return profiles.stream().collect(Collectors.toUnmodifiableMap(ConnectionProfile::id, Function.identity()));
    }

    /** Whether a sync of any of them has come to its end. */
    public boolean wasSynced() {
        return profiles.stream().anyMatch(profile -> profile.lastSynced() != null);
    }

    /** Whether each row must name its connection. */
    public boolean areSeveral() {
        return profiles.size() > 1;
    }
}
