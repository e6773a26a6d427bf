package app.loupe.store;

import app.loupe.domain.Blocking;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ChangeSink;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.CopyRepository;
import app.loupe.domain.HalfOpen;
import app.loupe.domain.InAnyCase;
import app.loupe.domain.HeldInvoices;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.Originals;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ProfileRepository;
import app.loupe.domain.Secret;
import app.loupe.domain.SyncJournal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * The sealed invoice store of the user whose vault is open: one file, five ports over it. Safe for use by several
 * threads; close it before the vault. A file that turns out to be damaged while it is in use is set aside at once and a
 * new one begun: whoever met the damage is told with STORE_DAMAGED, and so is the run that was filling the old one.
 */
public final class InvoiceStore implements AutoCloseable {
    private final StoreSession session;
    private final LedgeredSession ledgered;
    private final CopyChecks checks;
    private final Scrub scrub;
    private final List<Problem> warnings;
    private final FormerFile former;

    /** The profiles as kept where damage to the store does not reach them. */
    @FunctionalInterface
    public interface Kept {
        /** The profiles of the user. */
        List<ConnectionProfile> profiles() throws ProblemException;
    }

    private InvoiceStore(StoreSession session, LedgeredSession ledgered, CopyChecks checks, Scrub scrub,
            List<Problem> warnings, FormerFile former) {
        this.session = session;
        this.ledgered = ledgered;
        this.checks = checks;
        this.scrub = scrub;
        this.warnings = List.copyOf(warnings);
        this.former = former;
    }

    /**
     * Opens the store beside the vault, making it when it is missing. A file that cannot be read although the key is
     * right is set aside under another name, until a connection is deleted; the file from before a migration takes its place while
     * that is kept, and otherwise a new one is made; see {@link #warnings}.
     *
     * @param key the file key, 32 bytes; stays the caller's to close
     * @param clock names the file that is set aside
     * @param kept the profiles that a new file begins with when one is set aside while it is in use
     * @throws ProblemException KEY_FOREIGN when the key is not the one that sealed the file (it is left as it is),
     *     ALREADY_OPEN, STORE_HOSTILE, STORE_TOO_NEW, DATA_FOLDER_UNUSABLE, UNSAFE_JVM_SWITCH, DISK_FULL
     */
    public static InvoiceStore open(VaultFile vault, Secret key, Clock clock, Kept kept) throws ProblemException {
        return open(vault, key, clock, kept, sql -> sql);
    }

    static InvoiceStore open(VaultFile vault, Secret key, Clock clock, Kept kept, StatementInspector inspector)
            throws ProblemException {
        var warnings = new ArrayList<Problem>();
        var quarantine = new Quarantine(vault, StoreOpening.path(vault), clock, kept);
        var opening = new StoreOpening(vault, key, quarantine, warnings);
        return opening.open(file -> {
            var session = new StoreSession(file, vault.user(),
                    vault.invoiceMapping().on(file, inspector));
            try (var half = HalfOpen.closedBy(session::close)) {
                var ledger = new Ledger(vault.folder(), vault.invoiceStoreName());
                String install = vault.install().value();
                var scrub = new Scrub();
                var ledgered = new LedgeredSession(session, ledger, install, quarantine, scrub);
                var checks = new CopyChecks(session, ledgered, ledger, install, quarantine, scrub);
                warnings.addAll(checks.compare());
                return half.whole(new InvoiceStore(session, ledgered, checks, scrub, warnings, opening.former()));
            }
        });
    }

    /**
     * What was found wrong at the opening: STORE_DAMAGED for a file set aside and a new one begun, STORE_RESTORED for one that
     * gave way to the one from before a migration, STORE_SHORT for missing records,
     * DISK_FULL when there was no room to note what was found.
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

    /**
     * Like {@link #scrub}, and also checks the content of every row against the hash stored with it. A flipped bit that
     * gave another readable value is STORE_DAMAGED: the file is set aside and the next sync fills a new one. Takes as
     * long as reading the whole copy.
     *
     * @param cancel ends it within a second
     * @throws ProblemException also CANCELLED
     */
    @Blocking
    public List<Problem> examine(CancelToken cancel) throws ProblemException {
        return checks.examine(ContentCheck::all, cancel);
    }

    /** The same with the content of the rows of this connection alone: its comparison looks at no other. */
    @Blocking
    public List<Problem> examine(ConnectionId id, CancelToken cancel) throws ProblemException {
        return checks.examine(s -> ContentCheck.of(s, id), cancel);
    }

    /**
     * Counts every record and compares with what the store says it holds. This finds records that damage removed without
     * a trace, for which an opening does not look. Reads the whole file: for a background thread. Missing records are
     * read again by the next sync, and a run that is filling such a copy is refused from then on. Deleting a connection
     * does not wait for this, and closing ends it early.
     *
     * @return what to tell the owner: STORE_SHORT for missing records, DISK_FULL when there was no room to note them,
     *     STORE_DAMAGED when the file could not be read, was set aside, and a new one begun
     */
    @Blocking
    public List<Problem> scrub() throws ProblemException {
        return checks.scrub(new CancelToken());
    }

    /** Ends a {@link #scrub} under way, without waiting; later ones find nothing. */
    public void endScrub() {
        scrub.end();
    }

    /** Whether a {@link #scrub} was ended before it had looked at everything. */
    public boolean isScrubCutOff() {
        return scrub.isCutOff();
    }

    /**
     * Tells from now on of every connection of which a new, empty file was begun while this is open, or records are missing:
     * what was read of it before is no longer what the store holds. On the thread of whoever met that, whether it read or
     * wrote; must be short and must not ask the store.
     */
    public void onLoss(Consumer<Set<ConnectionId>> hears) {
        ledgered.onLoss(hears);
    }

    /** The copy as the sync writes it, which reports what it changes, dated by this clock. */
    public CopyRepository copies(ChangeSink sink, Clock clock) {
        return new StoredCopy(ledgered, sink, clock);
    }

    /** The copy as screens and exports read it. */
    public InvoiceReader reader() {
        return new StoredReader(ledgered);
    }

    /** Which invoices each copy holds. */
    public HeldInvoices held() {
        return (id, invoices) -> ledgered.read(s -> new StoredInvoices(s, id.value()).presences(invoices));
    }

    /** The original PDFs that were asked for. */
    public Originals originals() {
        return new StoredOriginals(ledgered);
    }

    /** The profiles of the connections. */
    public ProfileRepository profiles() {
        return new StoredProfiles(ledgered);
    }

    /** The sync log. */
    public SyncJournal journal() {
        return new StoredJournal(ledgered);
    }

    /** Closes the file and wipes the key. */
    @Override
    public void close() {
        InAnyCase.all(List.of(scrub::end, session::close));
    }
}
