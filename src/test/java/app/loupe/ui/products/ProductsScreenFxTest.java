package app.loupe.ui.products;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.review.ProductSales.Bought;
import app.loupe.review.ProductSales.Sold;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.PageId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.window.Clicks;
import testkit.window.Fx;
import testkit.window.ReviewSamples;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

class ProductsScreenFxTest {
    private static final ConnectionId ACME = WindowSamples.ACME;
    private final WindowKit kit = new WindowKit();

    @BeforeEach
    void open() {
        kit.copy = ReviewSamples.copy();
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        kit.openLoaded();
        Fx.run(() -> kit.findAll(".connection-line").getFirst().fireEvent(Clicks.primary()));
        kit.press("#nav-products");
        waitForProducts(3);
    }

    @AfterEach
    void close() {
        kit.close();
    }

    @SuppressWarnings("unchecked") // the table of this id holds products
    private TableView<Sold> products() {
        return (TableView<Sold>) Objects.requireNonNull(kit.find("#products"));
    }

    @SuppressWarnings("unchecked") // the table of this id holds those who bought
    private TableView<Bought> buyers() {
        return (TableView<Bought>) Objects.requireNonNull(kit.find("#buyers"));
    }

    private void waitForProducts(int count) {
        Fx.await(count + " products", () -> kit.find("#products") != null && products().getItems().size() == count);
    }

    private static <R> List<String> cells(TableView<R> table, int row) {
        return table.getColumns().stream().map((TableColumn<R, ?> column) -> String
                .valueOf(column.getCellData(row)).replace("\u00a0", "")).filter(text -> !text.isEmpty()).toList();
    }

    private List<String> names() {
        return Fx.get(() -> products().getItems().stream().map(Sold::name).toList());
    }

