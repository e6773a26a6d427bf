package app.loupe.store;

import app.loupe.domain.Blocking;
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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;
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

    private final LedgeredVault vault;
    private final InstallId install;
    private final VaultAccounts account;
    private final List<Problem> warnings;
    private final FormerFile former;
    private final VaultLock lock;
    /** Of the invoices' file, until that takes it. */
    private final AtomicReference<@Nullable EntityMapping> begun;

    private VaultFile(VaultOpening.Opened opened, EntityMapping begun, VaultLock lock) {
        this.lock = lock;
        this.begun = new AtomicReference<>(begun);
        this.vault = opened.vault();
        this.install = opened.install();
        this.account = opened.account();
        this.warnings = opened.warnings();
        this.former = opened.former();
    }

    /**
     * Opens the vault of an existing folder, making it when there never was one, as the user that the account is there. A
     * file that is not what its ledger says is kept under another name and made anew; see {@link #warnings}.
     *
     * @param readOnly whether nothing in the folder may be changed: its vault is then read as it is, and whatever would change
     *     it, or any file beside it that is opened with it, is refused
     * @throws ProblemException ALREADY_OPEN when another process has it, VAULT_DAMAGED when the file cannot be read and
     *     no ledger tells of it (it is left as it is), VAULT_MISSING when there is none and files that only it opens are there,
     *     VAULT_LEDGER_FOREIGN when its ledger is of another installation (nothing is changed then), VAULT_TOO_LARGE,
     *     STORE_HOSTILE, STORE_TOO_NEW, DATA_FOLDER_UNUSABLE, UNSAFE_JVM_SWITCH, DISK_FULL; DATA_FOLDER_READ_ONLY where nothing may be changed and the file
     *     is not there, is not what its ledger says, or would have to be changed before it can be read
     */
    public static VaultFile open(Path folder, boolean readOnly, SystemAccount account) throws ProblemException {
        return open(FileProtection.of(folder, readOnly), account, sql -> sql, VaultRescue::beginning);
    }

    static VaultFile open(FileProtection folder, SystemAccount account, StatementInspector inspector,
            VaultRescue.Reading reading) throws ProblemException {
        EntityMapping begun = EntityMapping.begin(StoredTable.entities());
        try (var half = HalfOpen.closedBy(begun::close)) {
            VaultLock lock = VaultLock.take(folder);
            try (var alone = HalfOpen.closedBy(lock::close)) {
                VaultOpening.Opened opened = new VaultOpening(folder, account, inspector).open(reading, lock);
                return half.whole(alone.whole(new VaultFile(opened, begun, lock)));
            }
        }
    }

    /**
     * What was found wrong at the opening: VAULT_MENDED for a file that was made anew, DATA_FOLDER_REFUSES when the
     * system refused to write.
     */
    public List<Problem> warnings() {
        return warnings;
    }

    /**
     * Call when the whole program is open: the file as it was before a migration goes, unless this opening has made the migration
     * or found something wrong.
     */
    @Blocking
    public void dropFormer() {
        if (warnings.isEmpty()) {
            former.foundWhole();
        }
    }

    @Override
    public void demandWritable() throws ProblemException {
        vault.folder().demandWritable();
    }

    @Override
    public InstallId install() {
        return install;
    }

    @Override
    public String place() {
        return vault.folder().place();
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

    /** The mapping of the invoices' file: the one that was begun with this file, and later ones begun when they are asked for. */
    EntityMapping invoiceMapping() {
        EntityMapping first = begun.getAndSet(null);
        return first == null ? EntityMapping.begin(StoredTable.entities()) : first;
    }

    FileProtection folder() {
        return vault.folder();
    }

    @Override
    public List<StoredConnection> connections() throws ProblemException {
        List<ConnectionEntity> rows = vault.read(s -> new ConnectionRows(s).all());
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
        Optional<ConnectionEntity> row = vault.read(s -> new ConnectionRows(s).find(id));
        return row.isPresent() ? Optional.of(ConnectionRows.connection(row.get())) : Optional.empty();
    }

    @Override
    public Map<ConnectionId, Endpoint> lost() throws ProblemException {
        var lost = new LinkedHashMap<ConnectionId, Endpoint>();
        vault.read(VaultState::facts).forEach((fact, value) -> VaultState.lost(fact)
                .ifPresent(id -> VaultState.endpoint(value).ifPresent(endpoint -> lost.put(id, endpoint))));
        return lost;
    }

    @Override
    public Map<VaultFact, String> facts() throws ProblemException {
        Map<String, String> all = vault.read(s -> new VaultMeta(s).all().stream()
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
        vault.change(s -> {
            new ConnectionRows(s).add(connection);
            set(s, facts);
        });
    }

    @Override
    public void putAll(List<StoredConnection> connections, Map<VaultFact, String> facts) throws ProblemException {
        // damaged files that were set aside are kept until a connection is deleted or the key is changed
        vault.announceReplacement();
        vault.change(s -> {
            connections.forEach(new ConnectionRows(s)::put);
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
            vault.announceRewrite();
        }
        vault.change(s -> {
            var rows = new ConnectionRows(s);
            rows.remove(change.deleted());
            change.sealedAgain().forEach(rows::sealAgain);
            set(s, change.facts());
        });
    }

    @Override
    public void change(VaultFact fact, UnaryOperator<String> change) throws ProblemException {
        vault.change(s -> {
            var meta = new VaultMeta(s);
            meta.set(fact.key(), change.apply(meta.get(fact.key()).orElse("")));
        });
    }

    @Override
    public void compact() throws ProblemException {
        vault.compact();
    }

    @Override
    public void rehearse() throws ProblemException {
        vault.rehearse();
    }

    /** The digest kept of a file's key; empty before the first opening. */
    Optional<String> kept(KeyCheck check) throws ProblemException {
        return vault.read(s -> new VaultMeta(s).get(check.fact()));
    }

    void keep(KeyCheck check, String digest) throws ProblemException {
        vault.change(s -> new VaultMeta(s).set(check.fact(), digest));
    }

    @Override
    public void close() {
        EntityMapping unused = begun.getAndSet(null);
        if (unused != null) {
            unused.close();
        }
        try {
            vault.close();
        } finally {
            lock.close();
        }
    }
}
