package app.loupe.vault;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.CredentialVault;
import app.loupe.domain.DeletionMemory;
import app.loupe.domain.Endpoint;
import app.loupe.domain.HalfOpen;
import app.loupe.domain.KeptFilter;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SearchMemory;
import app.loupe.domain.Secret;
import app.loupe.domain.SecretAccess;
import app.loupe.domain.StoredConnection;
import app.loupe.domain.VaultChange;
import app.loupe.domain.VaultFact;
import app.loupe.domain.VaultRepository;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open vault over one vault file and one key holder. Safe for use by several threads: one lock guards keys and rows,
 * and it is not held while a lent password is in use.
 */
public final class SealedVault implements CredentialVault {
    private static final Logger LOG = LoggerFactory.getLogger(SealedVault.class);
    private static final int FILE_KEY_BYTES = 32;

    private final VaultRepository repository;
    private final RowSeal rows;
    private final SealedFacts facts;
    private final VouchedConnections connections;
    private final SealedSearches searches;
    private final SealedDeletions deletions;
    private final SecureRandom random = new SecureRandom();
    private final String holderId;
    private final LentKeys keys;
    private final List<Problem> warnings;

    /** Opens over a vault file whose key is known. */
    SealedVault(VaultRepository repository, Binding binding, String holderId, VaultKeys keys, List<Problem> warnings) {
        this.warnings = List.copyOf(warnings);
        this.repository = repository;
        this.rows = new RowSeal(binding);
        this.facts = new SealedFacts(binding);
        this.holderId = holderId;
        this.keys = new LentKeys(keys);
        this.connections = new VouchedConnections(repository, rows, facts);
        this.searches = new SealedSearches(repository, connections, facts, this.keys);
        this.deletions = new SealedDeletions(repository, this.keys);
    }

    /**
     * What the opening found and the owner should know: {@link ProblemCode#KEY_CHANGE_ELSEWHERE}, for each other folder that
     * something is left to, and {@link ProblemCode#PENDING_UNSEALED}.
     */
    public List<Problem> warnings() {
        return warnings;
    }

    /** The memory of what is searched in the connections of this vault: sealed with its keys, and closed with it. */
    public SearchMemory searches() {
        return searches;
    }

    @Override
    public DeletionMemory deletions() {
        return deletions;
    }

    @Override
    public void add(ConnectionId id, Endpoint endpoint, Secret password, List<ConnectionProfile> profiles)
            throws ProblemException {
        keys.change(open -> {
            MasterKeys now = open.current();
            repository.insert(rows.seal(now, id, endpoint, password), fact(now, profiles, Map.of(id, endpoint)));
        });
    }

    @Override
    public void replace(ConnectionId id, Endpoint endpoint, Secret password, List<ConnectionProfile> profiles)
            throws ProblemException {
        keys.change(open -> {
            MasterKeys now = open.current();
            StoredConnection row = rows.seal(now, id, endpoint, password);
            repository.put(row, fact(now, profiles, Map.of(id, endpoint)));
            rewrite();
        });
    }

    @Override
    public void takeIn(List<Arrival> arrivals, List<ConnectionProfile> profiles,
            UnaryOperator<List<KeptFilter>> filters) throws ProblemException {
        keys.change(open -> {
            MasterKeys now = open.current();
            var sealed = new ArrayList<StoredConnection>();
            var endpoints = new HashMap<ConnectionId, Endpoint>();
            for (Arrival one : arrivals) {
                endpoints.put(one.id(), one.endpoint());
                Secret password = one.password();
                if (password != null) {
                    sealed.add(rows.seal(now, one.id(), one.endpoint(), password));
                }
            }
            var changed = new HashMap<>(fact(now, profiles, endpoints));
            changed.putAll(searches.taking(now, filters.apply(searches.filtersOf(now)), !profiles.isEmpty()));
            repository.putAll(sealed, changed);
            rewrite();
        });
    }

    private Map<VaultFact, String> fact(MasterKeys now, List<ConnectionProfile> profiles,
            Map<ConnectionId, Endpoint> changed) throws ProblemException {
        return Map.of(VaultFact.PROFILES, facts.sealedProfiles(now, connections.toKeep(now, profiles, changed)));
    }

    @Override
    public Optional<Endpoint> endpoint(ConnectionId id) throws ProblemException {
        return keys.ask(open -> connections.endpoint(open.current(), id));
    }

    /** A full disk does not undo what is stored: the rewrite is announced, and the next opening does it. */
    private void rewrite() throws ProblemException {
        try {
            repository.compact();
        } catch (ProblemException failure) {
            if (failure.problem().code() != ProblemCode.DISK_FULL) {
                throw failure;
            }
            LOG.warn("no room to rewrite the vault file after a password was replaced");
        }
    }

    private static ProblemException unknown(ConnectionId id) {
        return ProblemException.of(ProblemCode.CONNECTION_UNKNOWN, id.value());
    }

