package app.loupe.vault;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.CredentialVault;
import app.loupe.domain.Endpoint;
import app.loupe.domain.HalfOpen;
import app.loupe.domain.KeptFilter;
import app.loupe.domain.KeptSearch;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.SecretAccess;
import app.loupe.domain.StoredConnection;
import app.loupe.domain.VaultChange;
import app.loupe.domain.VaultFact;
import app.loupe.domain.VaultRepository;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open vault over one vault file and one key holder. Safe for use by several threads: one lock guards keys and rows,
 * and it is not held while a lent password is in use.
 */
final class SealedVault implements CredentialVault {
    private static final Logger LOG = LoggerFactory.getLogger(SealedVault.class);
    private static final int FILE_KEY_BYTES = 32;

    private final VaultRepository repository;
    private final RowSeal rows;
    private final SealedFacts facts;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock lock = new ReentrantLock();
    private final String holderId;
    private @Nullable VaultKeys keys;

    /** Opens over a vault file whose key is known. */
    SealedVault(VaultRepository repository, Binding binding, String holderId, VaultKeys keys) {
        this.repository = repository;
        this.rows = new RowSeal(binding);
        this.facts = new SealedFacts(binding);
        this.holderId = holderId;
        this.keys = keys;
    }

    @Override
    public void add(ConnectionId id, Endpoint endpoint, Secret password, List<ConnectionProfile> profiles)
            throws ProblemException {
        lock.lock();
        try {
            MasterKeys now = keys().current();
            repository.insert(rows.seal(now, id, endpoint, password), fact(now, profiles, Map.of(id, endpoint)));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void replace(ConnectionId id, Endpoint endpoint, Secret password, List<ConnectionProfile> profiles)
            throws ProblemException {
        lock.lock();
        try {
            MasterKeys now = keys().current();
            StoredConnection row = rows.seal(now, id, endpoint, password);
            repository.put(row, fact(now, profiles, Map.of(id, endpoint)));
            rewrite();
        } finally {
            lock.unlock();
        }
    }

    private Map<VaultFact, String> fact(MasterKeys now, List<ConnectionProfile> profiles,
            Map<ConnectionId, Endpoint> changed) throws ProblemException {
        return Map.of(VaultFact.PROFILES, facts.sealedProfiles(now, toKeep(now, profiles, changed)));
    }

    /** Where a connection leads is sealed with its profile only as far as a seal says so already: nothing else is believed. */
    private KeptConnections toKeep(MasterKeys now, List<ConnectionProfile> profiles,
            Map<ConnectionId, Endpoint> changed) throws ProblemException {
        var endpoints = new HashMap<ConnectionId, Endpoint>();
        kept(now).ifPresent(before -> endpoints.putAll(before.endpoints()));
        repository.connections().stream().filter(row -> rows.isSealed(now, row))
                .forEach(row -> endpoints.put(row.id(), row.endpoint()));
        endpoints.putAll(changed);
        return new KeptConnections(bare(profiles), endpoints);
    }

    @Override
    public Optional<Endpoint> endpoint(ConnectionId id) throws ProblemException {
        lock.lock();
        try {
            MasterKeys now = keys().current();
            Optional<StoredConnection> row = repository.connections().stream().filter(one -> one.id().equals(id))
                    .findFirst();
            Map<ConnectionId, Endpoint> lost = repository.lost();
            Optional<Endpoint> said = row.map(StoredConnection::endpoint)
                    .or(() -> Optional.ofNullable(lost.get(id)));
            if (row.filter(one -> rows.isSealed(now, one)).isPresent()) {
                return said;
            }
            Optional<Endpoint> sealed = kept(now).map(kept -> kept.endpoints().get(id));
            return said.isEmpty() || said.equals(sealed) ? sealed : Optional.empty();
        } finally {
            lock.unlock();
        }
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
        lock.lock();
        try {
            StoredConnection row = stored(id);
            if (!row.endpoint().equals(endpoint)) {
                throw ProblemException.of(ProblemCode.PASSWORD_NOT_OF_THIS_ROW);
            }
            return rows.open(keys().current(), row);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Problem> delete(ConnectionId id) throws ProblemException {
        lock.lock();
        try {
            VaultKeys open = keys();
            Optional<KeptConnections> kept = kept(open.current());
            boolean isKept = kept.stream().flatMap(all -> all.profiles().stream())
                    .anyMatch(profile -> profile.id().equals(id));
            if (repository.find(id).isEmpty() && !repository.lost().containsKey(id) && !isKept) {
                throw unknown(id);
            }
            var changed = new HashMap<>(open.retirementRequest());
            kept.ifPresent(all -> changed.put(VaultFact.PROFILES, facts.sealedProfiles(open.current(),
                    all.without(id))));
            if (search(open.current()).filter(search -> !search.connections().contains(id)).isEmpty()) {
                changed.put(VaultFact.SEARCH, "");
            }
            if (Set.of(id).containsAll(known(open.current()))) {
                changed.put(VaultFact.FILTERS, "");
            }
            // the row goes first and durably, so that a key holder that hangs or is closed cannot delay it
            repository.apply(new VaultChange(Set.of(id), List.of(), changed));
            if (open.finishRetirement().isEmpty()) {
                return Optional.empty();
            }
            repository.compact();
            return Optional.of(Problem.of(ProblemCode.REKEY_PENDING));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void keepProfiles(List<ConnectionProfile> profiles) throws ProblemException {
        lock.lock();
        try {
            MasterKeys now = keys().current();
            KeptConnections toKeep = toKeep(now, profiles, Map.of());
            if (!kept(now).equals(Optional.of(toKeep))) {
                repository.apply(
                        VaultChange.ofFacts(Map.of(VaultFact.PROFILES, facts.sealedProfiles(now, toKeep))));
            }
        } finally {
            lock.unlock();
        }
    }

    private static List<ConnectionProfile> bare(List<ConnectionProfile> profiles) {
        return profiles.stream().map(
                p -> new ConnectionProfile(p.id(), p.kind(), p.name(), p.since(), p.pin(), "", null, p.keyExpires()))
                .toList();
    }

    @Override
    public Optional<List<ConnectionProfile>> keptProfiles() throws ProblemException {
        lock.lock();
        try {
            return kept(keys().current()).map(KeptConnections::profiles);
        } finally {
            lock.unlock();
        }
    }

    private Optional<KeptConnections> kept(MasterKeys now) throws ProblemException {
        return Optional.ofNullable(repository.facts().get(VaultFact.PROFILES))
                .flatMap(sealed -> facts.profiles(now, sealed));
    }

    @Override
    public void keepSearch(KeptSearch search) throws ProblemException {
        lock.lock();
        try {
            MasterKeys now = keys().current();
            boolean toKeep = search.isToKeep() && known(now).containsAll(search.connections());
            boolean asItIs = toKeep
                    ? search(now).equals(Optional.of(search))
                    : !repository.facts().containsKey(VaultFact.SEARCH);
            if (!asItIs) {
                repository.apply(VaultChange.ofFacts(
                        Map.of(VaultFact.SEARCH, toKeep ? facts.sealedSearch(now, search) : "")));
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<KeptSearch> keptSearch() throws ProblemException {
        lock.lock();
        try {
            return search(keys().current());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void keepFilters(List<KeptFilter> filters) throws ProblemException {
        if (filters.size() > KeptFilter.MOST || !filters.stream().allMatch(KeptFilter::isToKeep)) {
            throw new IllegalArgumentException("filters that are not to be kept");
        }
        lock.lock();
        try {
            MasterKeys now = keys().current();
            String before = filters(now);
            String toKeep = known(now).isEmpty() ? "" : FilterText.text(filters, before);
            if (!before.equals(toKeep)) {
                repository.apply(VaultChange.ofFacts(
                        Map.of(VaultFact.FILTERS, toKeep.isEmpty() ? "" : facts.sealedFilters(now, toKeep))));
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<KeptFilter> keptFilters() throws ProblemException {
        lock.lock();
        try {
            return FilterText.read(filters(keys().current()));
        } finally {
            lock.unlock();
        }
    }

    /** The text of the filters that are kept; empty when there are none, or they do not open with the key. */
    private String filters(MasterKeys now) throws ProblemException {
        return Optional.ofNullable(repository.facts().get(VaultFact.FILTERS))
                .flatMap(sealed -> facts.filters(now, sealed)).orElse("");
    }

    private Optional<KeptSearch> search(MasterKeys now) throws ProblemException {
        return Optional.ofNullable(repository.facts().get(VaultFact.SEARCH))
                .flatMap(sealed -> facts.search(now, sealed));
    }

    /** The connections that were not deleted: a window may still show one that just was. */
    private Set<ConnectionId> known(MasterKeys now) throws ProblemException {
        var known = new HashSet<>(repository.lost().keySet());
        repository.connections().forEach(row -> known.add(row.id()));
        kept(now).stream().flatMap(all -> all.profiles().stream()).forEach(profile -> known.add(profile.id()));
        return known;
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
        lock.lock();
        try {
            MasterKeys now = keys().current();
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
        } finally {
            lock.unlock();
        }
    }

    @Override
    public VaultReport report() throws ProblemException {
        lock.lock();
        try {
            MasterKeys now = keys().current();
            List<StoredConnection> found = repository.connections();
            var unsound = new ArrayList<>(repository.lost().keySet());
            int stored = unsound.size() + found.size();
            found.stream().filter(row -> !rows.isSealed(now, row)).map(StoredConnection::id).forEach(unsound::add);
            Map<VaultFact, String> known = repository.facts();
            return new VaultReport(holderId, created(known.getOrDefault(VaultFact.KEY_CREATED, "")), stored, unsound,
                    known.containsKey(VaultFact.PENDING_REKEY));
        } finally {
            lock.unlock();
        }
    }

    private static Optional<Instant> created(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException damaged) {
            return Optional.empty();
        }
    }

    private VaultKeys keys() {
        if (keys == null) {
            throw new IllegalStateException("the vault is closed");
        }
        return keys;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            // Tink's key objects cannot be wiped; without a reference they are unreachable and freed
            if (keys != null) {
                keys.close();
            }
            keys = null;
        } finally {
            lock.unlock();
        }
    }
}
