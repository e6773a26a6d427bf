package app.loupe.ui.aged;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.FigureCell;
import app.loupe.ui.common.FigureRow;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.DatePicker;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;
import testkit.window.OwedSamples;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

class AgedFxTest {
    private final WindowKit kit = new WindowKit();

    @BeforeEach
    void open() {
        kit.connections.with(WindowSamples.profile(WindowSamples.ACME, "Acme Trading"));
        kit.reader.with(WindowSamples.ACME, 12);
        OwedSamples.all(kit.reader, WindowSamples.ACME);
        kit.openLoaded();
        kit.press("#nav-aged");
        await("#aged", 9);
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private void await(String table, int rows) {
        Fx.await(rows + " rows in " + table,
                () -> kit.find(table) instanceof TableView<?> view && view.getItems().size() == rows);
    }

    private List<List<String>> cells(String table) {
        return Fx.get(() -> now(table));
    }

    /** The same on the FX thread. */
    private List<List<String>> now(String table) {
        return kit.find(table) instanceof TableView<?> view
                ? view.getItems().stream()
                        .map(row -> ((FigureRow<?>) row).cells().stream().map(FigureCell::text).toList()).toList()
                : List.of();
    }

    private void choose(String chip, int item) {
        Fx.run(() -> ((MenuButton) Objects.requireNonNull(kit.find(chip))).getItems().get(item).fire());
    }

    @Test
    void eachCurrencyIsASectionWithItsTotal() {
        assertThat(cells("#aged").stream().map(List::getFirst)).startsWith("EUR", "Brightwater Hotels")
                .containsSequence("Total EUR", "USD", "Ready Mat", "Total USD");
        assertThat(cells("#aged").get(5).getLast()).isEqualTo("37,049.50");
    }

    /** Walks to a cell with the keyboard, and opens it. */
    @SuppressWarnings("unchecked") // the only table of this id
    private void open(int row, String column) {
        Fx.run(() -> {
            var view = (TableView<Object>) Objects.requireNonNull(kit.find("#aged"));
            TableColumn<Object, ?> wanted = view.getColumns().stream().filter(one -> one.getId().equals(column))
                    .findFirst().orElseThrow();
            view.getSelectionModel().clearAndSelect(row, wanted);
            view.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
    }

    @Test
    void aCellOpensWhatAddsUpToIt() {
        open(1, "31-60");
        await("#aged-items", 2);
        assertThat(cells("#aged-items").getFirst()).contains("INV/2026/01022", "15 Sep 2026", "15 Oct 2026");
        assertThat(cells("#aged-items").getLast().getLast()).isEqualTo("5,890.00");

        kit.press("#aged-back");
        await("#aged", 9);
        open(5, "not_due");
        Fx.await("all", () -> kit.find("#aged-items") != null);
        assertThat(cells("#aged-items").getLast().getLast()).isEqualTo("13,220.00");
        assertThat(cells("#aged-items").stream().map(row -> row.get(1)))
                .contains("Bank \u00b7 BNK1/2026/00005 \u00b7 on account");
    }

    /** As elsewhere in the window, and not as in ISO alone. */
    @Test
    void aDayIsTypedAsTheOwnerWritesItOrRefusedInWords() {
        Fx.run(() -> {
            MenuButton chip = (MenuButton) Objects.requireNonNull(kit.find("#aged-as-of"));
            chip.getItems().getLast().fire();
        });
        type("10/31/26");
        Fx.await("end of October", () -> kit.seen("#aged-as-of").contains("As of 31 Oct 2026"));

        type("some day");

        assertThat(kit.text("#aged-as-of-note")).startsWith("This is no day.");
        assertThat(Fx.<String>get(() -> Objects.requireNonNull(kit.find("#aged-as-of-field")).getAccessibleHelp()))
                .startsWith("This is no day.");
        assertThat(Fx.get(() -> kit.seen("#aged-as-of"))).contains("As of 31 Oct 2026");
        type("");
        assertThat(Fx.get(() -> kit.seen("#aged-as-of"))).contains("As of 31 Oct 2026");
        assertThat(Fx.get(() -> kit.find("#aged-as-of-note") == null)).isTrue();
    }

    private void type(String day) {
        Fx.run(() -> {
            var field = (DatePicker) Objects.requireNonNull(kit.find("#aged-as-of-field"));
            field.getEditor().setText(day);
            field.commitValue();
        });
    }

    @Test
    void aNameOpensThePageOfThePartner() {
        open(1, "partner");
        await("#partner-statement", 8);
    }

    /** What was owed then is nowhere on the page of today, nor in a statement of it. */
    @Test
    void onADayInThePastANameOpensThePageAsOfThatDay() {
        Fx.run(() -> {
            MenuButton chip = (MenuButton) Objects.requireNonNull(kit.find("#aged-as-of"));
            chip.getItems().getLast().fire();
        });
        type("10/31/26");
        Fx.await("end of October", () -> kit.seen("#aged-as-of").contains("As of 31 Oct 2026"));

        open(1, "partner");

        Fx.await("the page", () -> kit.find("#partner-statement") != null);
        assertThat(Fx.get(() -> kit.seen("#partner-as-of"))).contains("As of 31 Oct 2026");
    }

    /** Only one of both is asked for. */
    @Test
    void theHeadNamesWhoStandsThere() {
        assertThat(Fx.<String>get(this::head)).isEqualTo("Customer");

        kit.press("#side-payable");

        Fx.await("vendors", () -> head().equals("Vendor"));
        kit.press("#side-receivable");
        Fx.await("customers", () -> head().equals("Customer"));
    }

    private String head() {
        return kit.find("#aged") instanceof TableView<?> view ? view.getColumns().getFirst().getText() : "";
    }

    @Test
    void vendorsStandOnTheOtherSide() {
        kit.press("#side-payable");
        await("#aged", 3);
        assertThat(cells("#aged").get(1)).startsWith("Harbour Print").contains("780.00");
    }

    @Test
    void anotherDayAndAnotherDateChangeTheFigures() {
        choose("#aged-as-of", 1);
        Fx.await("end of October", () -> kit.seen("#aged-as-of").contains("As of 31 Oct 2026"));
        Fx.await("total", () -> now("#aged").stream()
                .anyMatch(row -> row.getFirst().equals("Brightwater Hotels") && row.getLast().equals("18,290.00")));
        choose("#aged-as-of", 0);
        choose("#aged-by", 1);
        Fx.await("by invoice date", () -> now("#aged").stream().anyMatch(
                row -> row.getFirst().equals("Brightwater Hotels") && row.contains("4,820.00")
                        && row.get(3).isEmpty()));
    }

    @Test
    void inCompanyCurrencyThereIsOneSectionAndOnAPastDayItSaysHowItIsSplit() {
        choose("#aged-money", 1);
        await("#aged", 7);
        assertThat(cells("#aged").stream().map(List::getFirst)).contains("Ready Mat").doesNotContain("USD");
        assertThat(kit.text(".figure-hint .label")).contains("amounts that Odoo booked");
        choose("#aged-as-of", 1);
        Fx.await("said",
                () -> kit.seen(".figure-hint .label").stream().anyMatch(text -> text.contains("in proportion")));
    }
}
