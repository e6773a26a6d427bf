package app.loupe.app;

import app.loupe.domain.Batch;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.CopyRepository;
import app.loupe.domain.CredentialVault;
import app.loupe.domain.Deadline;
import app.loupe.domain.DeletionMemory;
import app.loupe.domain.Endpoint;
import app.loupe.domain.InstallId;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.KeptFilter;
import app.loupe.domain.OdooGateway;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ProfileRepository;
import app.loupe.domain.SealedPassword;
import app.loupe.domain.Secret;
import app.loupe.domain.SecretAccess;
import app.loupe.domain.StoredConnection;
import app.loupe.domain.UserId;
import app.loupe.domain.VaultChange;
import app.loupe.domain.VaultFact;
import app.loupe.domain.VaultRepository;
import app.loupe.domain.Verification;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import testkit.ForgottenDrags;
import testkit.Profiles;
import testkit.InMemoryBook;

/** The vault file and the sealed store in memory; the power can be cut before any write. */
final class MemoryStores implements ProfileRepository, CredentialVault, VaultRepository {
    static final Duration NO_DEADLINE = Duration.ofDays(1);

    /** The process ends here: nothing after it runs, not even a handler of problems. */
    static final class PowerCut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    final Map<ConnectionId, StoredConnection> rows = new LinkedHashMap<>();
    final Map<ConnectionId, Endpoint> lost = new LinkedHashMap<>();
    final Map<VaultFact, String> facts = new EnumMap<>(VaultFact.class);
    final Map<ConnectionId, ConnectionProfile> profiles = new LinkedHashMap<>();
    final Map<ConnectionId, Integer> invoices = new LinkedHashMap<>();
    /** What is the owner's own. */
    final InMemoryBook book = new InMemoryBook();
    /** The profiles that the vault keeps. */
    Optional<List<ConnectionProfile>> kept = Optional.empty();
    /** The invoices of the copy, whichever connection is asked for. */
    final Map<Long, Invoice> books = new LinkedHashMap<>();
    /** The invoices that every server shows; null while none answers. */
    @Nullable
    Map<Long, Invoice> server;
    /** Every secret that was lent to a session. */
    final List<ConnectionId> widened = new ArrayList<>();
    final List<Secret> secretsLent = new ArrayList<>();
    /** How long each question to a server may take; {@link #NO_DEADLINE} where nothing limits it. */
    final List<Duration> timesLeft = new ArrayList<>();
    /** Writes that still succeed; none is refused while it is negative. */
    int writesLeft = -1;
    boolean vaultRefuses;
    /** Connections whose address no seal vouches for. */
    final Set<ConnectionId> unsealed = new HashSet<>();
    /** The disk has no room for another list of kept profiles. */
    boolean profilesRefused;
    /** Where the key is. */
    String holder = "secret-service";
    boolean rekeyPends;
    Optional<String> rekeyLeftTo = Optional.empty();
    /** The connections whose deletion has begun and whose books stay. */
    final Set<ConnectionId> keeping = new HashSet<>();
    /** The folder that the deletions are left to. */
    Optional<String> deletionsLeftTo = Optional.empty();
    /** What every server answers. */
    ProblemCode serverSays = ProblemCode.NETWORK_DOWN;
    /** What another thread does just before a fact is changed. */
    Runnable beforeChange = () -> {};
    /** The copy cannot be rewritten: of a connection its profile alone is deleted. */
    boolean diskFull;
    /** Of which connections the copy deletes nothing, and why. */
    final Map<ConnectionId, ProblemCode> copyKeeps = new HashMap<>();
    /** Why the vault deletes nothing. */
    @Nullable
    ProblemCode deletionRefused;
    /** The copy takes no profile. */
    boolean copyRefused;
    /** The copy keeps a profile, and says that it did not. */
    boolean flushRefused;
    /** Why the copy lets no profile go that never had a record. */
    @Nullable
    ProblemCode withdrawalRefused;
    /** How often the copy was rewritten, or was to be. */
    int rewrites;
    final ForgottenDrags dragged = new ForgottenDrags();

