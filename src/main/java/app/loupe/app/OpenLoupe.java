package app.loupe.app;

import app.loupe.app.commands.RowSelection;
import app.loupe.app.commands.Services;
import app.loupe.domain.LastRuns;
import app.loupe.domain.RunRecord;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Blocking;
import app.loupe.domain.ChangeHistory;
import app.loupe.domain.Connections;
import app.loupe.domain.CopyChanges;
import app.loupe.domain.DraggedFiles;
import app.loupe.domain.HalfOpen;
import app.loupe.domain.InAnyCase;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.KeyHolder;
import app.loupe.domain.KnownFindings;
import app.loupe.domain.OdooGateway;
import app.loupe.domain.Originals;
import app.loupe.domain.OwnerBook;
import app.loupe.domain.OwnerNotes;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.SecurityChecks;
import app.loupe.domain.SyncJournal;
import app.loupe.domain.SystemAccount;
import app.loupe.domain.Transfers;
import app.loupe.domain.VaultFact;
import app.loupe.odoo.HttpsOdooGateway;
import app.loupe.review.Shelf;
import app.loupe.sample.SampleOpener;
import app.loupe.settings.DataFolder;
import app.loupe.settings.DragFolder;
import app.loupe.settings.PosixFolderCheck;
import app.loupe.settings.SettingsFile;
import app.loupe.store.InvoiceStore;
import app.loupe.store.OwnerBookFile;
import app.loupe.store.VaultFile;
import app.loupe.sync.CancellablePause;
import app.loupe.sync.OriginalFetch;
import app.loupe.sync.SyncEngine;
import app.loupe.sync.SyncPorts;
import app.loupe.sync.Turns;
import app.loupe.sync.SyncRunner;
import app.loupe.text.Texts;
import app.loupe.updates.UpdateOrigin;
import app.loupe.vault.SealedVault;
import app.loupe.vault.VaultOpener;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Everything behind the window and the command line, open: vault file, vault, sealed store, the owner's book, the way to
 * Odoo, and the engine. Closing lets go of the keys.
 */
final class OpenLoupe implements Services {
    private final VaultFile rows;
    private final SealedVault vault;
    private final InvoiceStore store;
    private final OwnerBookFile book;
    private final Clock clock;
    private final Shelf shelf;
    private final ConnectionDesk desk;
    private final DeskPorts ports;
    private final SettingsFile settings;
    private final SyncEngine engine;
    private final OriginalFetch fetch;
    private final SecurityChecks checks;
    private final DraggedFiles dragged;
    private final Closing closing;
    private final String keyHolder;
    private final boolean readOnly;
    private final ScrubTimes scrubs;
    private final CopyChanges changes = new CopyChanges();
    private final List<Problem> warnings = new ArrayList<>();
    private volatile Runnable lossHeard = () -> {};

    /** The files and the way to Odoo, open. */
    private record Opened(VaultFile rows, SealedVault vault, InvoiceStore store, OwnerBookFile book,
            DraggedFiles dragged, OdooGateway gateway, ExecutorService fetcher) {}

    /**
     * What to do in the end, in the order of its constants, whether or not all of it was opened: whoever asks a server ends before
     * the files; the copy before the book, because what is being stored is noted there; and the keys last, with what they are
     * kept in.
     */
    private static final class Closing {
        private enum Step {
            DRAGGED,
            END_OF_PROCESS,
            FETCHER,
            GATEWAY,
            STORE,
            BOOK,
            VAULT,
            ROWS
        }

        private final Map<Step, Runnable> steps = new EnumMap<>(Step.class);

        void add(Step step, Runnable close) {
            steps.put(step, close);
        }

        void all() {
            InAnyCase.all(List.copyOf(steps.values()));
        }
    }

