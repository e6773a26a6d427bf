package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Endpoint;
import app.loupe.domain.HalfOpen;
import app.loupe.domain.InstallId;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.StoredConnection;
import app.loupe.domain.SystemAccount;
import app.loupe.domain.UserId;
import app.loupe.domain.VaultChange;
import app.loupe.domain.VaultFact;
import app.loupe.domain.VaultRepository;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The vault file of a data folder: {@code vault.mv.db}, a plain H2 file whose only secret column is ciphertext. Every
 * change is on the disk before its method returns. Safe for use by several threads.
 */
public final class VaultFile implements VaultRepository {
    /** The mapped classes of the vault, one for each table. */
    static final List<Class<?>> ENTITIES = List.of(ConnectionEntity.class, MetaEntity.class);

    private static final Logger LOG = LoggerFactory.getLogger(VaultFile.class);

    private final FileProtection folder;
    private final StoreSession session;
    private final InstallId install;
    private final VaultAccounts account;
    private final VaultLedger ledger;
    private final List<Problem> warnings = new ArrayList<>();

    private VaultFile(FileProtection folder, StoreSession session, InstallId install, VaultAccounts account,
            VaultLedger ledger, List<Problem> warnings) {
        this.folder = folder;
        this.session = session;
        this.install = install;
        this.account = account;
        this.ledger = ledger;
        this.warnings.addAll(warnings);
    }

    /**
     * Opens the vault of an existing folder, making it when there never was one, as the user that the account is there. A
     * file that is not what its ledger says is kept under another name and made anew; see {@link #warnings}.
     *
     * @param readOnly whether nothing in the folder may be changed: its vault is then read as it is, and whatever would change
     *     it, or any file beside it that is opened with it, is refused
     * @throws ProblemException ALREADY_OPEN when another process has it, VAULT_DAMAGED when the file cannot be read and
     *     no ledger tells of it (it is left as it is), VAULT_TOO_LARGE, STORE_HOSTILE, STORE_TOO_NEW,
     *     DATA_FOLDER_UNUSABLE, UNSAFE_JVM_SWITCH, DISK_FULL; DATA_FOLDER_READ_ONLY where nothing may be changed and the file
     *     is not there, is not what its ledger says, or would have to be changed before it can be read
     */
    public static VaultFile open(Path folder, boolean readOnly, SystemAccount account) throws ProblemException {
        return open(FileProtection.of(folder, readOnly), account, sql -> sql, VaultRescue::beginning);
    }

    static VaultFile open(FileProtection folder, SystemAccount account, StatementInspector inspector,
            VaultRescue.Reading reading) throws ProblemException {
        var ledger = new VaultLedger(folder, account);
        Optional<VaultState> kept = ledger.read();
        Optional<byte[]> before = VaultRescue.bytes(folder, reading);
        try {
            return open(folder, account, inspector, ledger, List.of());
        } catch (ProblemException failure) {
            if (kept.isEmpty() || before.isEmpty() || failure.problem().code() != ProblemCode.VAULT_DAMAGED) {
                throw failure;
            }
            LOG.warn("the vault file is not what its ledger says", failure.getCause());
            folder.demandMendable(folder.file(VaultOpening.FILE_NAME), failure);
        }
        try (RescueLock _ = RescueLock.take(folder)) {
            var mended = new ArrayList<Problem>();
            // a ledger that changed meanwhile is of a file that another process rebuilt, and may have open
            if (ledger.read().equals(kept)) {
                mended.add(new VaultRescue(folder, ledger, Clock.system(ZoneId.systemDefault())).run(kept.get(),
                        before.get()));
            }
            return open(folder, account, inspector, ledger, List.copyOf(mended));
        }
    }

