package app.loupe.ui.invoices;

import app.loupe.ui.common.NoteDrafts;
import app.loupe.domain.Problem;
import app.loupe.review.ReviewRow;
import app.loupe.text.Texts;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Wording;
import app.loupe.ui.theme.Theme;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import testkit.NoOriginals;
import testkit.FakeInvoices;
import testkit.FxStage;
import testkit.IdleSync;
import testkit.OneConnection;
import testkit.window.FakeNavigator;
import testkit.window.Fx;
import testkit.window.NoneExpected;

/** The invoices screen in a window of its own over a fake copy, and short ways to use and read it. */
abstract class InvoicesWindow {
    @RegisterExtension
    private final NoneExpected unexpected = new NoneExpected();

    protected final ExecutorService executor = Executors.newFixedThreadPool(2);
    protected final List<URI> opened = new ArrayList<>();
    /** What is done with a problem: none is expected. */
    protected Consumer<Problem> refused = unexpected::show;
    protected final IdleSync sync = new IdleSync();
    protected final FakeNavigator places = new FakeNavigator();
    protected final Stage stage = FxStage.on(Stage::new);

    @BeforeAll
    static void toolkit() {
        FxStage.start();
    }

    @AfterEach
    void close() {
        FxStage.run(stage::close);
        executor.shutdown();
    }

    protected InvoicesView show(FakeInvoices copy, String address) {
        InvoicesView screen = FxStage.on(() -> {
            InvoicesView view = unread(copy, address);
            stage.setScene(new Scene(view.view(), 1176, 900));
            new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)).dress(stage.getScene());
            stage.show();
            view.select(List.of(FakeInvoices.profile()));
            return view;
        });
        FxStage.until(() -> screen.model().showing().get() != Showing.LOADING);
        return screen;
    }

    /** A screen that has read nothing yet. */
    protected InvoicesView showUnread(FakeInvoices copy) {
        return unread(copy, "https://erp.acme.example");
    }

    private InvoicesView unread(FakeInvoices copy, String address) {
        return new InvoicesView(
                new InvoicePorts(copy.shelf(), copy, copy.book(), new OneConnection(address), sync, opened::add,
                        places, new NoOriginals(), new NoteDrafts()),
                new Background(executor, problem -> refused.accept(problem)),
                Wording.of(new Texts(Locale.US), Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC)));
    }

    protected InvoicesView show(FakeInvoices copy) {
        return show(copy, "https://erp.acme.example");
    }

    protected static List<String> numbers(InvoicesView screen) {
        return FxStage.on(() -> table(screen).getItems().stream().map(row -> row.row().number()).toList());
    }

    @SuppressWarnings("unchecked") // the only table of the screen holds review rows
    protected static TableView<ReviewRow> table(InvoicesView screen) {
        return FxStage.here(() -> (TableView<ReviewRow>) screen.view().lookup(".invoice-table"));
    }

    protected static void open(InvoicesView screen, String number) {
        FxStage.run(() -> {
            TableView<ReviewRow> table = table(screen);
            table.getSelectionModel().clearSelection();
            table.getItems().stream().filter(row -> row.row().number().equals(number)).findFirst()
                    .ifPresent(row -> table.getSelectionModel().select(row));
        });
        FxStage.until(() -> texts(screen.view().lookup(".detail")).contains(number)
                && screen.view().lookup(".totals-grid") != null);
    }

    /** What the cells, badges and fields show is what was chosen last. */
    protected static void laidOut(InvoicesView screen) {
        Fx.layOut(screen.view());
    }

    protected static void press(Node node, KeyCode code, boolean control) {
        FxStage.run(() -> Event.fireEvent(node,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false)));
    }

    protected static Stream<Node> nodes(Node node) {
        return Stream.concat(Stream.of(node),
                node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream().flatMap(InvoicesWindow::nodes)
                        : Stream.empty());
    }

    protected static List<String> texts(Node root) {
        return nodes(root).filter(Node::isVisible).filter(Labeled.class::isInstance).map(Labeled.class::cast)
                .map(Labeled::getText).filter(text -> text != null && !text.isEmpty()).toList();
    }

    protected static void type(InvoicesView screen, String text) {
        FxStage.run(() -> ((TextField) screen.view().lookup("#invoice-search")).setText(text));
    }

    protected static void waitFor(InvoicesView screen, int rows) {
        FxStage.until(() -> table(screen).getItems().size() == rows);
    }
}
