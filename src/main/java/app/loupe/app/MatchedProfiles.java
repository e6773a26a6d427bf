package app.loupe.app;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionNames;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ConnectionProfile.Kind;
import app.loupe.domain.Endpoint;
import app.loupe.domain.ProblemException;
import app.loupe.domain.StoredConnection;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which connections there are where the vault and the copy say different things, because something was interrupted or
 * one of the two files is an older one. Changes nothing.
 *
 * <p>A connection whose deletion has begun is none. Profiles that the vault keeps come back where the copy lost them, with name,
 * first day and certificate as the vault has them. A profile that the vault does not know is none when it never synced (an
 * addition that was interrupted), or when its last sync was before the last deletion of which the vault tells: an older copy
 * that was put back brings no deleted connection back. Any other stays as a connection without a password: an older vault was
 * put back, and nothing is deleted that the owner did not delete. A row without a profile gets one.
 */
record MatchedProfiles(DeskPorts ports, KeptProfiles profiles, Deletions deletions) {
    /** The profiles of all connections that there are: first those of the copy, in their order. */
    List<ConnectionProfile> all() throws ProblemException {
        Set<ConnectionId> deleted = deletions.pending();
        Optional<List<ConnectionProfile>> kept = ports.vault().keptProfiles();
        Map<ConnectionId, Endpoint> known = rows();
        var all = new LinkedHashMap<ConnectionId, ConnectionProfile>();
        profiles.profiles().forEach(profile -> all.put(profile.id(), profile));
        for (ConnectionProfile one : kept.orElse(List.of())) {
            all.merge(one.id(), one, (now, said) -> merged(said, now));
        }
        var keptIds = new HashSet<ConnectionId>();
        kept.stream().flatMap(List::stream).map(ConnectionProfile::id).forEach(keptIds::add);
        for (ConnectionProfile profile : List.copyOf(all.values())) {
            boolean isKnown = known.containsKey(profile.id()) || keptIds.contains(profile.id());
            if (deleted.contains(profile.id()) || (!isKnown && isOfNone(profile, kept.isPresent()))) {
                all.remove(profile.id());
            }
        }
        known.forEach((id, endpoint) -> {
            if (!deleted.contains(id)) {
                all.computeIfAbsent(id, row -> new ConnectionProfile(id, Kind.ODOO, freeName(endpoint, all), null, null,
                        "", null));
            }
        });
        return List.copyOf(all.values());
    }

    /** Where the rows of the vault lead, those whose password was lost among them. */
    private Map<ConnectionId, Endpoint> rows() throws ProblemException {
        var rows = new LinkedHashMap<ConnectionId, Endpoint>();
        for (StoredConnection row : ports.rows().connections()) {
            rows.put(row.id(), row.endpoint());
        }
        ports.rows().lost().forEach(rows::putIfAbsent);
        return rows;
    }

    private static ConnectionProfile merged(ConnectionProfile kept, ConnectionProfile now) {
        return new ConnectionProfile(kept.id(), kept.kind(), kept.name(), kept.since(), kept.pin(), now.serverVersion(),
                now.lastSynced(), kept.keyExpires(), now.verification(), now.heldFrom());
    }

    /** Whether a profile that the vault does not know is of no connection: without kept profiles only a row tells. */
    private boolean isOfNone(ConnectionProfile unknown, boolean profilesAreKept) throws ProblemException {
        Instant lastSynced = unknown.lastSynced();
        if (lastSynced == null) {
            return profilesAreKept || unknown.kind() == Kind.ODOO;
        }
        return profilesAreKept && deletions.last().filter(deleted -> !lastSynced.isAfter(deleted)).isPresent();
    }

    private static String freeName(Endpoint endpoint, Map<ConnectionId, ConnectionProfile> others) {
        return freeName(endpoint, others.values().stream().map(ConnectionProfile::name).toList());
    }

    /** What a connection is called that nobody named: by its database, or its server, where no other is called so. */
    static String freeName(Endpoint endpoint, List<String> taken) {
        String host = endpoint.address().host();
        String plain = endpoint.database().isBlank() ? host : endpoint.database();
        return ConnectionNames.free(plain, taken).equals(plain)
                ? plain
                : ConnectionNames.free(plain + " (" + host + ")", taken);
    }
}