    private static VaultFile open(FileProtection folder, SystemAccount account, StatementInspector inspector,
            VaultLedger ledger, List<Problem> warnings) throws ProblemException {
        Optional<VaultState> kept = ledger.read();
        H2File file = VaultOpening.open(folder, kept.isPresent());
        try (var half = HalfOpen.closedBy(file::close)) {
            var factory = StoreSession.factory(file, inspector, ENTITIES);
            var nobody = new StoreSession(file, new UserId("nobody"), factory);
            if (kept.isPresent()) {
                VaultState said = kept.get();
                demand(said.isOf(found(nobody, new StoreSession(file, new UserId(said.user()), factory))));
            }
            Optional<String> install = nobody.shared(s -> new VaultMeta(s).get(VaultState.INSTALL_ID));
            demand(install.isPresent());
            VaultAccounts accounts = account(file, nobody, account);
            var opened = new VaultFile(folder, new StoreSession(file, accounts.user(), factory),
                    new InstallId(install.orElseThrow()), accounts, ledger, warnings);
            if (!folder.isReadOnly()) {
                opened.catchUp(kept);
            }
            return half.whole(opened);
        } catch (ProblemException failure) {
            throw failure.problem().code() == ProblemCode.STORE_DAMAGED ? VaultOpening.damaged(failure) : failure;
        }
    }

    /**
     * Finds the account or adds it. Nothing is written for a known account: a full disk must not keep the owner from
     * reading.
     */
    private static VaultAccounts account(H2File file, StoreSession nobody, SystemAccount account)
            throws ProblemException {
        Optional<VaultAccounts> known = nobody.shared(s -> VaultAccounts.find(s, account));
        if (known.isPresent()) {
            return known.get();
        }
        file.demandWritable();
        VaultAccounts added = nobody.shared(s -> VaultAccounts.findOrAdd(s, account));
        file.checkpoint();
        return added;
    }

    private static void demand(boolean sound) throws ProblemException {
        if (!sound) {
            throw ProblemException.of(ProblemCode.VAULT_DAMAGED, VaultOpening.FILE_NAME);
        }
    }

    private static VaultState found(StoreSession nobody, StoreSession own) throws ProblemException {
        Map<String, String> shared = nobody.shared(VaultState::facts);
        return own.read(s -> VaultState.of(own.user().value(), shared, s));
    }

    /**
     * Brings the ledger up to date when a process was killed between a change and the writing of the ledger. The file is
     * flushed first, because its content may be only in the system's memory, and a ledger must never be newer than its
     * file. Does nothing when the ledger is up to date. A failure keeps nobody from reading: the file is as its ledger
     * says, or newer, and the next change or opening tries again. A full disk is reported wherever something is kept; any
     * other refusal becomes a warning here, because nothing else may be kept either.
     */
    private void catchUp(Optional<VaultState> said) throws ProblemException {
        if (said.filter(found(session, session)::equals).isPresent()) {
            return;
        }
        Optional<Problem> refused = folder.unlessRefused("what an ended process changed in the vault",
                session::checkpoint);
        if (refused.isEmpty()) {
            refused = tellLedger();
        }
        refused.filter(problem -> problem.code() != ProblemCode.DISK_FULL).ifPresent(warnings::add);
    }

    /**
     * Writes into the ledger what the file holds now, durably. If that fails, the ledger is older than the file until the
     * next change or opening; the change itself is on the disk.
     *
     * @return why it could not be written
     */
    private Optional<Problem> tellLedger() throws ProblemException {
        VaultState now = found(session, session);
        return folder.unlessRefused("the ledger of the vault", () -> ledger.write(now));
    }

    /**
     * What was found wrong at the opening: VAULT_MENDED for a file that was made anew, DATA_FOLDER_REFUSES when the
     * system refused to write.
     */
    public List<Problem> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public void demandWritable() throws ProblemException {
        folder.demandWritable();
    }

    @Override
    public InstallId install() {
        return install;
    }

    @Override
    public UserId user() {
        return account.user();
    }

    /** Name of this user's invoice store in the same folder, without {@code .mv.db}. */
    public String invoiceStoreName() {
        return account.invoiceStore();
    }

    /** Name of this user's book in the same folder, without {@code .mv.db}. */
    String bookName() {
        return account.book();
    }

    FileProtection folder() {
        return folder;
    }

    @Override
    public List<StoredConnection> connections() throws ProblemException {
        List<ConnectionEntity> rows = session.read(s -> new ConnectionRows(s).all());
        var connections = new ArrayList<StoredConnection>();
        for (ConnectionEntity row : rows) {
            try {
                connections.add(ConnectionRows.connection(row));
            } catch (ProblemException | IllegalArgumentException edited) {
                // not written by Loupe: it must not keep the owner from everything else
                LOG.warn("connection {} left out: its address is none", row.id);
            }
        }
        return List.copyOf(connections);
    }