    private OpenLoupe(DataFolder folder, Opened files, Closing closing, Clock clock, Texts texts)
            throws ProblemException {
        this.closing = closing;
        this.rows = files.rows();
        this.vault = files.vault();
        this.store = files.store();
        this.book = files.book();
        this.dragged = files.dragged();
        this.clock = clock;
        this.readOnly = folder.isReadOnly();
        store.onLoss(of -> {
            of.forEach(changes::all);
            lossHeard.run();
        });
        var copies = new NotedCopy(store.copies(book, clock), changes);
        this.shelf = new Shelf(store.reader(), changes, texts.decimals());
        this.ports = new DeskPorts(rows, vault, store.profiles(), copies, files.gateway(), book, dragged);
        this.desk = new ConnectionDesk(ports, clock, new SecureRandom(), texts.get("sample.name"), readOnly);
        this.settings = new SettingsFile(folder.path());
        var sources = new ConnectionSources(store.profiles(), rows, vault, files.gateway(),
                new SampleOpener(() -> LocalDate.now(clock)));
        var syncPorts = new SyncPorts(desk.leading(sources), copies, desk.profiles(), store.journal(),
                this::examine);
        var turns = new Turns();
        this.engine = new SyncEngine(syncPorts, clock, new CancellablePause(), turns, files.fetcher());
        this.fetch = new OriginalFetch(syncPorts, store.originals(), clock, turns);
        var own = new SelfCheck(vault, rows, store.journal(), new PosixFolderCheck(folder),
                new CheckText(texts, clock.getZone()));
        this.checks = new ToldUpdates(own, settings,
                UpdateOrigin.ofThisBuild().map(UpdateOrigin::host));
        this.scrubs = new ScrubTimes(rows, clock);
        this.keyHolder = rows.facts().getOrDefault(VaultFact.KEY_HOLDER, "");
    }

    /** Whoever has no key to a folder may begin anew, and must know which folder to put away. */
    private static SealedVault vault(DataFolder folder, VaultOpener opener, VaultFile rows, KeyHolder keyring,
            KeyHolder passphrase) throws ProblemException {
        try {
            return opener.open(rows, keyring, passphrase);
        } catch (ProblemException refused) {
            if (refused.problem().code() != ProblemCode.KEY_MISSING) {
                throw refused;
            }
            throw new ProblemException(Problem.of(ProblemCode.KEY_MISSING, folder.path().toString()), refused);
        }
    }

    /**
     * Opens the vault with the key of one of the holders, and the store with the key that the vault lends.
     *
     * @param texts name the sample company and the days of the security checks
     * @throws ProblemException as {@link VaultFile}, {@link VaultOpener} and {@link InvoiceStore} do; nothing stays
     * open
     */
    static OpenLoupe open(DataFolder folder, SystemAccount account, KeyHolder keyring, KeyHolder passphrase,
            Clock clock,
            Texts texts) throws ProblemException {
        var closing = new Closing();
        try (var half = HalfOpen.closedBy(closing::all)) {
            VaultFile rows = VaultFile.open(folder.path(), folder.isReadOnly(), account);
            closing.add(Closing.Step.ROWS, rows::close);
            // nobody else has the folder open: what lies there was left by a process that was killed
            var dragged = new DragFolder(folder);
            dragged.clear();
            closing.add(Closing.Step.DRAGGED, dragged::clear);
            SealedVault vault = vault(folder, new VaultOpener(clock), rows, keyring, passphrase);
            closing.add(Closing.Step.VAULT, vault::close);
            try (Secret key = vault.storeKey(); Secret bookKey = vault.bookKey()) {
                InvoiceStore store = InvoiceStore.open(rows, key, clock,
                        () -> vault.keptProfiles().orElse(List.of()));
                closing.add(Closing.Step.STORE, store::close);
                OwnerBookFile book = OwnerBookFile.open(rows, bookKey, store.held(), clock);
                closing.add(Closing.Step.BOOK, book::close);
                var gateway = new HttpsOdooGateway();
                closing.add(Closing.Step.GATEWAY, gateway::close);
                ExecutorService fetcher = Executors
                        .newThreadPerTaskExecutor(Thread.ofVirtual().name("odoo-", 1).factory());
                closing.add(Closing.Step.FETCHER, fetcher::shutdown);
                var open = new OpenLoupe(folder, new Opened(rows, vault, store, book, dragged, gateway, fetcher),
                        closing,
                        clock, texts);
                closing.add(Closing.Step.END_OF_PROCESS, EndOfProcess.doing(dragged::clear)::close);
                open.warnings.addAll(rows.warnings());
                open.warnings.addAll(vault.warnings());
                open.warnings.addAll(store.warnings());
                open.warnings.addAll(book.warnings());
                if (!folder.isReadOnly()) {
                    open.warnings.addAll(open.desk.repair());
                }
                open.desk.problems().values().forEach(open.warnings::addAll);
                // all of it is open: what lies there from before a migration is needed no more
                rows.dropFormer();
                store.dropFormer();
                book.dropFormer();
                return half.whole(open);
            }
        }
    }

