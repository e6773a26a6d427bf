package app.loupe.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Ref;
import app.loupe.ui.common.Memory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.event.Event;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.TradingCopy;
import testkit.window.Fx;
import testkit.window.OverviewWindow;

/** In company currency nothing that is owed is left out without a word, and what cannot be booked says so. */
class OverviewBookedFxTest {
    private @Nullable OverviewWindow window;

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
    }

    private OverviewWindow open() {
        FakeInvoices fake = FakeInvoices.empty();
        fake.add("INV/1", "Ann", "2026-11-02", "2026-12-12", "1000.00", "1000.00", "EUR");
        fake.add("INV/2", "Bob", "2026-11-03", "2026-12-12", "50000.00", "50000.00", "USD");
        fake.add("UK/1", "Cem", "2026-11-04", "2026-12-12", "500.00", "500.00", "GBP");
        TradingCopy copy = new TradingCopy(fake).withCompany("UK/1", new Ref(2, "Acme UK"), new Ref(3, "GBP"));
        var opened = new OverviewWindow(copy, new Memory(Map.of("overview.currency", "EUR+booked")), Locale.US);
        window = opened;
        return opened.awaitProducts();
    }

    private static List<String> cells(OverviewWindow at, String table, int column) {
        return Fx.get(() -> at.findAll(table).getFirst() instanceof TableView<?> view
                ? view.getItems().stream().map(ShortTable.Words.class::cast).map(words -> words.cells().get(column))
                        .toList()
                : List.of());
    }

    @Test
    void whatIsOwedToACompanyWithOtherBooksIsSaidAndLeadsToItsFigures() {
        OverviewWindow at = open();
        assertThat(at.texts("#overview-elsewhere .said-beginning"))
                .containsExactly("Also owed to you in other currencies:");
        assertThat(at.texts("#overview-elsewhere .text-link")).containsExactly("£\u00a0500.00");

        at.click("#overview-elsewhere .text-link", 0);

        Fx.await("pounds", () -> at.findAll("#card-outstanding .card-value").getFirst() instanceof Labeled value
                && value.getText().equals("£\u00a0500.00"));
        assertThat(at.texts("#overview-currency")).containsExactly("GBP, as booked");
    }

    @Test
    void whoOwesTheMostIsToldInTheSameMoneyAndProductsSayThatTheyAreNot() {
        OverviewWindow at = open();

        assertThat(cells(at, "#table-debtors", 0)).containsExactly("Bob", "Ann");
        assertThat(cells(at, "#table-debtors", 1)).containsExactly("€\u00a0100,000.00", "€\u00a01,000.00");
        assertThat(at.texts(".panel-aside")).contains("last 12 months · documents in EUR alone",
                "in EUR, as booked, for 13 weeks, by week");
        assertThat(cells(at, "#table-products", 2)).hasSize(1);
    }

    /** The page of a customer tells what is owed in the currency of its documents: its invoices are what adds up. */
    @Test
    void aCustomerWhoOwesInAnotherCurrencyLeadsToItsInvoices() {
        OverviewWindow at = open();

        TableView<?> table = Fx.get(() -> (TableView<?>) at.findAll("#table-debtors").getFirst());
        Fx.run(() -> {
            table.requestFocus();
            Event.fireEvent(table,
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });

        assertThat(at.listed("Bob, EUR, as booked")).singleElement()
                .satisfies(row -> assertThat(row.row().number()).isEqualTo("INV/2"));
    }
}
