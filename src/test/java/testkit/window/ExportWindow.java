package testkit.window;

import app.loupe.ui.common.NoteDrafts;
import app.loupe.app.commands.RowSelection;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.BookId;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.review.Counting;
import app.loupe.review.InvoiceQuery;
import app.loupe.review.Shelf;
import app.loupe.session.ElapsedTime;
import app.loupe.session.Rhythm;
import app.loupe.session.Runs;
import app.loupe.session.Schedule;
import app.loupe.text.Texts;
import app.loupe.ui.aged.AgedPorts;
import app.loupe.ui.aged.AgedScreen;
import app.loupe.ui.bookcheck.CheckPorts;
import app.loupe.ui.bookcheck.CheckScreen;
import app.loupe.ui.changed.ChangedPorts;
import app.loupe.ui.changed.ChangedScreen;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.FileChooserPort;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Wording;
import app.loupe.ui.connections.SyncRuns;
import app.loupe.ui.export.ArchivePhrases;
import app.loupe.ui.export.ExportPlaces;
import app.loupe.ui.export.ExportPorts;
import app.loupe.ui.invoices.InvoicePorts;
import app.loupe.ui.invoices.OriginalPort;
import app.loupe.ui.invoices.InvoicesView;
import app.loupe.ui.overview.OverviewPorts;
import app.loupe.ui.overview.OverviewScreen;
import app.loupe.ui.paper.PaperDesk;
import app.loupe.ui.transfer.TransferPorts;
import app.loupe.ui.partners.PartnersPorts;
import app.loupe.ui.partners.PartnersScreen;
import app.loupe.ui.products.ProductPorts;
import app.loupe.ui.products.ProductsScreen;
import app.loupe.ui.shell.FilesAndPapers;
import app.loupe.ui.shell.Journey;
import app.loupe.ui.shell.ProblemBar;
import app.loupe.ui.shell.Shell;
import app.loupe.ui.shell.WindowParts;
import app.loupe.ui.shell.WindowPorts;
import app.loupe.ui.theme.Theme;
import app.loupe.vault.PassphraseStrength;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import testkit.IdleSync;
import testkit.NoOriginals;
import testkit.FakeInvoices;
import testkit.FakeRows;
import testkit.TradingCopy;
import testkit.cli.CommandsOverFakes;

/** A window with every screen that can be exported, and the command line over the same copy. Close it after the test. */
public final class ExportWindow implements AutoCloseable {
    /** A passphrase that is good enough. */
    public static final String PHRASE = "tokar bilun safep domek";

    /** The command line over the same copy and book. */
    public final CommandsOverFakes commands = new CommandsOverFakes();
    /** What was asked to be shown among the owner's files. */
    public final List<Path> shown = new CopyOnWriteArrayList<>();
    /** What the system's dialog was given. */
    public final List<Path> proposed = new ArrayList<>();
    /** What the owner chooses in it. */
    public Optional<Path> chosen = Optional.empty();
    /** How often it was to be opened anew, with what a transfer file brought. */
    public final AtomicInteger reopened = new AtomicInteger();
    /** The theme. */
    public final SimpleObjectProperty<ColorScheme> scheme = new SimpleObjectProperty<>(ColorScheme.LIGHT);
    /** Where it prints. */
    public final FakePrinter printer = new FakePrinter();
    /** The PDFs that Odoo keeps. */
    public OriginalPort original = new NoOriginals();
    /** Whether amounts are hidden. */
    public final SimpleObjectProperty<Boolean> hidden = new SimpleObjectProperty<>(false);
    private final OriginalPort originals = (invoice, written, cancel) -> original.original(invoice, written, cancel);
    private final Executor executor = Thread::startVirtualThread;
    private final Stage stage = Fx.get(Stage::new);

