package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.MoveType;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A chip is set aside exactly where the search takes its place with something else. */
class SetAsideTest {
    private static SetAside by(String typed) {
        return new SetAside(new InvoiceFilter(Set.of(MoveType.CUSTOMER_INVOICE), Set.of(),
                InvoicePeriod.Relative.THIS_MONTH, "EUR", InvoiceQuery.typed(typed, Set.of("EUR", "USD"))));
    }

    @ParameterizedTest
    @CsvSource({"bills, true", "Lieferantenrechnungen acme, true", "factures fournisseurs, true",
        "facturas de proveedor, true", "inkoopfacturen, true", "credit notes, true", "vendor:wood, true",
        "bills wood, true",
        "invoices, false", "acme, false", "-bills, false", "customer:deco, true", "text:bills, false",
        "invoices bills, true", "outstanding, true", "outstanding invoices, false", "invoices customer:deco, false",
        "bills to pay this week, true", "customer:deco credit notes, true"})
    void theChipOfAKind(String typed, boolean aside) {
        assertThat(by(typed).types(Set.of(MoveType.CUSTOMER_INVOICE))).as(typed).isEqualTo(aside);
    }

    @ParameterizedTest
    @CsvSource({"paid, UNPAID, true", "overdue, UNPAID, false", "overdue, PAID, true", "due this week, UNPAID, false",
        "due this week, OVERDUE, true", "overdue >60, PAID, true", "unpaid, UNPAID, false", "acme, PAID, false",
        "overdue, OVERDUE, false", "paid overdue, UNPAID, true", "paid unpaid, UNPAID, true",
        "overdue paid, OVERDUE, true", "outstanding, UNPAID, false", "blocked unpaid, UNPAID, true"})
    void theChipOfAStatus(String typed, StatusChoice chip, boolean aside) {
        assertThat(by(typed).status(chip)).as(typed).isEqualTo(aside);
    }

    @ParameterizedTest
    @CsvSource({"last month, true, false, false", "this month, false, false, false", "usd, false, true, false",
        "eur, false, false, false", "eur usd, false, true, false", "flag, false, false, false",
        "flag reviewed, false, false, true", "reviewed, false, false, true",
        "due this week, false, false, false"})
    void theOthers(String typed, boolean period, boolean currency, boolean mark) {
        assertThat(by(typed).period()).as(typed).isEqualTo(period);
        assertThat(by(typed).currency()).as(typed).isEqualTo(currency);
        assertThat(by(typed).mark(MarkChoice.FLAGGED)).as(typed).isEqualTo(mark);
    }
}
