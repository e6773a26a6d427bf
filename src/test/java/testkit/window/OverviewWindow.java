package testkit.window;

import app.loupe.ui.common.NoteDrafts;
import app.loupe.domain.ConnectionProfile;
import app.loupe.review.ReviewRow;
import app.loupe.session.ElapsedTime;
import app.loupe.session.Rhythm;
import app.loupe.session.Runs;
import app.loupe.session.Schedule;
import app.loupe.text.Texts;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Wording;
import app.loupe.ui.connections.SyncRuns;
import app.loupe.ui.invoices.InvoicePorts;
import app.loupe.ui.invoices.InvoicesView;
import app.loupe.ui.overview.OverviewPorts;
import app.loupe.ui.overview.OverviewScreen;
import app.loupe.ui.settings.Preferences;
import app.loupe.ui.shell.Journey;
import app.loupe.ui.shell.ProblemBar;
import app.loupe.ui.shell.Shell;
import app.loupe.ui.shell.WindowParts;
import app.loupe.ui.shell.WindowPorts;
import app.loupe.ui.theme.Theme;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import testkit.NoOriginals;
import testkit.FakeInvoices;
import testkit.InMemoryBook;
import testkit.TradingCopy;

/** A whole window with the overview and the invoices over one copy. Close it after the test. */
public final class OverviewWindow implements AutoCloseable {
    /** What the window remembers. */
    public final Memory memory;
    /** Runs of the connection. */
    public final FakeSync sync = new FakeSync();
    /** What the owner wrote. */
    public final InMemoryBook book = new InMemoryBook();
    /** The theme. */
    public final SimpleObjectProperty<ColorScheme> scheme = new SimpleObjectProperty<>(ColorScheme.LIGHT);
    private final Executor executor = Thread::startVirtualThread;
    private final Stage stage = Fx.get(Stage::new);
    private @Nullable Background reading;

    /** Opens a window over a copy. */
    public OverviewWindow(TradingCopy copy, Memory memory, Locale locale) {
        this(copy, memory, locale, FakeInvoices.profile());
    }

    /** Opens a window over the copy of a connection. */
    public OverviewWindow(TradingCopy copy, Memory memory, Locale locale, ConnectionProfile profile) {
        this.memory = memory;
        var clock = Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC);
        var preferences = new Preferences(memory);
        Wording wording = Wording.of(new Texts(locale), clock).hiding(preferences::hidesAmounts);
        FakeConnections connections = new FakeConnections().with(profile);
        Fx.run(() -> {
            var bar = new ProblemBar(wording);
            var background = new Background(executor, bar);
            reading = background;
            var session = new Runs(sync, executor, Platform::runLater);
            var runs = new SyncRuns(session, new Schedule(session, new Rhythm.Off(),
                    new ElapsedTime(() -> Instant.EPOCH, () -> 0), new SplittableRandom(1)));
            var shelf = copy.shelf();
            var journey = new Journey();
            var overview = new OverviewScreen(new OverviewPorts(shelf, book, runs.control(), journey), background,
                    wording);
            var invoices = new InvoicesView(new InvoicePorts(shelf, copy, book, connections,
                    runs.control(), uri -> {}, journey, new NoOriginals(), new NoteDrafts()), background, wording);
            journey.through(List.of(invoices, overview, invoices.inbox()));
            var parts = new WindowParts(bar, memory, preferences.hidden(), steps -> {}, () -> {}, problem -> {},
                    Optional.empty(), Optional.empty());
            var shell = new Shell(new WindowPorts(connections, copy, new FakeJournal()), parts, wording, background,
                    runs, journey);
            shell.open(stage, new Theme(scheme));
        });
    }

    /** The window. */
    public Stage stage() {
        return stage;
    }

    /** The root of the scene. */
    public Parent root() {
        return stage.getScene().getRoot();
    }

    /** Waits until nothing more is read for the window, and all of it is shown. */
    public void awaitQuiet() {
        Fx.awaitQuiet(Objects.requireNonNull(reading));
    }

    /** A visible node; call on the FX thread. */
    public List<Node> findAll(String selector) {
        return Fx.laidOut(root()).lookupAll(selector).stream().filter(OverviewWindow::isSeen).toList();
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    /** Waits until there is such a node. */
    public OverviewWindow await(String selector) {
        Fx.await("there is " + selector, () -> !findAll(selector).isEmpty());
        return this;
    }

    /** Waits until the products are there: the last thing that is read. */
    public OverviewWindow awaitProducts() {
        await("#table-products");
        Fx.await("products", () -> findAll("#table-products").getFirst() instanceof TableView<?> table
                && !table.getItems().isEmpty());
        return this;
    }

    /** Presses a button. */
    public void press(String selector) {
        await(selector);
        Fx.run(() -> {
            if (findAll(selector).getFirst() instanceof ButtonBase button) {
                button.fire();
            }
        });
    }

    /** Clicks on one of some nodes, from 0, that are no buttons. */
    public void click(String selector, int which) {
        await(selector);
        Fx.run(() -> {
            Node node = findAll(selector).get(which);
            node.fireEvent(Clicks.primary());
        });
    }

    /** Texts of labels and buttons. */
    public List<String> texts(String selector) {
        return Fx.get(() -> findAll(selector).stream().filter(Labeled.class::isInstance).map(Labeled.class::cast)
                .map(Labeled::getText).toList());
    }

    /** Waits until the invoices screen lists rows under a chip with this beginning, and gives them. */
    @SuppressWarnings("unchecked") // the table of the invoices holds review rows
    public List<ReviewRow> listed(String title) {
        Fx.await("invoices of " + title, () -> findAll("#chip-among").stream().map(Labeled.class::cast)
                .anyMatch(chip -> chip.getText().startsWith(title + " \u00b7 ")
                        && chip.getText().contains(" " + table().getItems().size() + " document")));
        return Fx.get(() -> List.copyOf((List<ReviewRow>) table().getItems()));
    }

    private TableView<?> table() {
        return (TableView<?>) findAll(".invoice-table").getFirst();
    }

    @Override
    public void close() {
        sync.end();
        Fx.run(stage::hide);
    }
}