    DeskPorts ports() {
        var copy = (CopyRepository) Proxy.newProxyInstance(CopyRepository.class.getClassLoader(),
                new Class<?>[] {CopyRepository.class}, new CopyOfMemory(this));
        var gateway = (OdooGateway) Proxy.newProxyInstance(OdooGateway.class.getClassLoader(),
                new Class<?>[] {OdooGateway.class}, (proxy, method, arguments) -> {
                    timesLeft.add(Deadline.left(NO_DEADLINE));
                    if (server == null) {
                        throw ProblemException.of(serverSays);
                    }
                    return method.getName().equals("open") ? session((SecretAccess) arguments[2]) : null;
                });
        return new DeskPorts(this, this, this, copy, gateway, book, dragged);
    }

    /** A session on the server; it looks at the password as a real one does. */
    private InvoiceSource session(SecretAccess secret) throws ProblemException {
        secret.use(lent -> {
            secretsLent.add(lent);
            return lent.length();
        });
        Map<Long, Invoice> there = Objects.requireNonNull(server);
        return (InvoiceSource) Proxy.newProxyInstance(InvoiceSource.class.getClassLoader(),
                new Class<?>[] {InvoiceSource.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("invoices")) {
                        return null;
                    }
                    timesLeft.add(Deadline.left(NO_DEADLINE));
                    List<?> ids = (List<?>) arguments[0];
                    return new Batch<>(there.values().stream().filter(found -> ids.contains(found.id())).toList(),
                            List.of());
                });
    }

    /** Loses the password of a row, as a damaged vault file does. */
    void lose(ConnectionId id) {
        lost.put(id, find(id).orElseThrow().endpoint());
        rows.remove(id);
    }

    /** One write, refused when there are none left. */
    void write() {
        if (writesLeft == 0) {
            throw new PowerCut();
        }
        writesLeft--;
    }

    @Override
    public List<ConnectionProfile> profiles() {
        return List.copyOf(profiles.values());
    }

    @Override
    public Optional<ConnectionProfile> profile(ConnectionId id) {
        return Optional.ofNullable(profiles.get(id));
    }

    @Override
    public void put(ConnectionProfile profile) throws ProblemException {
        if (copyRefused) {
            throw ProblemException.of(ProblemCode.STORE_FAILED, "invoices.mv.db");
        }
        write();
        profiles.put(profile.id(), profile.expiring(null));
        if (flushRefused) {
            throw ProblemException.of(ProblemCode.STORE_FAILED, "store.ledger");
        }
    }

    @Override
    public void verified(ConnectionId id, Verification verification) throws ProblemException {
        write();
        change(id, profile -> profile.verified(verification));
    }

    @Override
    public void synced(ConnectionId id, Instant when, String serverVersion) throws ProblemException {
        write();
        change(id, profile -> Profiles.synced(profile, when, serverVersion));
    }

    @Override
    public void edit(ConnectionId id, ConnectionDetails details, @Nullable LocalDate since) throws ProblemException {
        write();
        change(id, profile -> profile.edited(details, since).expiring(null));
    }

    @Override
    public DeletionMemory deletions() {
        return new NotedDeletions(this, this);
    }

    private void change(ConnectionId id, UnaryOperator<ConnectionProfile> change) throws ProblemException {
        if (profiles.computeIfPresent(id, (key, profile) -> change.apply(profile)) == null) {
            throw ProblemException.of(ProblemCode.CONNECTION_UNKNOWN, id.value());
        }
    }

    @Override
    public void add(ConnectionId id, Endpoint endpoint, Secret password, List<ConnectionProfile> all)
            throws ProblemException {
        if (vaultRefuses) {
            throw ProblemException.of(ProblemCode.KEYRING_LOCKED);
        }
        write(new StoredConnection(id, endpoint, new SealedPassword("sealed-" + password.length())));
        kept = Optional.of(bare(all));
    }

    @Override
    public void replace(ConnectionId id, Endpoint endpoint, Secret password, List<ConnectionProfile> all)
            throws ProblemException {
        if (vaultRefuses) {
            throw ProblemException.of(ProblemCode.KEYRING_LOCKED);
        }
        write(new StoredConnection(id, endpoint, new SealedPassword("again-" + password.length())));
        kept = Optional.of(bare(all));
    }

    @Override
    public void takeIn(List<Arrival> arrivals, List<ConnectionProfile> all,
            UnaryOperator<List<KeptFilter>> filters) throws ProblemException {
        throw new UnsupportedOperationException("nothing comes from another computer here");
    }

    @Override
    public SecretAccess access(ConnectionId id, Endpoint endpoint) {
        throw new UnsupportedOperationException("no password is needed here");
    }

    @Override
    public Optional<Problem> delete(ConnectionId id) throws ProblemException {
        if (deletionRefused != null) {
            throw ProblemException.of(deletionRefused);
        }
        write();
        rows.remove(id);
        lost.remove(id);
        kept = kept.map(all -> all.stream().filter(profile -> !profile.id().equals(id)).toList());
        return rekeyPends ? Optional.of(Problem.of(ProblemCode.REKEY_PENDING)) : Optional.empty();
    }

    @Override
    public Optional<Problem> changeKey() {
        return rekeyPends ? Optional.of(Problem.of(ProblemCode.KEY_CHANGE_PENDING)) : Optional.empty();
    }

    @Override
    public boolean retireUnasked() {
        return false;
    }

    @Override
    public void keepProfiles(List<ConnectionProfile> all) throws ProblemException {
        if (profilesRefused) {
            throw ProblemException.of(ProblemCode.DISK_FULL, "vault.mv.db");
        }
        if (!kept.equals(Optional.of(bare(all)))) {
            write();
            kept = Optional.of(bare(all));
        }
    }

    private static List<ConnectionProfile> bare(List<ConnectionProfile> all) {
        return all.stream().map(p -> new ConnectionProfile(p.id(), p.kind(), p.name(), p.since(), p.pin(), "", null,
                p.keyExpires())).toList();
    }

    @Override
    public Optional<Endpoint> endpoint(ConnectionId id) {
        Optional<Endpoint> said = find(id).map(StoredConnection::endpoint).or(() -> Optional.ofNullable(lost.get(id)));
        return unsealed.contains(id) ? Optional.empty() : said;
    }

    @Override
    public Optional<List<ConnectionProfile>> keptProfiles() {
        return kept;
    }

    @Override
    public Secret storeKey() {
        return Secret.owning(new byte[32]);
    }

    @Override
    public Secret bookKey() {
        return Secret.owning(new byte[32]);
    }

    @Override
    public VaultReport report() {
        return new VaultReport(holder, Optional.empty(), rows.size() + lost.size(),
                List.copyOf(lost.keySet()), rekeyPends, rekeyLeftTo);
    }

    @Override
    public InstallId install() {
        return new InstallId("install");
    }

    @Override
    public String place() {
        return "memory";
    }

    @Override
    public UserId user() {
        return new UserId("user");
    }

    @Override
    public List<StoredConnection> connections() {
        return List.copyOf(rows.values());
    }

    @Override
    public Optional<StoredConnection> find(ConnectionId id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public Map<ConnectionId, Endpoint> lost() {
        return Map.copyOf(lost);
    }

    @Override
    public Map<VaultFact, String> facts() {
        return Map.copyOf(facts);
    }

    @Override
    public void insert(StoredConnection connection, Map<VaultFact, String> changed) {
        write(connection);
        facts.putAll(changed);
    }

    private void write(StoredConnection connection) {
        write();
        rows.put(connection.id(), connection);
        lost.remove(connection.id());
    }

    @Override
    public void putAll(List<StoredConnection> connections, Map<VaultFact, String> changed) {
        throw new UnsupportedOperationException("the vault writes rows and facts itself");
    }

    @Override
    public void apply(VaultChange change) {
        write();
        change.facts().forEach((fact, value) -> {
            if (value.isEmpty()) {
                facts.remove(fact);
            } else {
                facts.put(fact, value);
            }
        });
    }

    @Override
    public void change(VaultFact fact, UnaryOperator<String> change) {
        beforeChange.run();
        apply(VaultChange.ofFacts(Map.of(fact, change.apply(facts.getOrDefault(fact, "")))));
    }

    @Override
    public void compact() {
        // nothing is left in memory
    }

    @Override
    public void rehearse() {
        // there is room in memory
    }

    @Override
    public void close() {
        // nothing to close
    }
}