    @Override
    public Optional<StoredConnection> find(ConnectionId id) throws ProblemException {
        Optional<ConnectionEntity> row = session.read(s -> new ConnectionRows(s).find(id));
        return row.isPresent() ? Optional.of(ConnectionRows.connection(row.get())) : Optional.empty();
    }

    @Override
    public Map<ConnectionId, Endpoint> lost() throws ProblemException {
        var lost = new LinkedHashMap<ConnectionId, Endpoint>();
        session.read(VaultState::facts).forEach((fact, value) -> VaultState.lost(fact)
                .ifPresent(id -> VaultState.endpoint(value).ifPresent(endpoint -> lost.put(id, endpoint))));
        return lost;
    }

    @Override
    public Map<VaultFact, String> facts() throws ProblemException {
        Map<String, String> all = session.read(s -> new VaultMeta(s).all().stream()
                .collect(Collectors.toMap(row -> row.name, row -> row.value)));
        var facts = new EnumMap<VaultFact, String>(VaultFact.class);
        for (VaultFact fact : VaultFact.values()) {
            String value = all.get(fact.key());
            if (value != null) {
                facts.put(fact, value);
            }
        }
        return Map.copyOf(facts);
    }

    /**
     * {@inheritDoc}
     *
     * @throws ProblemException {@link ProblemCode#CONNECTION_EXISTS} when the id is taken
     */
    @Override
    public void insert(StoredConnection connection, Map<VaultFact, String> facts) throws ProblemException {
        change(s -> {
            new ConnectionRows(s).add(connection);
            set(s, facts);
        });
    }

    @Override
    public void put(StoredConnection connection, Map<VaultFact, String> facts) throws ProblemException {
        // damaged files that were set aside are kept until a connection is deleted
        session.announceReplacement();
        change(s -> {
            new ConnectionRows(s).put(connection);
            set(s, facts);
        });
    }

    private static void set(StatelessSession s, Map<VaultFact, String> facts) {
        var meta = new VaultMeta(s);
        facts.forEach((fact, value) -> meta.set(fact.key(), value));
    }

    /**
     * {@inheritDoc}
     *
     * @throws ProblemException {@link ProblemCode#CONNECTION_UNKNOWN} when a row to seal again is not there; nothing of
     *     the change is then done
     */
    @Override
    public void apply(VaultChange change) throws ProblemException {
        if (!change.deleted().isEmpty() || !change.sealedAgain().isEmpty()) {
            // old ciphertext stays in the file until compact(), or else until the next opening
            session.announceRewrite();
        }
        change(s -> {
            var rows = new ConnectionRows(s);
            rows.remove(change.deleted());
            change.sealedAgain().forEach(rows::sealAgain);
            set(s, change.facts());
        });
    }

    @Override
    public void change(VaultFact fact, UnaryOperator<String> change) throws ProblemException {
        change(s -> {
            var meta = new VaultMeta(s);
            meta.set(fact.key(), change.apply(meta.get(fact.key()).orElse("")));
        });
    }

    @Override
    public void compact() throws ProblemException {
        session.compact();
    }

    /** The digest kept of a file's key; empty before the first opening. */
    Optional<String> kept(KeyCheck check) throws ProblemException {
        return session.read(s -> new VaultMeta(s).get(check.fact()));
    }

    void keep(KeyCheck check, String digest) throws ProblemException {
        change(s -> new VaultMeta(s).set(check.fact(), digest));
    }

    /**
     * Changes the file in one transaction that raises the generation, and puts it on the disk before the ledger is
     * written.
     */
    private void change(Consumer<StatelessSession> work) throws ProblemException {
        session.write(s -> {
            work.accept(s);
            var meta = new VaultMeta(s);
            long generation = VaultState.generation(meta.get(VaultState.GENERATION).orElse("")) + 1;
            meta.set(VaultState.GENERATION, Long.toString(generation));
            return generation;
        });
        session.checkpoint();
        tellLedger();
    }

    @Override
    public void close() {
        session.close();
    }
}
