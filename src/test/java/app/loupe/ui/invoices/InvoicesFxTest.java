package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.InvoiceRow;
import app.loupe.domain.ProblemException;
import app.loupe.review.InvoiceOrder;
import app.loupe.review.InvoicePeriod;
import app.loupe.review.InvoiceQuery;
import app.loupe.review.ReviewRow;
import app.loupe.review.StatusChoice;
import app.loupe.review.Token;
import app.loupe.text.Texts;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.SyncControl;
import app.loupe.ui.common.Wording;
import app.loupe.ui.theme.Theme;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;
import testkit.FxStage;
import testkit.OneConnection;

class InvoicesFxTest {
    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final List<URI> opened = new ArrayList<>();
    private final RecordedSync sync = new RecordedSync();
    private final Stage stage = FxStage.on(Stage::new);

    @BeforeAll
    static void toolkit() {
        FxStage.start();
    }

    @AfterEach
    void close() {
        FxStage.run(stage::close);
        executor.shutdown();
    }

    private static final class RecordedSync implements SyncControl {
        private final SimpleBooleanProperty running = new SimpleBooleanProperty();

        @Override
        public ObservableBooleanValue running() {
            return running;
        }

        @Override
        public void start() {
            running.set(true);
        }

        @Override
        public void stop() {
            running.set(false);
        }
    }

