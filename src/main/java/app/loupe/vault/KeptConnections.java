package app.loupe.vault;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the vault keeps of the connections under its seal.
 *
 * @param profiles without what tells of the copy
 * @param endpoints where they lead; an address that no seal ever vouched for is left out
 */
record KeptConnections(List<ConnectionProfile> profiles, Map<ConnectionId, Endpoint> endpoints) {
    /** Drops the addresses of connections that are not among the profiles. */
    KeptConnections {
        profiles = List.copyOf(profiles);
        List<ConnectionId> ids = profiles.stream().map(ConnectionProfile::id).toList();
        endpoints = endpoints.entrySet().stream().filter(entry -> ids.contains(entry.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The same without this one. */
    KeptConnections without(ConnectionId id) {
        return new KeptConnections(profiles.stream().filter(profile -> !profile.id().equals(id)).toList(), endpoints);
    }
}