    /** Opens a window over a copy; the owner's documents are in the folder. */
    public ExportWindow(TradingCopy copy, Path documents, Locale locale) {
        Shelf shelf = copy.shelf();
        commands.copy = copy;
        commands.shelves = () -> shelf;
        commands.rowSelection = (ids, query, order, removedToo) -> new RowSelection.Selected(InvoiceQuery.EMPTY,
                FakeRows.listed(copy.rows(ids).stream()
                        .filter(row -> removedToo || Counting.counts(row)).toList()));
        commands.book.leadsTo(FakeInvoices.ACME, new BookId("https://acme.example", "acme"));
        try {
            commands.connections.put(FakeInvoices.ACME.value(), FakeInvoices.profile().name(), FakeInvoices.SYNCED);
        } catch (ProblemException impossible) {
            throw new IllegalStateException(impossible);
        }
        Wording wording = Wording.of(new Texts(locale), Clock.fixed(CommandsOverFakes.NOW, ZoneOffset.UTC));
        FakeConnections connections = new FakeConnections().with(FakeInvoices.profile())
                .at(FakeInvoices.ACME, endpoint());
        Fx.run(() -> {
            var bar = new ProblemBar(wording);
            var background = new Background(executor, bar);
            var session = new Runs(new FakeSync(), executor, Platform::runLater);
            var runs = new SyncRuns(session, new Schedule(session, new Rhythm.Off(),
                    new ElapsedTime(() -> Instant.EPOCH, () -> 0), new SplittableRandom(1)));
            var journey = new Journey();
            var partners = new PartnersPorts(shelf, copy, commands.book, runs.control(), journey, new NoteDrafts());
            var invoices = new InvoicesView(
                    new InvoicePorts(shelf, copy, commands.book, connections, runs.control(), uri -> {}, journey,
                            originals, new NoteDrafts()),
                    background,
                    wording);
            journey.through(List.of(
                    new OverviewScreen(new OverviewPorts(shelf, commands.book, runs.control(), journey), background,
                            wording),
                    invoices,
                    new PartnersScreen(false, partners, background, wording),
                    new PartnersScreen(true, partners, background, wording),
                    new AgedScreen(new AgedPorts(shelf, runs.control(), journey), background, wording),
                    new ChangedScreen(new ChangedPorts(commands.book, copy, runs.control(), journey), background,
                            wording),
                    invoices.inbox(),
                    new CheckScreen(new CheckPorts(copy, commands.book, runs.control(), journey), background, bar,
                            wording),
                    new ProductsScreen(new ProductPorts(shelf, journey, new IdleSync()), background, wording)));
            var files = new FileChooserPort() {
                @Override
                public Optional<Path> chooseToSave(String title, Path place) {
                    proposed.add(place);
                    return chosen;
                }

                @Override
                public Optional<Path> chooseToOpen(String title) {
                    return chosen;
                }
            };
            var made = new FilesAndPapers(
                    new ExportPorts(copy, shelf, commands.book, files, places(documents), phrases()),
                    new PaperDesk(background, printer, files, wording),
                    new TransferPorts(commands.transfers, files, () -> "", reopened::incrementAndGet));
            var parts = new WindowParts(bar, new Memory(Map.of()), hidden, steps -> {}, () -> {}, problem -> {},
                    Optional.of(made), Optional.empty());
            var shell = new Shell(new WindowPorts(connections, copy, new FakeJournal()), parts, wording, background,
                    runs, journey);
            shell.open(stage, new Theme(scheme));
        });
    }

    private static Endpoint endpoint() {
        try {
            return new Endpoint(OdooAddress.parse("erp.acme.example"), "acme", "ann");
        } catch (ProblemException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ExportPlaces places(Path documents) {
        return new ExportPlaces() {
            @Override
            public Path documents() {
                return documents;
            }

            @Override
            public void show(Path written) {
                shown.add(written);
            }
        };
    }

    private static ArchivePhrases phrases() {
        return new ArchivePhrases() {
            @Override
            public boolean suffice(Secret passphrase) {
                return PassphraseStrength.sufficesForArchive(passphrase);
            }

            @Override
            public boolean isKnown(Secret passphrase) {
                return PassphraseStrength.isKnown(passphrase);
            }

            @Override
            public String offer() {
                return PHRASE;
            }
        };
    }

    /** The window. */
    public Stage stage() {
        return stage;
    }

    /** The root of the scene. */
    public Parent root() {
        return stage.getScene().getRoot();
    }

    /** Visible nodes; call on the FX thread. */
    public List<Node> findAll(String selector) {
        return Fx.laidOut(root()).lookupAll(selector).stream().filter(ExportWindow::isSeen).toList();
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    /** Waits until there is such a node. */
    public ExportWindow await(String selector) {
        Fx.await("there is " + selector, () -> !findAll(selector).isEmpty());
        return this;
    }

    /** Presses a button, once it can be pressed. */
    public ExportWindow press(String selector) {
        Fx.await("there is " + selector, () -> findAll(selector).stream()
                .anyMatch(node -> node instanceof ButtonBase && !node.isDisabled()));
        Fx.run(() -> {
            if (findAll(selector).getFirst() instanceof ButtonBase button) {
                button.fire();
            }
        });
        return this;
    }

    /** Presses keys where the focus is. */
    public void key(KeyCode code, boolean control) {
        Fx.run(() -> {
            Node owner = stage.getScene().getFocusOwner();
            (owner == null ? root() : owner)
                    .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
        });
    }

    /** Types into a field. */
    public void type(String selector, String text) {
        await(selector);
        Fx.run(() -> ((TextField) findAll(selector).getFirst()).setText(text));
    }

    /** What a label, button or field says. */
    public String text(String selector) {
        return Fx.get(() -> findAll(selector).stream().findFirst().map(node -> switch (node) {
            case Labeled labeled -> labeled.getText();
            case TextField field -> field.getText();
            default -> "";
        }).orElse(""));
    }

    /** All texts of labels and buttons under a selector. */
    public List<String> texts(String selector) {
        return Fx.get(() -> findAll(selector).stream().filter(Labeled.class::isInstance).map(Labeled.class::cast)
                .map(Labeled::getText).toList());
    }

    /** Opens the dialog on the screen that is shown, and waits until it knows where the file goes. */
    public ExportWindow openExport() {
        press("#export-button");
        Fx.await("a place", () -> findAll("#export-into").stream()
                .anyMatch(node -> node instanceof Labeled label && !label.getText().isEmpty()));
        return this;
    }

    /** Exports what is chosen, and waits until it is there. */
    public Path export() {
        Path place = Path.of(text("#export-into"));
        press("#export-go").await("#export-done");
        return place;
    }

    @Override
    public void close() {
        Fx.run(stage::hide);
    }
}
