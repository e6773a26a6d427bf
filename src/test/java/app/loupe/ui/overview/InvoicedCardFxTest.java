package app.loupe.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import app.loupe.ui.common.Memory;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.FakeInvoices;
import testkit.TradingCopy;
import testkit.window.OverviewWindow;

/** What the card says of this month beside the same of a year before. */
class InvoicedCardFxTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            99.60  | 99 % less
            99.40  | 99 % less
            98.00  | 98 % less
            100.00 | 100 % less
            """)
    void nothingButNothingIsAHundredPerCentLess(String less, String said) {
        FakeInvoices copy = FakeInvoices.empty();
        copy.add("INV/1", "Ann", "2025-11-05", "2025-12-05", "100000.00", "0.00", "EUR");
        copy.add("INV/2", "Ann", "2026-10-05", "2026-11-05", "5.00", "5.00", "EUR");
        if (!less.equals("100.00")) {
            String now = new BigDecimal("100").subtract(new BigDecimal(less))
                    .movePointRight(3).setScale(2).toPlainString();
            copy.add("INV/3", "Ann", "2026-11-05", "2026-12-05", now, "0.00", "EUR");
        }
        try (var at = new OverviewWindow(new TradingCopy(copy), new Memory(Map.of()), Locale.US)) {
            at.await("#card-invoiced");

            assertThat(at.texts("#card-invoiced .card-detail")).singleElement().asString().contains(said);
        }
    }

    /** More was credited than invoiced: that is not nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100.00 | nothing in 1\u201323 Nov 2025
            110.00 | 1\u201323 Nov 2025: \u20ac\u00a0\u22128.40
            """)
    void whereNothingWasInvoicedAYearBeforeAndWhereLessThanNothing(String credited, String said) {
        FakeInvoices copy = FakeInvoices.empty();
        copy.add("INV/1", "Ann", "2025-11-05", "2025-12-05", "100.00", "0.00", "EUR");
        copy.addAs(MoveType.CREDIT_NOTE, MoveState.POSTED, PaymentState.PAID, "RINV/1", "Ann", "2025-11-06",
                "2025-11-06", credited, "0.00", "EUR");
        // the first day of the copy is before both months
        copy.add("INV/2", "Ann", "2025-10-05", "2025-11-05", "5.00", "5.00", "EUR");
        copy.add("INV/3", "Ann", "2026-11-05", "2026-12-05", "50.00", "0.00", "EUR");
        try (var at = new OverviewWindow(new TradingCopy(copy), new Memory(Map.of()), Locale.US)) {
            at.await("#card-invoiced");

            assertThat(at.texts("#card-invoiced .card-detail")).containsExactly(said);
        }
    }
}