    private StoredConnection stored(ConnectionId id) throws ProblemException {
        return repository.find(id).orElseThrow(() -> unknown(id));
    }

    @Override
    public SecretAccess access(ConnectionId id, Endpoint endpoint) {
        return new SecretAccess() {
            @Override
            public <T, X extends Exception> T use(Use<T, X> use) throws X, ProblemException {
                try (Secret password = password(id, endpoint)) {
                    return use.with(password);
                }
            }
        };
    }

    private Secret password(ConnectionId id, Endpoint endpoint) throws ProblemException {
        return keys.ask(open -> {
            StoredConnection row = stored(id);
            if (!row.endpoint().equals(endpoint)) {
                throw ProblemException.of(ProblemCode.PASSWORD_NOT_OF_THIS_ROW);
            }
            return rows.open(open.current(), row);
        });
    }

    @Override
    public Optional<Problem> delete(ConnectionId id) throws ProblemException {
        return keys.ask(open -> delete(open, id));
    }

    private Optional<Problem> delete(VaultKeys open, ConnectionId id) throws ProblemException {
        Optional<KeptConnections> kept = connections.kept(open.current());
        boolean isKept = kept.stream().flatMap(all -> all.profiles().stream())
                .anyMatch(profile -> profile.id().equals(id));
        if (repository.find(id).isEmpty() && !repository.lost().containsKey(id) && !isKept) {
            throw unknown(id);
        }
        var changed = new HashMap<>(open.retirementRequest());
        kept.ifPresent(all -> changed.put(VaultFact.PROFILES, facts.sealedProfiles(open.current(),
                all.without(id))));
        changed.putAll(searches.goingWith(open.current(), id));
        // the row goes first and durably, so that a key holder that hangs or is closed cannot delay it
        repository.apply(new VaultChange(Set.of(id), List.of(), changed));
        if (open.finishRetirement().isEmpty()) {
            return Optional.empty();
        }
        repository.compact();
        return Optional.of(Problem.of(ProblemCode.REKEY_PENDING));
    }

    @Override
    public Optional<Problem> changeKey() throws ProblemException {
        return keys.ask(VaultKeys::change).map(why -> Problem.of(ProblemCode.KEY_CHANGE_PENDING));
    }

    @Override
    public boolean retireUnasked() throws ProblemException {
        return keys.askIfFree(VaultKeys::finishUnasked).orElse(false);
    }

    @Override
    public void keepProfiles(List<ConnectionProfile> profiles) throws ProblemException {
        keys.change(open -> {
            MasterKeys now = open.current();
            KeptConnections toKeep = connections.toKeep(now, profiles, Map.of());
            if (!connections.kept(now).equals(Optional.of(toKeep))) {
                repository.apply(
                        VaultChange.ofFacts(Map.of(VaultFact.PROFILES, facts.sealedProfiles(now, toKeep))));
            }
        });
    }

    @Override
    public Optional<List<ConnectionProfile>> keptProfiles() throws ProblemException {
        return keys.ask(open -> connections.kept(open.current()).map(KeptConnections::profiles));
    }

    @Override
    public Secret storeKey() throws ProblemException {
        return fileKey(VaultFact.STORE_KEY);
    }

    @Override
    public Secret bookKey() throws ProblemException {
        return fileKey(VaultFact.BOOK_KEY);
    }

    private Secret fileKey(VaultFact fact) throws ProblemException {
        return keys.ask(open -> {
            MasterKeys now = open.current();
            String sealed = repository.facts().get(fact);
            if (sealed != null) {
                return facts.fileKey(now, fact, sealed).orElseThrow(() -> ProblemException.of(ProblemCode.KEY_FOREIGN));
            }
            byte[] bytes = new byte[FILE_KEY_BYTES];
            random.nextBytes(bytes);
            Secret fresh = Secret.owning(bytes);
            try (var half = HalfOpen.closedBy(fresh::close)) {
                repository.apply(VaultChange.ofFacts(Map.of(fact, facts.sealedFileKey(now, fact, fresh))));
                return half.whole(fresh);
            }
        });
    }

    @Override
    public VaultReport report() throws ProblemException {
        return keys.ask(this::report);
    }

    private VaultReport report(VaultKeys open) throws ProblemException {
        List<StoredConnection> found = repository.connections();
        var unsound = new ArrayList<>(repository.lost().keySet());
        int stored = unsound.size() + found.size();
        MasterKeys now = open.current();
        found.stream().filter(row -> !rows.isSealed(now, row)).map(StoredConnection::id).forEach(unsound::add);
        Map<VaultFact, String> known = repository.facts();
        return new VaultReport(holderId, VaultKeys.created(known), stored, unsound,
                open.isRetirementPending(known), open.leftTo(known));
    }

    @Override
    public void close() {
        keys.close();
    }
}
