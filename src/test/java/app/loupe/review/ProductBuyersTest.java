package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import app.loupe.domain.PrintedLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who bought a product. */
class ProductBuyersTest {
    private static final ConnectionId ACME = new ConnectionId("acme0001");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 15);

    private static InvoiceRow row(long id, long partner) {
        String name = partner == 7 ? "Azure" : "Azure, Jane Doe";
        return new InvoiceRow(new InvoiceKey(ACME, id), "INV/" + id, MoveType.CUSTOMER_INVOICE, MoveState.POSTED,
                PaymentState.NOT_PAID, new InvoiceRow.Partner(name, partner, 7, ""), DAY, DAY,
                new InvoiceRow.Amounts("EUR", BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.TEN),
                new InvoiceRow.Booking("Sales", "EUR", BigDecimal.TEN, BigDecimal.TEN, BigDecimal.TEN),
                new InvoiceRow.OtherInfo("", "", "", "", "", false), InvoiceRow.Presence.PRESENT);
    }

    @ParameterizedTest
    @CsvSource({"7, 8, Azure", "8, 7, Azure", "8, 9, 'Azure, Jane Doe'"})
    void isCalledLikeTheCompanyRatherThanLikeSomebodyWhoWorksThere(long first, long second, String name) {
        List<InvoiceRow> rows = List.of(row(1, first), row(2, second));
        var writer = new LinesWriter(Books.of(rows));
        rows.forEach(row -> writer.accept(new PrintedLine(row.key(), LineKind.PRODUCT, "Desk", null, "",
                BigDecimal.ONE, BigDecimal.TEN, BigDecimal.TEN, BigDecimal.TEN)));

        ProductSales sales = ProductSales.of(writer.written(), "EUR", false, DAY, DAY);

        assertThat(sales.products().stream().flatMap(product -> sales.buyers(product).stream())
                .map(ProductSales.Bought::name)).containsExactly(name);
    }
}