    /** The same for a command beside the window, which gives it back. */
    LentServices lent(Lending.Loan loan) {
        return new LentServices(this, new Shelf(store.reader(), new CopyChanges()), loan);
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }

    @Override
    public Connections connections() {
        return desk;
    }

    @Override
    public Transfers transfers() {
        return transfers(new MovedSettings(settings::read, settings::write));
    }

    /** The same for a window, which remembers more than the file says. */
    Transfers transfers(MovedSettings remembered) {
        return new TransferDesk(desk, ports, book, vault.searches(), remembered);
    }

    @Override
    public InvoiceReader invoices() {
        return store.reader();
    }

    @Override
    public ChangeHistory changes() {
        return book;
    }

    @Override
    public KnownFindings known() {
        return book;
    }

    @Override
    public OwnerNotes notes() {
        return book;
    }

    @Override
    public Map<ConnectionId, RunRecord> lastRuns() throws ProblemException {
        return LastRuns.of(store.journal().runs(SyncJournal.RUNS_ALWAYS_KEPT));
    }

    @Override
    public SyncRunner sync() {
        return engine;
    }

    @Override
    public Shelf shelf() {
        return shelf;
    }

    /**
     * Tells the window from now on, and nobody else, that what it shows of the copy is no longer there, because damage was met; on
     * the thread of whoever met it. The shelf knows by then.
     */
    void onLoss(Runnable hears) {
        lossHeard = hears;
    }

    /** The owner's book, for the window. */
    OwnerBook book() {
        return book;
    }

    /** The sync log, for the window. */
    SyncJournal journal() {
        return store.journal();
    }

    /** The original PDFs that the copy holds, for the window. */
    Originals originals() {
        return store.originals();
    }

    /** Reads an original PDF from Odoo, for the window. */
    OriginalFetch fetch() {
        return fetch;
    }

    /** The files that are dragged out of the window. */
    DraggedFiles dragged() {
        return dragged;
    }

    /** The search of the last time and the next, for the window. */
    LastSearch search() {
        return new LastSearch(vault.searches());
    }

    /** The filters that the owner named, for the window. */
    SavedFilters filters() {
        return new SavedFilters(vault.searches());
    }

    @Override
    public SecurityChecks checks() {
        return checks;
    }

    @Override
    public Optional<Problem> changeKey() throws ProblemException {
        return desk.changeKey();
    }

    /** Retires the key that a deletion left, for the window; see {@link SealedVault#retireUnasked}. */
    @Blocking
    boolean retireUnasked() throws ProblemException {
        return vault.retireUnasked();
    }

    @Override
    public RowSelection selection(Shelf of) {
        return new QuerySelection(of, book, clock);
    }

    @Override
    public String keyHolder() {
        return keyHolder;
    }

    @Override
    public List<Problem> warnings() {
        // a disk that takes nothing is said by each file
        return warnings.stream().distinct().toList();
    }

    /** Counts the records of the copy in the background: see {@link InvoiceStore#scrub}. */
    @Blocking
    List<Problem> scrub() throws ProblemException {
        return checked(store.scrub());
    }

    private List<Problem> checked(List<Problem> found) throws ProblemException {
        if (found.isEmpty() && !store.isScrubCutOff()) {
            scrubs.whole();
        }
        return found;
    }

    /** How long after the opening {@link #scrub} is to come. */
    Duration scrubAfter() {
        return scrubs.afterOpening();
    }

    @Override
    public List<Problem> examine() throws ProblemException {
        return checked(store.examine(new CancelToken()));
    }

    private List<Problem> examine(ConnectionId id, CancelToken cancel) throws ProblemException {
        return checked(store.examine(id, cancel));
    }

    /** Ends a scrub under way: whoever closes the window does not wait for it. */
    void endScrub() {
        store.endScrub();
    }

    /** Stops deletions under way, which the next opening finishes, and waits until they have; see {@link ConnectionDesk}. */
    @Blocking
    void endDeletions(Duration limit) {
        desk.endDeletions(limit);
    }

    @Override
    public void close() {
        closing.all();
    }
}
