package app.loupe.vault;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Endpoint;
import app.loupe.domain.ProblemException;
import app.loupe.domain.StoredConnection;
import app.loupe.domain.VaultFact;
import app.loupe.domain.VaultRepository;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides what of the connections in the vault file is believed: only what a seal vouches for. */
final class VouchedConnections {
    private final VaultRepository repository;
    private final RowSeal rows;
    private final SealedFacts facts;

    VouchedConnections(VaultRepository repository, RowSeal rows, SealedFacts facts) {
        this.repository = repository;
        this.rows = rows;
        this.facts = facts;
    }

    /** What was kept last; empty when nothing was, or when it does not open with the key. */
    Optional<KeptConnections> kept(MasterKeys now) throws ProblemException {
        return Optional.ofNullable(repository.facts().get(VaultFact.PROFILES))
                .flatMap(sealed -> facts.profiles(now, sealed));
    }

    /**
     * What is to be kept for these profiles. The address of a connection is sealed with its profile only where a seal
     * vouches for it already.
     *
     * @param changed the addresses of connections that are sealed in the same step
     */
    KeptConnections toKeep(MasterKeys now, List<ConnectionProfile> profiles, Map<ConnectionId, Endpoint> changed)
            throws ProblemException {
        var endpoints = new HashMap<ConnectionId, Endpoint>();
        kept(now).ifPresent(before -> endpoints.putAll(before.endpoints()));
        repository.connections().stream().filter(row -> rows.isSealed(now, row))
                .forEach(row -> endpoints.put(row.id(), row.endpoint()));
        endpoints.putAll(changed);
        return new KeptConnections(bare(profiles), endpoints);
    }

    private static List<ConnectionProfile> bare(List<ConnectionProfile> profiles) {
        return profiles.stream().map(
                p -> new ConnectionProfile(p.id(), p.kind(), p.name(), p.since(), p.pin(), "", null, p.keyExpires()))
                .toList();
    }

    /** The address of this connection; empty when no seal tells it, or when the row differs from the seal. */
    Optional<Endpoint> endpoint(MasterKeys now, ConnectionId id) throws ProblemException {
        Optional<StoredConnection> row = repository.connections().stream().filter(one -> one.id().equals(id))
                .findFirst();
        Map<ConnectionId, Endpoint> lost = repository.lost();
        Optional<Endpoint> said = row.map(StoredConnection::endpoint).or(() -> Optional.ofNullable(lost.get(id)));
        if (row.filter(one -> rows.isSealed(now, one)).isPresent()) {
            return said;
        }
        Optional<Endpoint> sealed = kept(now).map(kept -> kept.endpoints().get(id));
        return said.isEmpty() || said.equals(sealed) ? sealed : Optional.empty();
    }

    /** The connections that still exist; a window may still show one that was just deleted. */
    Set<ConnectionId> known(MasterKeys now) throws ProblemException {
        var known = new HashSet<>(repository.lost().keySet());
        repository.connections().forEach(row -> known.add(row.id()));
        kept(now).stream().flatMap(all -> all.profiles().stream()).forEach(profile -> known.add(profile.id()));
        return known;
    }
}
