package app.loupe.ui.partners;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.FigureRow;
import app.loupe.ui.common.TextLink;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.AccessibleAction;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.window.Fx;
import testkit.window.OwedSamples;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** The page of a customer who owes in two currencies is in the one that was pressed, and says the other. */
class PartnerCurrencyFxTest {
    private static final String EUROS = "\u20ac\u00a016,910.00";
    private static final String DOLLARS = "$\u00a034,099.13";

    private final WindowKit kit = new WindowKit();

    @BeforeEach
    void open() {
        kit.connections.with(WindowSamples.profile(WindowSamples.ACME, "Acme Trading"));
        kit.reader.with(WindowSamples.ACME, 12);
        OwedSamples.all(kit.reader, WindowSamples.ACME);
        var items = new ArrayList<>(kit.reader.owed.getOrDefault(WindowSamples.ACME, List.of()));
        items.add(inDollars(items.getFirst()));
        kit.reader.owed.put(WindowSamples.ACME, List.copyOf(items));
        kit.openLoaded();
    }

    @AfterEach
    void close() {
        kit.close();
    }

    /** Worth less than half of what is owed in euros. */
    private static OwedItem inDollars(OwedItem like) {
        LocalDate day = LocalDate.of(2026, 9, 1);
        var amount = new BigDecimal("34099.13");
        var booked = new BigDecimal("8000.00");
        return new OwedItem(88_001, 88_000, new OwedItem.Entry(88_000, MoveType.CUSTOMER_INVOICE, "INV/88", "", ""),
                false, like.company(), like.partner(), OwedSamples.USD, new OwedItem.Dates(day, day, day), amount,
                amount, new OwedItem.Booked(OwedSamples.EUR, booked, booked), List.of());
    }

    /** Opens the row of Brightwater with this amount, as Enter does. */
    @SuppressWarnings("unchecked") // its rows are not read as anything
    private void openRow(String table, String amount) {
        Fx.await("the row", () -> kit.find(table) instanceof TableView<?> view && row(view, amount) >= 0);
        Fx.run(() -> {
            var view = (TableView<Object>) Objects.requireNonNull(kit.find(table));
            view.getSelectionModel().clearAndSelect(row(view, amount), view.getColumns().getFirst());
            view.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
    }

    private static int row(TableView<?> view, String amount) {
        for (int i = 0; i < view.getItems().size(); i++) {
            var cells = ((FigureRow<?>) view.getItems().get(i)).cells();
            if (cells.getFirst().text().equals("Brightwater Hotels")
                    && cells.stream().anyMatch(cell -> cell.text().contains(amount))) {
                return i;
            }
        }
        return -1;
    }

    private void demand(String owed, String also) {
        Fx.await("owed " + owed, () -> kit.seen("#card-owed .card-figure").contains(owed));
        assertThat(kit.texts("#partner-also .label")).startsWith("Also open:").contains(also).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"customers, '34,099.13'", "customers, '16,910.00'", "aged, '34,099.13'", "aged, '16,910.00'"})
    void opensInTheCurrencyOfTheRow(String list, String amount) {
        kit.press("#nav-" + list);
        openRow("#" + list, amount);

        boolean dollars = amount.startsWith("34");
        demand(dollars ? DOLLARS : EUROS, dollars ? EUROS : DOLLARS);
    }

    @Test
    void opensInTheOneThatComesToMoreWhereNoneIsSaid() {
        Fx.run(() -> kit.navigator()
                .open(new Destination.PartnerPage(WindowSamples.ACME, OwedSamples.BRIGHTWATER.id(), false, null)));

        demand(EUROS, DOLLARS);
    }

    @Test
    void theOtherAmountIsALinkToItsCurrency() {
        kit.press("#nav-customers");
        openRow("#customers", "16,910.00");
        demand(EUROS, DOLLARS);

        Fx.run(() -> ((TextLink) Objects.requireNonNull(kit.find("#partner-also .text-link")))
                .executeAccessibleAction(AccessibleAction.FIRE));

        demand(DOLLARS, EUROS);
    }
}