    private void press(KeyCode code, TableView<?> table) {
        Fx.run(() -> table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    @SuppressWarnings("unchecked") // the box of this id holds these
    private <T> void choose(String box, T value) {
        Fx.run(() -> ((ComboBox<T>) Objects.requireNonNull(kit.find(box))).setValue(value));
    }

    @Test
    void productsStandWithTheirFiguresCreditNotesTakenOff() {
        assertThat(names()).containsExactly("Acoustic Bloc Screen", "Cable Management Box", "Delivery");
        assertThat(Fx.get(() -> cells(products(), 0))).containsExactly("Acoustic Bloc Screen", "15", "Units",
                "€4,425.00", "€295.00", "3");
        assertThat(kit.text(".products .footer-name").replace("\u00a0", "")).isEqualTo(
                "3 products, €6,615.50 without tax, 1 Jan 2026 to 31 Dec 2026");
    }

    /** Half of the window would be an empty table until somebody chose one. */
    @Test
    void theFirstProductIsChosenUntilAnotherIs() {
        assertThat(Fx.get(() -> products().getSelectionModel().getSelectedIndex())).isZero();
        assertThat(Fx.get(() -> buyers().getItems().stream().map(Bought::partner).toList())).isNotEmpty();
        Fx.run(() -> products().getSelectionModel().select(2));
        kit.press("#nav-customers");
        kit.press("#nav-products");
        waitForProducts(3);
        assertThat(Fx.get(() -> products().getSelectionModel().getSelectedIndex())).as("it stays").isEqualTo(2);
    }

    @Test
    void whoBoughtIsCalledACustomerAndWhoSoldAVendor() {
        assertThat(Fx.get(() -> buyers().getColumns().getFirst().getText())).isEqualTo("Customer");
        kit.press("#products-bought");

        Fx.await("vendors", () -> buyers().getColumns().getFirst().getText().equals("Vendor"));
        assertThat(Fx.get(() -> buyers().getColumns().getFirst().getText())).isEqualTo("Vendor");
    }

    @Test
    void aSyncBeginsHereAsInTheOtherLists() {
        assertThat(kit.texts(".products #sync-button")).containsExactly("Sync now");
    }

    @Test
    void aProductShowsWhoBoughtItAndOpensExactlyItsInvoices() {
        Fx.run(() -> products().getSelectionModel().select(0));

        assertThat(Fx.get(() -> buyers().getItems().stream().map(Bought::partner).toList())).isNotEmpty();
        kit.press("#product-open");
        assertThat(Fx.get(() -> kit.invoices().opened)).containsExactly(new Destination.Invoices(
                "Acoustic Bloc Screen", Set.of(new InvoiceKey(ACME, 1), new InvoiceKey(ACME, 2),
                        new InvoiceKey(ACME, 5))));
    }

    @Test
    void enterOnOneThatBoughtOpensItsInvoices() {
        Fx.run(() -> {
            products().getSelectionModel().select(1);
            buyers().getSelectionModel().select(0);
        });
        String partner = Fx.get(() -> buyers().getItems().getFirst().name());
        press(KeyCode.ENTER, Fx.get(this::buyers));

        assertThat(Fx.get(() -> kit.invoices().opened)).singleElement()
                .isInstanceOfSatisfying(Destination.Invoices.class, invoices -> {
                    assertThat(invoices.title()).isEqualTo("Cable Management Box, " + partner);
                    assertThat(invoices.keys()).isSubsetOf(new InvoiceKey(ACME, 1), new InvoiceKey(ACME, 4))
                            .isNotEmpty();
                });
    }

    @Test
    void boughtCurrencyTimeAndNameChoose() {
        kit.press("#products-bought");
        waitForProducts(1);
        assertThat(names()).containsExactly("Plywood");
        kit.press("#products-sold");
        waitForProducts(3);
        choose("#product-currency", "USD");
        waitForProducts(1);
        assertThat(names()).containsExactly("Corner Desk Left Sit");
        choose("#product-currency", "EUR");
        waitForProducts(3);
        choose("#product-period", SalesPeriod.LAST_YEAR);
        waitForProducts(0);
        choose("#product-period", SalesPeriod.DAYS);
        waitForProducts(3);
        Fx.run(() -> ((DatePicker) Objects.requireNonNull(kit.find("#product-from")))
                .setValue(LocalDate.of(2026, 9, 18)));
        waitForProducts(0);
        choose("#product-period", SalesPeriod.THIS_YEAR);
        waitForProducts(3);
        Fx.run(() -> ((TextField) Objects.requireNonNull(kit.find("#product-search"))).setText("CABLE"));
        waitForProducts(1);
        assertThat(names()).containsExactly("Cable Management Box");
    }

    private List<String> wrong() {
        return kit.texts("#product-days-wrong");
    }

    private DatePicker picker(String id) {
        return (DatePicker) Objects.requireNonNull(kit.find(id));
    }

    private void type(String id, String text) {
        Fx.run(() -> {
            picker(id).getEditor().setText(text);
            picker(id).commitValue();
        });
    }

    @Test
    void daysThatCannotBeUsedAreSaidAndTheFormerOnesNamed() {
        choose("#product-period", SalesPeriod.DAYS);
        waitForProducts(3);
        assertThat(Fx.get(() -> List.of(picker("#product-from").getEditor().getText(),
                picker("#product-to").getEditor().getText()))).as("as the rest of the window writes them")
                .containsExactly("1 Jan 2026", "31 Dec 2026");
        assertThat(wrong()).isEmpty();

        type("#product-from", "one day");
        assertThat(wrong())
                .containsExactly("One of the days cannot be read. Type it like 31 Dec 2026.");
        type("#product-from", "2026-12-31");
        assertThat(wrong()).isEmpty();
        type("#product-to", "2026-11-27");
        assertThat(wrong()).containsExactly(
                "The last day is before the first. The list is still of 31 Dec 2026 to 31 Dec 2026.");
        type("#product-from", "2026-01-01");
        assertThat(wrong()).isEmpty();
        waitForProducts(3);
        choose("#product-period", SalesPeriod.THIS_YEAR);
        assertThat(wrong()).isEmpty();
    }

    private void lead(long product, boolean bought, String currency, String day) {
        Fx.run(() -> {
            kit.navigator().open(new Destination.Page(PageId.INVOICES));
            kit.navigator().open(new Destination.ProductPage(ACME, product, bought, currency, LocalDate.parse(day)));
        });
    }

    private void waitForChosen(String name) {
        Fx.await(name + " is selected", () -> {
            Sold sold = products().getSelectionModel().getSelectedItem();
            return sold != null && sold.name().equals(name);
        });
    }

    @Test
    void aLinkLeadsToTheCurrencyAndTheSideOfItsLine() {
        Fx.run(() -> ((TextField) Objects.requireNonNull(kit.find("#product-search"))).setText("cable"));
        waitForProducts(1);
        lead(6, false, "USD", "2026-09-17");
        waitForChosen("Corner Desk Left Sit");
        assertThat(names()).containsExactly("Corner Desk Left Sit");
        assertThat(kit.text(".product-chosen")).isEqualTo("Corner Desk Left Sit: who bought it");

        lead(8, true, "EUR", "2026-09-17");
        waitForChosen("Plywood");
        assertThat(Fx.get(() -> ((ToggleButton) Objects.requireNonNull(kit.find("#products-bought"))).isSelected()))
                .isTrue();

        lead(3, false, "EUR", "2026-09-17");
        waitForChosen("Acoustic Bloc Screen");
    }

    @Test
    void theTimeStaysWhereItTakesInTheDayAndElseBecomesTheYearOfIt() {
        choose("#product-period", SalesPeriod.LAST_YEAR);
        waitForProducts(0);
        lead(4, false, "EUR", "2026-09-17");
        waitForChosen("Cable Management Box");
        assertThat(period()).isEqualTo(SalesPeriod.THIS_YEAR);

        choose("#product-period", SalesPeriod.LAST_12_MONTHS);
        lead(3, false, "EUR", "2026-09-17");
        waitForChosen("Acoustic Bloc Screen");
        assertThat(period()).isEqualTo(SalesPeriod.LAST_12_MONTHS);

        choose("#product-period", SalesPeriod.DAYS);
        lead(3, false, "EUR", "2021-05-05");
        waitForProducts(0);
        assertThat(Fx.get(() -> ((DatePicker) Objects.requireNonNull(kit.find("#product-from"))).getValue()))
                .isEqualTo("2021-01-01");
        assertThat(Fx.get(() -> ((DatePicker) Objects.requireNonNull(kit.find("#product-to"))).getValue()))
                .isEqualTo("2021-12-31");
        lead(3, false, "EUR", "2026-09-17");
        waitForChosen("Acoustic Bloc Screen");
        assertThat(period()).isEqualTo(SalesPeriod.THIS_YEAR);
    }

    @SuppressWarnings("unchecked") // the box of this id holds periods
    private SalesPeriod period() {
        return Fx.get(() -> ((ComboBox<SalesPeriod>) Objects.requireNonNull(kit.find("#product-period"))).getValue());
    }
}
