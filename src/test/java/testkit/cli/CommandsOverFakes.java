package testkit.cli;

import app.loupe.app.commands.CommandLineRun;
import app.loupe.app.commands.Interrupts;
import app.loupe.app.commands.OtherProcess;
import app.loupe.app.commands.RowSelection;
import app.loupe.app.commands.Servers;
import app.loupe.app.commands.Services;
import app.loupe.app.commands.ServicesOpener;
import app.loupe.app.commands.Session;
import app.loupe.domain.ChangeHistory;
import app.loupe.domain.CopyChanges;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Connections;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.KeyChange;
import app.loupe.domain.KnownFindings;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwnerNotes;
import app.loupe.domain.PassphrasePrompt;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SecurityChecks;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.domain.Transfers;
import app.loupe.review.Shelf;
import app.loupe.sync.SyncRunner;
import app.loupe.text.Texts;
import app.loupe.review.Counting;
import app.loupe.review.InvoiceQuery;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import testkit.FakeRows;
import testkit.InMemoryBook;

/** Runs commands against fakes, on a fixed day. */
public final class CommandsOverFakes implements Services, ServicesOpener {
    /** The day of every test. */
    public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    /** The fake connections. */
    public final FakeConnections connections = new FakeConnections();
    /** The fake copy. */
    public final FakeReader reader = new FakeReader();
    /** The owner's book, in memory. */
    public final InMemoryBook book = new InMemoryBook();
    /** The fake terminal. */
    public final ScriptedTerminal terminal = new ScriptedTerminal();
    /** What opening finds. */
    public final List<Problem> warnings = new ArrayList<>();
    /** What a scrub finds. */
    public final List<Problem> scrubbed = new ArrayList<>();
    /** Why the copy cannot be examined; null when it can. */
    public @Nullable ProblemException examineFails;
    /** Data folders that were opened. */
    public final List<Path> opened = new ArrayList<>();
    /** The engine; does nothing and succeeds unless replaced. */
    public SyncRunner runner = (id, mode, cancel, progress) -> new SyncReport.Done(SyncCounts.NONE);
    /** The grammar: finds the text in the partner's name unless replaced. */
    public RowSelection rowSelection = (ids, query, order, removedToo) -> new RowSelection.Selected(
            InvoiceQuery.typed(query, Set.of("EUR"), order), FakeRows.listed(reader.rows(ids).stream()
                    .filter(row -> removedToo || Counting.counts(row))
                    .filter(row -> row.partner().name().contains(query))
                    .toList()));
    /** The grammar over books: that one unless replaced. */
    public Function<Shelf, RowSelection> selections = books -> rowSelection;
    /** Words and region of the commands. */
    public Texts texts = new Texts(Locale.ENGLISH);
    /** The copy in memory: that of the reader unless replaced. */
    public Supplier<Shelf> shelves = () -> new Shelf(reader, new CopyChanges(), texts.decimals());
    /** Another copy in the place of the fake one. */
    public @Nullable InvoiceReader copy;
    /** The last run of each connection. */
    public final Map<ConnectionId, RunRecord> lastRuns = new HashMap<>();
    /** The checks. */
    public SecurityChecks securityChecks = List::of;
    /** What a change of the key brings. */
    public KeyChange keyChange = Optional::empty;
    /** How Ctrl+C is heard. */
    public Interrupts interrupts = action -> () -> {};
    /** What makes transfer files and brings them in. */
    public final FakeTransfers transfers = new FakeTransfers();
    /** Thrown by opening. */
    public @Nullable ProblemException openFails;
    /** Thrown by looking at the keyring without a folder. */
    public @Nullable ProblemException keyringFails;
    /** The prompt that opening was given. */
    public @Nullable PassphrasePrompt prompt;
    /** Told of each opening, with the prompt. */
    public Consumer<PassphrasePrompt> whenOpened = asked -> {};
    /** Who has the folder open already. */
    public OtherProcess other = OtherProcess.NONE;
    /** Whether nothing was begun in a data folder yet. */
    public Predicate<Path> free = folder -> false;
    /** Whether the data folder takes nothing. */
    public boolean readOnly;
    /** How often it was closed. */
    public int closed;
    /** The usual data folder; some commands make it. */
    public Path usualFolder = Path.of("target", "usual");

    /** Runs one command line. */
    public int run(String... arguments) {
        var session = new Session(terminal, texts, Clock.fixed(NOW, ZoneOffset.UTC), interrupts,
                usualFolder, this);
        return new CommandLineRun(session).run(arguments);
    }

    /** Two connections that are called Acme and Other: invoice, credit note and draft of one, an invoice of the other. */
    public void putTwoConnections(String acme, String other) throws ProblemException {
        connections.put(acme, "Acme", NOW);
        connections.put(other, "Other", NOW);
        reader.put(acme, Invoices.posted(1, "INV/2026/0001", "Deco Addict", "1290.5", null));
        reader.put(acme, Invoices.invoice(3, "RINV/1", MoveType.CREDIT_NOTE, MoveState.POSTED,
                new Ref(7, "Deco Addict"), "90.5", "0", new Ref(1, "EUR"), List.of()));
        reader.put(acme, Invoices.emptyDraft(2));
        reader.put(other, Invoices.posted(1, "INV/2026/0001", "Azure Interior", "100", "0"));
    }

    @Override
    public Services open(Path dataFolder, PassphrasePrompt asked) throws ProblemException {
        opened.add(dataFolder);
        prompt = asked;
        whenOpened.accept(asked);
        if (openFails != null) {
            throw openFails;
        }
        return this;
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }

    @Override
    public void demandWritable(Path dataFolder) throws ProblemException {
        if (readOnly) {
            throw ProblemException.of(ProblemCode.DATA_FOLDER_READ_ONLY, dataFolder.toString());
        }
    }

    @Override
    public boolean isFree(Path dataFolder) {
        return free.test(dataFolder);
    }

    @Override
    public String keyring() throws ProblemException {
        if (keyringFails != null) {
            throw keyringFails;
        }
        return "secret-service";
    }

    @Override
    public Servers servers() {
        return connections;
    }

    @Override
    public OtherProcess other() {
        return other;
    }

    @Override
    public Transfers transfers() {
        return transfers;
    }

    @Override
    public Connections connections() {
        return connections;
    }

    @Override
    public InvoiceReader invoices() {
        return copy == null ? reader : copy;
    }

    @Override
    public Shelf shelf() {
        return shelves.get();
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
    public Map<ConnectionId, RunRecord> lastRuns() {
        return lastRuns;
    }

    @Override
    public SyncRunner sync() {
        return runner;
    }

    @Override
    public SecurityChecks checks() {
        return securityChecks;
    }

    @Override
    public Optional<Problem> changeKey() throws ProblemException {
        return keyChange.change();
    }

    @Override
    public RowSelection selection(Shelf of) {
        return selections.apply(of);
    }

    @Override
    public String keyHolder() {
        return "secret-service";
    }

    @Override
    public List<Problem> warnings() {
        return warnings;
    }

    @Override
    public List<Problem> examine() throws ProblemException {
        if (examineFails != null) {
            throw examineFails;
        }
        return scrubbed;
    }

    @Override
    public void close() {
        closed++;
    }
}