    private InvoicesView show(FakeInvoices copy, String address) {
        InvoicesView screen = FxStage.on(() -> {
            var view = new InvoicesView(
                    new InvoicePorts(copy, new OneConnection(address), sync, opened::add),
                    new Background(executor, problem -> {
                        throw new AssertionError(problem);
                    }), Wording.of(new Texts(Locale.US), Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC)));
            stage.setScene(new Scene(view.view(), 1176, 900));
            new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)).dress(stage.getScene());
            stage.show();
            view.select(List.of(FakeInvoices.profile()));
            return view;
        });
        FxStage.until(() -> screen.model().showing().get() != InvoicesViewModel.Showing.LOADING);
        return screen;
    }

    private InvoicesView show(FakeInvoices copy) {
        return show(copy, "https://erp.acme.example");
    }

    private static List<String> numbers(InvoicesView screen) {
        return FxStage.on(() -> table(screen).getItems().stream().map(row -> row.row().number()).toList());
    }

    @SuppressWarnings("unchecked") // the only table of the screen holds review rows
    private static TableView<ReviewRow> table(InvoicesView screen) {
        return (TableView<ReviewRow>) screen.view().lookup(".invoice-table");
    }

    private static void open(InvoicesView screen, String number) {
        FxStage.run(() -> {
            TableView<ReviewRow> table = table(screen);
            table.getItems().stream().filter(row -> row.row().number().equals(number)).findFirst()
                    .ifPresent(row -> table.getSelectionModel().select(row));
        });
        FxStage.until(() -> texts(screen.view()).contains(number) && screen.view().lookup(".totals-grid") != null);
    }

    private static void press(Node node, KeyCode code, boolean control) {
        FxStage.run(() -> Event.fireEvent(node,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false)));
    }

    private static Stream<Node> nodes(Node node) {
        return Stream.concat(Stream.of(node),
                node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream().flatMap(InvoicesFxTest::nodes)
                        : Stream.empty());
    }

    private static List<String> texts(Node root) {
        return nodes(root).filter(Node::isVisible).filter(Labeled.class::isInstance).map(Labeled.class::cast)
                .map(Labeled::getText).filter(text -> text != null && !text.isEmpty()).toList();
    }

    private static void type(InvoicesView screen, String text) {
        FxStage.run(() -> ((TextField) screen.view().lookup("#invoice-search")).setText(text));
    }

    private static void waitFor(InvoicesView screen, int rows) {
        FxStage.until(() -> table(screen).getItems().size() == rows);
    }

    @Test
    void showsCustomerInvoicesNewestFirst() {
        InvoicesView screen = show(FakeInvoices.believable());

        assertThat(numbers(screen)).hasSize(14).startsWith("", "INV/2026/01184", "INV/2026/01182")
                .endsWith("INV/2026/01183", "INV/2026/01179");
    }

    @Test
    void searchesWhileTypingInRowsAndLines() {
        InvoicesView screen = show(FakeInvoices.believable());

        type(screen, "overdue");
        waitFor(screen, 3);
        type(screen, "wood bloc");
        FxStage.until(() -> screen.model().showing().get() == InvoicesViewModel.Showing.NOTHING_MATCHES);
        type(screen, "bloc brightwater");
        waitFor(screen, 1);

        assertThat(numbers(screen)).containsExactly("INV/2026/01184");
    }

    @Test
    void offersToClearTheFiltersWhenNothingMatches() {
        InvoicesView screen = show(FakeInvoices.believable());
        type(screen, "nobody knows this");
        FxStage.until(() -> screen.view().lookup("#clear-filters") != null);

        FxStage.run(() -> ((Button) screen.view().lookup("#clear-filters")).fire());
        waitFor(screen, 18);

        assertThat(FxStage.on(() -> screen.model().choice().types())).isEmpty();
    }

    @Test
    void searchesInAllInvoicesWhenTheChipsHideWhatIsSearched() {
        InvoicesView screen = show(FakeInvoices.believable());
        type(screen, "RINV/2026/00031");
        FxStage.until(() -> screen.view().lookup("#search-everywhere") != null);

        FxStage.run(() -> ((Button) screen.view().lookup("#search-everywhere")).fire());
        waitFor(screen, 1);

        assertThat(numbers(screen)).containsExactly("RINV/2026/00031");
        type(screen, "nobody knows this");
        FxStage.until(() -> screen.model().showing().get() == InvoicesViewModel.Showing.NOTHING_MATCHES);
        assertThat(FxStage.on(() -> screen.view().lookup("#search-everywhere").isVisible())).isFalse();
    }

    private static List<String> tokens(InvoicesView screen) {
        return texts(screen.view().lookup("#search-tokens")).stream().filter(text -> !text.equals("×")).toList();
    }

    private static void press(InvoicesView screen, String accessibleText) {
        FxStage.run(() -> nodes(screen.view().lookup("#search-tokens")).filter(Button.class::isInstance)
                .map(Button.class::cast).filter(button -> accessibleText.equals(button.getAccessibleText())).findFirst()
                .orElseThrow().fire());
    }

    @Test
    void showsWhatTheSearchWasUnderstoodAs() {
        InvoicesView screen = show(FakeInvoices.believable());
        assertThat(FxStage.on(() -> screen.view().lookup("#search-tokens").isVisible())).isFalse();

        type(screen, "overdue brightwater -usd 4820 >x \"paid\"");
        FxStage.until(() -> screen.view().lookup("#search-tokens").isVisible());

        assertThat(FxStage.on(() -> tokens(screen))).containsExactly("Status: overdue", "Text: brightwater",
                "Without Currency: usd",
                "Text or amount: 4820", "Not understood, text: >x", "Text: paid");
    }

    @Test
    void aTokenBecomesTextWithOneClickAndGoesWithItsCross() {
        InvoicesView screen = show(FakeInvoices.believable());
        type(screen, "overdue wood");
        FxStage.until(() -> tokens(screen).size() == 2);
        waitFor(screen, 1);

        press(screen, "Status: overdue. Press to look for the text alone");

        assertThat(FxStage.on(() -> tokens(screen))).containsExactly("Text: overdue", "Text: wood");
        FxStage.until(() -> screen.model().showing().get() == InvoicesViewModel.Showing.NOTHING_MATCHES);
        assertThat(FxStage.on(() -> screen.model().choice().search().get())).isEqualTo("\"overdue\" wood");
        assertThat(FxStage.on(() -> screen.view().lookup("#invoice-search").isFocused())).isTrue();

        press(screen, "Remove “Text: overdue” from the search");
        waitFor(screen, 1);

        assertThat(FxStage.on(() -> screen.model().choice().search().get())).isEqualTo("wood");
    }

    @Test
    void everyPartOfTheSearchIsReachedByKeyAndNamed() {
        InvoicesView screen = show(FakeInvoices.believable());
        type(screen, "overdue wood -paid");
        FxStage.until(() -> tokens(screen).size() == 3);

        List<Node> reached = FxStage.on(() -> nodes(screen.view().lookup("#search-tokens"))
                .filter(Node::isFocusTraversable).toList());

        assertThat(reached).hasSize(5).allMatch(node -> node.getAccessibleText().length() > 5);
        assertThat(FxStage.on(() -> screen.view().lookup("#search-help").isFocusTraversable())).isTrue();
    }

    @Test
    void helpOpensWithItsKeyAndAnExampleIsSearched() {
        InvoicesView screen = show(FakeInvoices.believable());
        MenuButton help = FxStage.on(() -> (MenuButton) screen.view().lookup("#search-help"));

        press(FxStage.on(() -> screen.view().lookup("#invoice-search")), KeyCode.F1, false);
        assertThat(FxStage.on(help::isShowing)).isTrue();
        FxStage.run(() -> {
            help.hide();
            help.getItems().stream().filter(item -> item instanceof CustomMenuItem custom
                    && custom.getContent().getAccessibleText().startsWith("overdue brightwater: ")).findFirst()
                    .orElseThrow().fire();
        });

        assertThat(FxStage.on(() -> screen.model().choice().search().get())).isEqualTo("overdue brightwater");
    }

    @ParameterizedTest
    @EnumSource
    void everyExampleOfTheHelpIsReadAsItSays(SearchExample example) throws ProblemException {
        var words = new InvoiceWords(Wording.of(new Texts(Locale.US), Clock.systemUTC()));

        InvoiceQuery query = InvoiceQuery.parse(example.query(words), Set.of("EUR"));

        assertThat(query.tokens()).extracting(Token::kind).containsExactly(switch (example) {
            case WORDS -> new Token.Kind[] {Token.Kind.TEXT, Token.Kind.NUMBER};
            case STATUS -> new Token.Kind[] {Token.Kind.STATUS, Token.Kind.TEXT};
            case TYPE -> new Token.Kind[] {Token.Kind.TYPE, Token.Kind.TEXT};
            case MONTH, DAY -> new Token.Kind[] {Token.Kind.DATE};
            case AMOUNT -> new Token.Kind[] {Token.Kind.NUMBER};
            case RANGE -> new Token.Kind[] {Token.Kind.AMOUNT, Token.Kind.AMOUNT};
            case CURRENCY -> new Token.Kind[] {Token.Kind.CURRENCY, Token.Kind.STATUS};
            case EXCLUDED -> new Token.Kind[] {Token.Kind.TYPE, Token.Kind.STATUS};
            case PHRASE -> new Token.Kind[] {Token.Kind.TEXT};
            case FIELD, REMOVED -> new Token.Kind[] {Token.Kind.STATUS};
        });
        assertThat(example.meaning(words)).hasSizeBetween(10, 70);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-11", "last month", "novembre 2026", "2026-11-24", "24.11.2026", "24 November",
        "1.234,56", "1 234,56", "1000..2000", "credit notes", "refunds", "receipts", "blocked", "type:bill",
        "date:2026",
        "currency:eur", "amount:>5", "text:paid"})
    void whatTheHelpMentionsBesideIsReadAsOneToo(String query) throws ProblemException {
        assertThat(InvoiceQuery.parse(query, Set.of("EUR")).tokens()).hasSize(1)
                .allMatch(token -> query.startsWith("text:") || token.isMoreThanText());
    }

    @Test
    void narrowsByChips() {
        InvoicesView screen = show(FakeInvoices.believable());

        FxStage.run(() -> screen.model().choice().statuses().add(StatusChoice.OVERDUE));
        waitFor(screen, 3);
        FxStage.run(() -> screen.model().choice().period().set(InvoicePeriod.Relative.THIS_MONTH));
        waitFor(screen, 1);
        FxStage.run(() -> {
            screen.model().choice().clear();
            screen.model().choice().currency().set("USD");
        });
        waitFor(screen, 2);
    }

    @Test
    void sortsInTheBackgroundByTheHeading() {
        InvoicesView screen = show(FakeInvoices.believable());

        FxStage.run(() -> table(screen).getSortOrder()
                .setAll(List.of(table(screen).getColumns().stream()
                        .filter(column -> column.getId().equals(InvoiceOrder.Column.TOTAL.name())).findFirst()
                        .orElseThrow())));
        FxStage.until(() -> table(screen).getItems().getFirst().row().number().equals("INV/2026/01171"));

        assertThat(numbers(screen)).endsWith("INV/2026/01181", "INV/2026/01178");
    }

    @Test
    void keepsTheSelectionWhenTheCopyIsReadAgain() {
        FakeInvoices copy = FakeInvoices.believable();
        InvoicesView screen = show(copy);
        open(screen, "INV/2026/01180");

        copy.add("INV/2026/01190", "Lumber Inc", "2026-11-22", "2026-12-22", "1.00", "1.00", "EUR");
        FxStage.run(screen::refresh);
        waitFor(screen, 15);

        assertThat(FxStage.on(() -> table(screen).getSelectionModel().getSelectedItem().row().number()))
                .isEqualTo("INV/2026/01180");
        assertThat(FxStage.on(() -> texts(screen.view()))).contains("Open in Odoo ↗");
    }

    @Test
    void showsAPaymentThatIsStoredAfterTheRowOfTheOpenInvoice() {
        FakeInvoices copy = FakeInvoices.believable();
        InvoicesView screen = show(copy);
        open(screen, "INV/2026/01180");

        copy.pay(copy.key("INV/2026/01180"), "60.20", "Cash box");
        FxStage.run(screen::refresh);

        FxStage.until(() -> texts(screen.view()).contains("Cash box"));
    }

    @Test
    void showsTheWholeInvoice() {
        InvoicesView screen = show(FakeInvoices.believable());

        open(screen, "INV/2026/01174");

        assertThat(FxStage.on(() -> texts(screen.view()))).contains("Customer invoice", "Gemini Furniture",
                "12 Nov 2026", "18 Nov 2026 (5 days late)", "PO 7731", "Office refit", "[E-COM11] Acoustic Bloc Screen",
                "Delivered to the rear entrance", "VAT 19%", "€\u00a010,416.00", "€\u00a01,984.00",
                "€\u00a012,400.00", "Paid on 20 Nov 2026", "Bank", "€\u00a06,200.00",
                "Please pay within 30 days.");
    }

    @Test
    void opensTheReversedInvoiceEvenWhenTheChipsHideIt() {
        InvoicesView screen = show(FakeInvoices.believable());
        FxStage.run(() -> {
            screen.model().choice().types().clear();
            screen.model().choice().types().add(TypeChoice.CREDIT_NOTES);
        });
        waitFor(screen, 2);
        open(screen, "RINV/2026/00031");

        FxStage.run(() -> nodes(screen.view()).filter(Hyperlink.class::isInstance).map(Hyperlink.class::cast)
                .findFirst().orElseThrow().fire());
        waitFor(screen, 18);
        FxStage.until(() -> texts(screen.view()).contains("10 Nov 2026"));

        assertThat(FxStage.on(() -> table(screen).getSelectionModel().getSelectedItem().row().number()))
                .isEqualTo("INV/2026/01172");
    }

    @Test
    void opensTheInvoiceInTheOwnersOdoo() {
        InvoicesView screen = show(FakeInvoices.believable());
        open(screen, "INV/2026/01184");

        FxStage.run(() -> nodes(screen.view()).filter(Button.class::isInstance).map(Button.class::cast)
                .filter(button -> button.getText().startsWith("Open in Odoo")).findFirst().orElseThrow().fire());

        assertThat(opened).containsExactly(
                URI.create("https://erp.acme.example/web#id=1&model=account.move&view_type=form"));
    }

    @Test
    void offersNoBrowserForTheSampleCompany() {
        InvoicesView screen = show(FakeInvoices.believable(), "");

        open(screen, "INV/2026/01184");

        assertThat(FxStage.on(() -> texts(screen.view()))).noneMatch(text -> text.startsWith("Open in Odoo"));
    }

    @Test
    void saysThatARemovedInvoiceIsTheLastCopy() {
        FakeInvoices copy = FakeInvoices.believable();
        copy.remove(copy.key("INV/2026/01184"));
        InvoicesView screen = show(copy);
        showRemoved(screen);

        open(screen, "INV/2026/01184");

        assertThat(FxStage.on(() -> texts(screen.view()))).contains("Removed in Odoo. This is the last copy.");
        assertThat(copy.row("INV/2026/01184").presence()).isEqualTo(InvoiceRow.Presence.REMOVED_IN_ODOO);
    }

    private static void showRemoved(InvoicesView screen) {
        FxStage.run(() -> nodes(screen.view()).filter(ToggleButton.class::isInstance).map(ToggleButton.class::cast)
                .filter(chip -> chip.isVisible() && chip.getText().equals("Removed in Odoo")).findFirst().orElseThrow()
                .fire());
        waitFor(screen, 1);
    }

    @Test
    void aRemovedInvoiceIsNeitherListedNorOverdueUnlessItIsAskedFor() {
        FakeInvoices copy = FakeInvoices.believable();
        copy.remove(copy.key("INV/2026/01183"));
        InvoicesView screen = show(copy);
        assertThat(numbers(screen)).hasSize(13).doesNotContain("INV/2026/01183");

        showRemoved(screen);
        open(screen, "INV/2026/01183");

        assertThat(FxStage.on(() -> nodes(screen.view()).filter(node -> node.getStyleClass().contains("badge"))
                .map(node -> ((Labeled) node).getText()).filter(text -> !text.isEmpty()).distinct().toList()))
                .containsExactly("Removed in Odoo");
        assertThat(FxStage.on(() -> screen.view().lookupAll(".late"))).isEmpty();
    }

    @Test
    void noChipForRemovedInvoicesWhereThereAreNone() {
        InvoicesView screen = show(FakeInvoices.believable());

        assertThat(FxStage.on(() -> texts(screen.view()))).contains("Cancelled").doesNotContain("Removed in Odoo");
    }

    @Test
    void saysSoWhenNothingIsSynced() {
        InvoicesView screen = show(FakeInvoices.empty());

        FxStage.until(() -> texts(screen.view()).contains("No invoices here yet"));
    }

    @Test
    void startsAndStopsTheSync() {
        InvoicesView screen = show(FakeInvoices.empty());
        Button button = FxStage.on(() -> (Button) screen.view().lookup("#sync-button"));

        FxStage.run(button::fire);
        assertThat(sync.running.get()).isTrue();
        assertThat(FxStage.on(button::getText)).isEqualTo("Stop");

        FxStage.run(button::fire);
        assertThat(sync.running.get()).isFalse();
        assertThat(FxStage.on(button::getText)).isEqualTo("Sync now");
    }

    @Test
    void worksByKeyboard() {
        InvoicesView screen = show(FakeInvoices.believable());
        open(screen, "INV/2026/01184");

        press(table(screen), KeyCode.C, true);
        assertThat(FxStage.on(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("INV/2026/01184");

        press(table(screen), KeyCode.ENTER, false);
        assertThat(FxStage.on(() -> screen.view().lookup(".detail").isFocused())).isTrue();

        int all = numbers(screen).size();
        type(screen, "brightwater");
        waitFor(screen, 2);
        press(FxStage.on(() -> screen.view().lookup("#invoice-search")), KeyCode.ESCAPE, false);
        assertThat(FxStage.on(() -> ((TextField) screen.view().lookup("#invoice-search")).getText())).isEmpty();
        waitFor(screen, all);

        press(table(screen), KeyCode.ESCAPE, false);
        FxStage.until(() -> !screen.view().lookup(".detail").isVisible());
        assertThat(FxStage.on(() -> table(screen).getFocusModel().getFocusedIndex())).as("its place stays").isOne();

        type(screen, "brightwater");
        waitFor(screen, 2);
        press(FxStage.on(() -> screen.view().lookup("#invoice-search")), KeyCode.DOWN, false);
        assertThat(FxStage.on(() -> table(screen).getSelectionModel().getSelectedIndex())).isZero();

        FxStage.run(screen::focusSearch);
        assertThat(FxStage.on(() -> screen.view().lookup("#invoice-search").isFocused())).isTrue();
    }

    @Test
    void namesEveryControlForScreenReaders() {
        InvoicesView screen = show(FakeInvoices.believable());
        open(screen, "INV/2026/01184");

        assertThat(FxStage.on(() -> nodes(screen.view()).filter(Node::isVisible).filter(Node::isFocusTraversable)
                .filter(node -> (node.getAccessibleText() == null || node.getAccessibleText().isEmpty())
                        && !(node instanceof ButtonBase button && !button.getText().isEmpty()))
                .toList())).isEmpty();
    }
}
