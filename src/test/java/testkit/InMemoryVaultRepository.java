package testkit;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Endpoint;
import app.loupe.domain.InstallId;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.StoredConnection;
import app.loupe.domain.UserId;
import app.loupe.domain.VaultChange;
import app.loupe.domain.VaultFact;
import app.loupe.domain.VaultRepository;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A vault file in memory: changes are whole or not at all; every change counts as a call that can crash. */
public final class InMemoryVaultRepository implements VaultRepository {
    private final InstallId install;
    private final UserId user;
    private final CallCounter counter;
    private final Map<ConnectionId, StoredConnection> rows = new LinkedHashMap<>();
    private final Map<ConnectionId, Endpoint> lost = new LinkedHashMap<>();
    private final Map<VaultFact, String> facts = new EnumMap<>(VaultFact.class);
    private String place = "here";
    private int compactions;
    private boolean full;
    private Optional<ProblemCode> refusal = Optional.empty();
    private Optional<ProblemCode> refusedAfter = Optional.empty();

    /** An empty vault file. */
    public InMemoryVaultRepository(InstallId install, UserId user, CallCounter counter) {
        this.install = install;
        this.user = user;
        this.counter = counter;
    }

    /** An empty vault file of "install-1" and "user-1" that never crashes. */
    public InMemoryVaultRepository() {
        this(new InstallId("install-1"), new UserId("user-1"), new CallCounter());
    }

    @Override
    public InstallId install() {
        return install;
    }

    @Override
    public String place() {
        return place;
    }

    /** Lies elsewhere from now on. */
    public InMemoryVaultRepository movedTo(String elsewhere) {
        place = elsewhere;
        return this;
    }

    @Override
    public UserId user() {
        return user;
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

    /** Loses the sealed password of a row, as a damaged file does, uncounted. */
    public void lose(ConnectionId id) {
        StoredConnection row = rows.remove(id);
        if (row != null) {
            lost.put(id, row.endpoint());
        }
    }

    @Override
    public Map<VaultFact, String> facts() {
        return Map.copyOf(facts);
    }

    @Override
    public void insert(StoredConnection connection, Map<VaultFact, String> changed) {
        putAll(List.of(connection), changed);
    }

    @Override
    public void putAll(List<StoredConnection> connections, Map<VaultFact, String> changed) {
        counter.begin();
        connections.forEach(this::put);
        changed.forEach(this::putFact);
        counter.end();
    }

    @Override
    public void apply(VaultChange change) throws ProblemException {
        if (refusal.isPresent()) {
            throw ProblemException.of(refusal.get(), "vault.mv.db");
        }
        counter.begin();
        change.deleted().forEach(rows::remove);
        change.deleted().forEach(lost::remove);
        change.sealedAgain().forEach(row -> rows.replace(row.id(), row));
        change.facts().forEach(this::putFact);
        counter.end();
        if (refusedAfter.isPresent() && change.facts().containsKey(VaultFact.KEY_ID)) {
            ProblemCode code = refusedAfter.get();
            refusedAfter = Optional.empty();
            throw ProblemException.of(code, "vault.mv.db");
        }
    }

    @Override
    public void change(VaultFact fact, UnaryOperator<String> change) throws ProblemException {
        apply(VaultChange.ofFacts(Map.of(fact, change.apply(facts.getOrDefault(fact, "")))));
    }

    @Override
    public void compact() throws ProblemException {
        write();
        compactions++;
    }

    @Override
    public void rehearse() throws ProblemException {
        write();
    }

    private void write() throws ProblemException {
        if (full) {
            throw ProblemException.of(ProblemCode.DISK_FULL, "vault.mv.db");
        }
        counter.begin();
        counter.end();
    }

    /** Whether there is no room to rewrite the file. */
    public void full(boolean now) {
        full = now;
    }

    /** Says once that it refused, of the change that names another key, which it has applied all the same. */
    public void refuseAfterAnotherKey(ProblemCode code) {
        refusedAfter = Optional.of(code);
    }

    /** Applies nothing from now on. */
    public void refuse(ProblemCode code) {
        refusal = Optional.of(code);
    }

    /** Applies what it is given again. */
    public void behave() {
        refusal = Optional.empty();
    }

    /** How often the file was rewritten. */
    public int compactions() {
        return compactions;
    }

    /** Puts a row as somebody with an editor for the file could, uncounted. */
    public void put(StoredConnection row) {
        rows.put(row.id(), row);
        lost.remove(row.id());
    }

    /** Sets a fact behind the vault's back, uncounted; an empty text removes it. */
    public void putFact(VaultFact fact, String value) {
        if (value.isEmpty()) {
            facts.remove(fact);
        } else {
            facts.put(fact, value);
        }
    }

    /** A second, independent file with the same content, as a back-up has it. */
    public InMemoryVaultRepository snapshot() {
        var copy = new InMemoryVaultRepository(install, user, new CallCounter());
        copy.rows.putAll(rows);
        copy.lost.putAll(lost);
        copy.facts.putAll(facts);
        return copy;
    }

    @Override
    public void close() {
        // memory needs no closing
    }
}
