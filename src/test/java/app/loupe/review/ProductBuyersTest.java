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
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who bought a product. */
class ProductBuyersTest {
    private static final ConnectionId ACME = new ConnectionId("acme0001");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 15);

    private static InvoiceRow row(long id, long partner) {
        return row(id, partner, 7, partner == 7 ? "Azure" : "Azure, Jane Doe");
    }

    private static InvoiceRow row(long id, long partner, long commercial, String name) {
        return new InvoiceRow(new InvoiceKey(ACME, id), "INV/" + id, MoveType.CUSTOMER_INVOICE, MoveState.POSTED,
                PaymentState.NOT_PAID, new InvoiceRow.Partner(name, partner, commercial, ""), DAY, DAY,
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

    /** A desk comes to most of all, and to least of what this one bought. */
    @Test
    void whatAPartnerBoughtStandsInTheOrderOfWhatItCameToForThisPartner() {
        List<InvoiceRow> rows = List.of(row(1, 7), row(2, 8, 8, "Deco"));
        var writer = new LinesWriter(Books.of(rows));
        for (String line : List.of("1 Chair 20", "1 Desk 10", "1 Lamp 30", "2 Desk 500", "2 Chair 1")) {
            String[] part = line.split(" ", -1);
            var amount = new BigDecimal(part[2]);
            writer.accept(new PrintedLine(new InvoiceKey(ACME, Long.parseLong(part[0])), LineKind.PRODUCT, part[1],
                    new Ref(part[1].charAt(0), part[1]), "", BigDecimal.ONE, amount, amount, amount));
        }
        ProductSales sales = ProductSales.of(writer.written(), "EUR", false, DAY, DAY);

        assertThat(sales.boughtBy(ACME, 7)).extracting(share -> share.sold().name() + " "
                + share.bought().untaxed().amount()).containsExactly("Lamp 30.00", "Chair 20.00", "Desk 10.00");
        assertThat(sales.boughtBy(ACME, 9)).isEmpty();
        assertThat(sales.boughtBy(new ConnectionId("acme0002"), 7)).isEmpty();
    }
}
