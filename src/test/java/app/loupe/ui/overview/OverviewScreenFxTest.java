package app.loupe.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.Money;
import app.loupe.domain.ProblemException;
import app.loupe.owed.CurrencyView;
import app.loupe.owed.ExpectedCash;
import app.loupe.owed.Owing;
import app.loupe.review.Debtor;
import app.loupe.review.Overview;
import app.loupe.review.ReviewRow;
import app.loupe.review.Shelf;
import app.loupe.text.MoneyText;
import app.loupe.ui.common.Memory;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import testkit.FakeInvoices;
import testkit.TradingCopy;
import testkit.window.Fx;
import testkit.window.OverviewSamples;
import testkit.window.OverviewWindow;

class OverviewScreenFxTest {
    private static final CurrencyView EUROS = new CurrencyView.OfDocuments("EUR");

    private final MoneyText money = new MoneyText(Locale.US);
    private @Nullable OverviewWindow window;

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
    }

    private OverviewWindow open(TradingCopy copy) {
        return open(copy, Map.of());
    }

    private OverviewWindow open(TradingCopy copy, Map<String, String> memory) {
        var opened = new OverviewWindow(copy, new Memory(memory), Locale.US);
        window = opened;
        return opened;
    }

    private static Overview figures(TradingCopy copy, CurrencyView view) throws ProblemException {
        Shelf shelf = copy.shelf();
        Set<ConnectionId> acme = Set.of(FakeInvoices.ACME);
        return Overview.of(shelf.withLines(acme), shelf.subledgers(acme), view, FakeInvoices.TODAY, FakeInvoices.TODAY);
    }

    private static Set<InvoiceKey> keys(List<ReviewRow> rows) {
        return rows.stream().map(row -> row.row().key()).collect(Collectors.toSet());
    }

    private static Money due(List<ReviewRow> rows) {
        return rows.stream().map(row -> new Money(row.signedDue(), row.row().amounts().currency()))
                .reduce(Money.zero("EUR"), Money::plus);
    }

    private static Money untaxed(List<ReviewRow> rows) {
        return rows.stream().map(row -> new Money(row.row().type().signed(row.row().amounts().untaxed()),
                row.row().amounts().currency())).reduce(Money.zero("EUR"), Money::plus);
    }

    private static String value(OverviewWindow at, String card) {
        return at.texts("#card-" + card + " .card-value").getFirst();
    }

    private static void key(Node node, KeyCode code) {
        Fx.run(() -> node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    private static void back(OverviewWindow at) {
        Fx.run(() -> at.root().fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.LEFT, false, false, true, false)));
    }

    /** Bars of a chart in the order of its labels. */
    private static List<ChartBar> bars(OverviewWindow at, String style) {
        return Fx.get(() -> at.findAll("." + style).stream().filter(ChartBar.class::isInstance)
                .map(ChartBar.class::cast).toList());
    }

    @Test
    void itIsTheFirstPageOnceThereAreInvoices() {
        OverviewWindow at = open(TradingCopy.business()).await("#card-outstanding");

        assertThat(at.texts(".screen-title")).containsExactly("Overview");
        assertThat(at.texts(".overview-foot .copy-age")).containsExactly("● Local copy of 23 Nov 2026 14:02");
    }

    @Test
    void whoWasElsewhereLastTimeIsThereAgain() {
        OverviewWindow at = open(TradingCopy.business(), Map.of("screen", "nav-invoices")).await(".invoice-table");

        assertThat(at.texts(".screen-title")).containsExactly("Invoices");
    }

    @Test
    void cardsOpenExactlyTheirInvoicesWhichAddUpToThem() throws ProblemException {
        TradingCopy copy = TradingCopy.business();
        Overview expected = figures(copy, EUROS);
        OverviewWindow at = open(copy).await("#card-outstanding");

        String outstanding = value(at, "outstanding");
        at.press("#card-outstanding");
        List<ReviewRow> rows = at.listed("Outstanding, EUR");
        assertThat(money.format(due(rows))).isEqualTo(outstanding);
        assertThat(keys(rows)).isEqualTo(Owing.invoices(expected.receivable().open()));

        back(at);
        String overdue = value(at, "overdue");
        at.press("#card-overdue");
        rows = at.listed("Overdue, EUR");
        assertThat(money.format(due(rows))).isEqualTo(overdue);
        assertThat(keys(rows)).isEqualTo(Owing.invoices(expected.receivable().overdueShares()));

        back(at);
        String invoiced = value(at, "invoiced");
        at.press("#card-invoiced");
        rows = at.listed("Invoiced 1–23 November 2026, EUR");
        assertThat(money.format(untaxed(rows))).isEqualTo(invoiced);
    }

    @Test
    void theFiguresOfTheMockUpAreSaid() {
        OverviewWindow at = open(new TradingCopy(FakeInvoices.believable())).await("#card-outstanding");

        assertThat(value(at, "outstanding")).isEqualTo("€\u00a021,340.45");
        assertThat(value(at, "overdue")).isEqualTo("€\u00a09,695.25");
        assertThat(at.texts("#card-overdue .card-detail")).containsExactly("3 documents · oldest 31 days");
        assertThat(value(at, "review")).isEqualTo("0");
    }

    private static void day(OverviewWindow at, int item) {
        Fx.run(() -> ((MenuButton) at.findAll("#overview-as-of").getFirst()).getItems().get(item).fire());
    }

    @Test
    void theFiguresOfADayInThePastAreToldOfItsEndAndOpenTheirRows() throws ProblemException {
        TradingCopy copy = TradingCopy.business();
        Shelf shelf = copy.shelf();
        Set<ConnectionId> acme = Set.of(FakeInvoices.ACME);
        Overview then = Overview.of(shelf.withLines(acme), shelf.subledgers(acme), EUROS, LocalDate.of(2026, 10, 31),
                FakeInvoices.TODAY);
        OverviewWindow at = open(copy).await("#card-outstanding");
        String today = value(at, "outstanding");

        day(at, 1);
        Fx.await("end of October", () -> at.findAll("#card-review").isEmpty());

        assertThat(value(at, "outstanding")).isEqualTo(money.format(then.receivable().outstanding()))
                .isNotEqualTo(today);
        assertThat(value(at, "overdue"))
                .isEqualTo(money.format(then.receivable().sum(then.receivable().overdueShares())));
        assertThat(value(at, "invoiced")).isEqualTo(money.format(then.thisMonth().now()));
        assertThat(at.texts("#card-invoiced .card-name")).containsExactly("Invoiced October 2026");
        assertThat(at.texts("#overview-as-of")).containsExactly("As of 31 Oct 2026");
        assertThat(at.texts(".panel-aside")).contains("As of 31 Oct 2026").doesNotContain("as of today");
        assertThat(at.texts(".overview-foot .label")).anyMatch(text -> text.contains("as they are today"));
        assertThat(bars(at, "now")).hasSize(12).last().satisfies(bar -> assertThat(Fx.get(bar::getAccessibleText))
                .startsWith("October 2026: " + money.format(then.thisMonth().now())));

        at.press("#card-outstanding");
        assertThat(keys(at.listed("Outstanding, EUR, as of 31 Oct 2026")))
                .isEqualTo(Owing.invoices(then.receivable().open()));

        back(at);
        day(at, 0);
        at.await("#card-review");
        assertThat(value(at, "outstanding")).isEqualTo(today);
        assertThat(at.texts(".overview-foot .label")).noneMatch(text -> text.contains("as they are today"));
    }

    @Test
    void aDayThatIsNotOverIsToday() {
        OverviewWindow at = open(TradingCopy.business()).await("#card-outstanding");
        String today = value(at, "outstanding");
        Fx.run(() -> ((DatePicker) at.root().lookup("#overview-as-of-field")).setValue(LocalDate.of(2027, 1, 31)));
        assertThat(Fx.get(() -> ((DatePicker) at.root().lookup("#overview-as-of-field")).getValue())).as("at once")
                .isNull();

        day(at, 1);
        Fx.await("end of October", () -> at.findAll("#card-review").isEmpty());
        Fx.run(() -> ((DatePicker) at.root().lookup("#overview-as-of-field")).setValue(LocalDate.of(2027, 1, 31)));

        at.await("#card-review");
        assertThat(value(at, "outstanding")).isEqualTo(today);
        assertThat(at.texts("#overview-as-of")).containsExactly("As of 23 Nov 2026");
    }

    @Test
    void asBookedOnADayInThePastIsSaidToBeSplit() {
        OverviewWindow at = open(TradingCopy.business(), Map.of("overview.currency", "EUR+booked"))
                .await("#card-outstanding");
        day(at, 1);
        Fx.await("end of October", () -> at.findAll("#card-review").isEmpty());

        assertThat(at.texts(".overview-foot .label").getFirst()).contains("as they are today")
                .contains("each total is exact");
    }

    @Test
    void everyMonthIsABarThatOpensItsInvoices() throws ProblemException {
        TradingCopy copy = TradingCopy.business();
        Overview expected = figures(copy, EUROS);
        OverviewWindow at = open(copy).await("#card-outstanding");

        List<ChartBar> now = bars(at, "now");
        assertThat(now).hasSize(12);
        assertThat(bars(at, "before")).hasSize(12);
        Money march = expected.invoiced().untaxed(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
        ChartBar bar = now.get(3);
        assertThat(Fx.get(bar::getAccessibleText)).startsWith("March 2026: " + money.format(march) + ", ");
        Fx.run(bar::fire);
        assertThat(money.format(untaxed(at.listed("Invoiced March 2026, EUR")))).isEqualTo(money.format(march));
    }

    @Test
    void agesAndWeeksOpenTheirRows() throws ProblemException {
        TradingCopy copy = TradingCopy.business();
        Overview expected = figures(copy, EUROS);
        OverviewWindow at = open(copy).await("#card-outstanding");

        ChartBar notDue = bars(at, "age-button").getFirst();
        Fx.run(notDue::fire);
        String all = Fx.get(notDue::getAccessibleText);
        List<ReviewRow> rows = at.listed("Receivable, Not due, EUR");
        assertThat(all).startsWith("Owed to you, Not due: " + money.format(due(rows)) + ", " + rows.size());

        back(at);
        ChartBar week = bars(at, "likely").get(1);
        Fx.run(week::fire);
        rows = at.listed("Likely, 30 Nov to 6 Dec, EUR");
        assertThat(due(rows)).isEqualTo(expected.cash(1, ExpectedCash.Scenario.LIKELY));
    }

    @Test
    void aChartIsOneStopOfTheKeyboardAndReadByArrows() {
        OverviewWindow at = open(TradingCopy.business()).await("#card-outstanding");
        List<ChartBar> now = bars(at, "now");
        Fx.run(() -> now.getFirst().requestFocus());

        key(now.getFirst(), KeyCode.RIGHT);

        assertThat(Fx.get(() -> now.get(1).isFocused())).isTrue();
        assertThat(at.texts(".panel-aside")).contains(Fx.get(() -> now.get(1).getAccessibleText()));
        assertThat(Fx.get(() -> now.stream().filter(Node::isFocusTraversable).toList())).containsExactly(now.get(1));
        key(now.get(1), KeyCode.DOWN);
        ChartBar before = bars(at, "before").get(1);
        assertThat(Fx.get(before::isFocused)).isTrue();
        key(before, KeyCode.END);
        ChartBar last = bars(at, "before").getLast();
        assertThat(Fx.get(last::isFocused)).isTrue();
        key(last, KeyCode.ENTER);
        at.listed("Invoiced 1–23 November 2025, EUR");
    }

    @Test
    void everyChartHasATableOfTheSameFigures() {
        OverviewWindow at = open(TradingCopy.business()).await("#card-outstanding");

        at.press("#as-table-months");

        at.await("#table-months");
        assertThat(Fx.get(() -> ((TableView<?>) at.findAll("#table-months").getFirst()).getItems().size()))
                .isEqualTo(12);
        assertThat(bars(at, "now")).isEmpty();
        at.press("#as-table-months");
        assertThat(bars(at, "now")).hasSize(12);
    }

    @Test
    void whoOwesTheMostLeadsToTheOpenInvoicesOfTheCustomer() throws ProblemException {
        TradingCopy copy = TradingCopy.business();
        Debtor first = figures(copy, EUROS).debtors().getFirst();
        OverviewWindow at = open(copy).awaitProducts();
        TableView<?> table = Fx.get(() -> (TableView<?>) at.findAll("#table-debtors").getFirst());
        Fx.run(table::requestFocus);

        key(table, KeyCode.ENTER);

        String name = Objects.requireNonNull(first.partner()).name();
        assertThat(due(at.listed(name + ", EUR"))).isEqualTo(first.owed());
    }

    @Test
    void bestSellingProductsLeadToTheirInvoices() throws ProblemException {
        TradingCopy copy = TradingCopy.business();
        OverviewWindow at = open(copy).awaitProducts();
        Overview expected = figures(copy, EUROS);
        var best = expected.products().orElseThrow().products().getFirst();
        TableView<?> table = Fx.get(() -> (TableView<?>) at.findAll("#table-products").getFirst());
        Fx.run(table::requestFocus);

        key(table, KeyCode.ENTER);

        assertThat(at.listed(best.name() + ", EUR")).hasSize(best.invoices());
    }

    @Test
    void theCurrencyIsChosenAndRemembered() {
        TradingCopy copy = TradingCopy.business();
        OverviewWindow at = open(copy).await("#overview-currency");
        MenuButton chooser = Fx.get(() -> (MenuButton) at.findAll("#overview-currency").getFirst());
        assertThat(Fx.get(() -> chooser.getItems().stream().map(item -> item.getText()).toList()))
                .containsExactly("EUR", "USD", "JPY", "EUR, as booked");

        Fx.run(() -> chooser.getItems().get(2).fire());
        Fx.await("yen", () -> chooser.getText().equals("JPY"));
        assertThat(value(at, "outstanding")).startsWith("¥\u00a0");

        Fx.run(() -> chooser.getItems().getLast().fire());
        Fx.await("as booked", () -> chooser.getText().equals("EUR, as booked"));
        at.press("#card-outstanding");
        assertThat(at.listed("Outstanding, EUR, as booked").stream().map(row -> row.row().amounts().currency())
                .distinct()).contains("EUR", "USD");
        assertThat(Fx.get(() -> at.memory.get("overview.currency"))).isEqualTo("EUR+booked");
    }

    @Test
    void aMonthInWhichMoreWasGivenBackHangsBelowTheLine() {
        OverviewWindow at = open(new TradingCopy(OverviewSamples.negativeMonth())).await("#card-outstanding");
        Fx.layOut(at.root());

        ChartBar october = bars(at, "now").get(10);
        ChartBar september = bars(at, "now").get(9);
        assertThat(Fx.get(october::getAccessibleText)).startsWith("October 2026: €\u00a0−504.00");
        double line = Fx.get(() -> september.getLayoutY() + september.getHeight());
        assertThat(Fx.get(october::getLayoutY)).isEqualTo(line);
        assertThat(Fx.get(october::getHeight)).isGreaterThan(10);
    }

    @Test
    void whatChangesIsShownByTheSameNodesAndTheKeyboardStays() {
        TradingCopy copy = TradingCopy.business();
        OverviewWindow at = open(copy).awaitProducts();
        ChartBar bar = bars(at, "now").get(4);
        Fx.run(bar::requestFocus);
        String before = value(at, "outstanding");
        copy.invoices().add("INV/NEW", "Deco Addict", "2026-11-20", "2026-12-20", "1000.00", "1000.00", "EUR");

        at.press("#sync-button");
        Fx.await("it runs", () -> !at.sync.started.isEmpty());
        at.sync.end();

        Fx.await("the new sum", () -> !at.findAll("#card-outstanding").isEmpty()
                && !at.findAll("#card-outstanding").getFirst().getAccessibleText().contains(before));
        assertThat(bars(at, "now").get(4)).isSameAs(bar);
        assertThat(Fx.get(bar::isFocused)).isTrue();
    }

    @Test
    void withoutAnInvoiceItSaysWhatToDo() {
        FakeInvoices none = FakeInvoices.empty();
        var opened = new OverviewWindow(new TradingCopy(none), new Memory(Map.of("screen", "nav-overview")), Locale.US,
                new ConnectionProfile(FakeInvoices.ACME, ConnectionProfile.Kind.ODOO, "Acme", null, null, "19.0",
                        null));
        window = opened;

        Fx.await("it says so", () -> opened.findAll(".empty-title").stream()
                .anyMatch(node -> node instanceof Labeled label && label.getText().equals("No invoices here yet")));
        assertThat(opened.texts(".overview-foot .copy-age"))
                .containsExactly("● First sync not complete: figures are missing");
    }

    @Test
    void oneInvoiceIsEnough() {
        FakeInvoices one = FakeInvoices.empty();
        one.add("INV/1", "Ann", "2026-11-02", "2026-11-12", "100.00", "100.00", "EUR");
        OverviewWindow at = open(new TradingCopy(one)).awaitProducts();

        assertThat(at.texts(".card-detail")).containsExactly("1 document · 1 customer", "1 document · oldest 11 days",
                "nothing in 1–23 Nov 2025", "of sales are still unpaid, by the last 90 days", "in the review inbox");
        assertThat(Fx.get(() -> at.findAll("#overview-currency"))).isEmpty();
        assertThat(value(at, "days")).isEqualTo("90 days");
    }
}
