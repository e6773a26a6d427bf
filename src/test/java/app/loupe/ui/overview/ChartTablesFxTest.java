package app.loupe.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import app.loupe.review.ReviewRow;
import app.loupe.ui.common.Memory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.FakeInvoices;
import testkit.TradingCopy;
import testkit.window.Fx;
import testkit.window.OverviewWindow;

/** Each figure of the tables behind the charts opens its own rows, as its bar does. */
class ChartTablesFxTest {
    private static OverviewWindow open() {
        FakeInvoices copy = FakeInvoices.empty();
        copy.add("INV/1", "Ann", "2026-11-02", "2026-12-12", "100.00", "100.00", "EUR");
        copy.add("INV/2", "Ann", "2025-11-02", "2025-12-02", "70.00", "70.00", "EUR");
        copy.addAs(MoveType.VENDOR_BILL, MoveState.POSTED, PaymentState.NOT_PAID, "BILL/1", "Wood Corner", "2026-11-02",
                "2026-12-12", "30.00", "30.00", "EUR");
        var at = new OverviewWindow(new TradingCopy(copy), new Memory(Map.of()), Locale.US);
        return at.await("#card-outstanding");
    }

    @SuppressWarnings("unchecked") // the only table of this id
    private static void enter(OverviewWindow at, String table, int row, int column) {
        Fx.run(() -> {
            var view = (TableView<Object>) at.findAll(table).getFirst();
            view.requestFocus();
            view.getSelectionModel().clearAndSelect(row, view.getColumns().get(column));
            view.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ages   | 0  | 1 | Receivable, Not due, EUR          | INV/1
            ages   | 0  | 2 | Payable, Not due, EUR             | BILL/1
            months | 11 | 1 | Invoiced 1\u201323 November 2026, EUR | INV/1
            months | 11 | 2 | Invoiced 1\u201323 November 2025, EUR | INV/2
            cash   | 2  | 1 | Best, 7 Dec to 13 Dec, EUR        | INV/1
            cash   | 2  | 3 | Worst, 7 Dec to 13 Dec, EUR       | INV/1
            """)
    void eachFigureOpensItsOwnRows(String table, int row, int column, String title, String number) {
        try (OverviewWindow at = open()) {
            at.press("#as-table-" + table);
            at.await("#table-" + table);

            enter(at, "#table-" + table, row, column);

            List<String> numbers = at.listed(title).stream().map(ReviewRow::row).map(one -> one.number()).toList();
            assertThat(numbers).isEqualTo(List.of(number));
        }
    }
}
