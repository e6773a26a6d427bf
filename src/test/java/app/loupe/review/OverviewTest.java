package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.LineKind;
import app.loupe.domain.Money;
import app.loupe.domain.MoveState;
import app.loupe.domain.PrintedLine;
import app.loupe.domain.ProblemException;
import app.loupe.owed.AgeBucket;
import app.loupe.owed.CurrencyView;
import app.loupe.owed.Owing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;
import testkit.Seeded;

/** Every figure is what the plainest reading of every row says, and its rows add up to it. */
class OverviewTest {
    private static final LocalDate TODAY = FakeInvoices.TODAY;
    private static final CurrencyView EUROS = new CurrencyView.OfDocuments("EUR");
    private static final CurrencyView BOOKED = new CurrencyView.OfCompanies("EUR");

    private static Overview believable(CurrencyView view) throws ProblemException {
        var copy = FakeInvoices.believable();
        var shelf = new Shelf(copy, copy.changes());
        Set<ConnectionId> acme = Set.of(FakeInvoices.ACME);
        return Overview.of(shelf.withLines(acme), shelf.subledgers(acme), view, TODAY, TODAY);
    }

    private static Money euros(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    private static Money sum(Stream<InvoiceRow> rows, String currency, Function<InvoiceRow, BigDecimal> amount) {
        return new Money(rows.map(amount).reduce(BigDecimal.ZERO, BigDecimal::add), currency);
    }

    @Test
    void saysWhatIsOutstandingAndWhatOfItIsLate() throws ProblemException {
        Overview overview = believable(EUROS);

        // 4820 + 1290.50 + 760.20 + 2204.75 + 5990 + 6200 + 75
        assertThat(overview.receivable().outstanding()).isEqualTo(euros("21340.45"));
        // due before the day: 1290.50, 2204.75, 6200; of 23 November is due that day
        assertThat(overview.receivable().sum(overview.receivable().overdueShares())).isEqualTo(euros("9695.25"));
        assertThat(Owing.invoices(overview.receivable().overdueShares())).hasSize(3);
        assertThat(overview.receivable().oldest()).isEqualTo(31);
        assertThat(overview.payable().outstanding()).isEqualTo(euros("500"));
        assertThat(overview.receivable().byAge().values().stream().reduce(Money.zero("EUR"), Money::plus))
                .isEqualTo(overview.receivable().sum(overview.receivable().open()));
        assertThat(overview.receivable().byAge()).containsEntry(AgeBucket.TO_60, euros("2204.75"));
        assertThat(overview.debtors()).extracting(Debtor::owed)
                .isSortedAccordingTo((one, other) -> other.amount().compareTo(one.amount()));
    }

    @Test
    void inCompanyCurrencyAllDocumentsCountInOdoosOwnAmounts() throws ProblemException {
        Overview overview = believable(BOOKED);

        // a dollar is booked as two euros there: the 4965 dollars that are open count twice
        assertThat(overview.receivable().outstanding()).isEqualTo(euros("31270.45"));
        assertThat(overview.payable().outstanding()).isEqualTo(euros("500"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-01", "2026-11-12", "2026-03-31", "2025-02-28", "2024-02-29", "2024-02-28"})
    void aMonthIsComparedWithTheSameDaysOfTheYearBefore(String day) throws ProblemException {
        LocalDate today = LocalDate.parse(day);
        var copy = FakeInvoices.empty();
        YearMonth before = YearMonth.from(today).minusYears(1);
        copy.add("A", "Ann", YearMonth.from(today).atDay(1).toString(), "2026-12-31", "100", "0", "EUR");
        copy.add("B", "Ann", before.atDay(1).toString(), "2026-12-31", "200", "0", "EUR");
        copy.add("C", "Ann", before.atEndOfMonth().toString(), "2026-12-31", "400", "0", "EUR");
        Overview overview = Overview.of(Books.of(copy.rows(Set.of(FakeInvoices.ACME))), Map.of(), EUROS, today, today);

        boolean lastDay = today.getDayOfMonth() == today.lengthOfMonth()
                || today.getDayOfMonth() == before.lengthOfMonth();
        assertThat(overview.thisMonth()).isEqualTo(new Overview.Month(YearMonth.from(today), euros("84"),
                euros(lastDay ? "504" : "168")));
        assertThat(overview.months()).hasSize(12).last().isEqualTo(overview.thisMonth());
    }

    @Test
    void daysToGetPaidAreWhatIsOwedForWhatWasInvoicedInNinetyDays() throws ProblemException {
        Overview overview = believable(EUROS);
        Money invoiced = overview.invoiced().total(TODAY.minusDays(89), TODAY);

        assertThat(overview.daysToGetPaid()).hasValueSatisfying(days -> assertThat(days.doubleValue())
                .isCloseTo(21340.45 * 90 / invoiced.amount().doubleValue(), Offset.offset(0.05)));
        assertThat(Overview.of(Books.EMPTY, Map.of(), EUROS, TODAY, TODAY).daysToGetPaid()).isEmpty();
    }

    @Seeded(60)
    void whatWasInvoicedIsTheSumOfItsRows(long seed) {
        var random = new RandomBooks(seed);
        List<InvoiceRow> rows = random.rows(80);
        Books books = Books.of(rows);
        LocalDate from = RandomBooks.TODAY.minusDays(200);
        LocalDate to = RandomBooks.TODAY.minusDays(20);
        for (boolean purchases : new boolean[] {false, true}) {
            for (String currency : List.of("EUR", "USD")) {
                List<InvoiceRow> all = rows.stream()
                        .filter(row -> row.state() == MoveState.POSTED && row.presence() == Presence.PRESENT)
                        .filter(row -> row.type().isSale() != purchases)
                        .filter(row -> row.invoiceDate() != null && !row.invoiceDate().isBefore(from)
                                && !row.invoiceDate().isAfter(to))
                        .toList();
                var documents = new CurrencyView.OfDocuments(currency);
                var companies = new CurrencyView.OfCompanies(currency);
                Invoiced invoiced = Invoiced.of(books, documents, purchases);
                Invoiced booked = Invoiced.of(books, companies, purchases);

                assertThat(invoiced.untaxed(from, to)).isEqualTo(sum(all.stream()
                        .filter(row -> row.amounts().currency().equals(currency)), currency,
                        row -> row.type().signed(row.amounts().untaxed())));
                assertThat(booked.untaxed(from, to)).isEqualTo(sum(all.stream()
                        .filter(row -> row.booking().currency().equals(currency)), currency,
                        row -> purchases ? row.booking().untaxed().negate() : row.booking().untaxed()));
                assertThat(invoiced.rows(from, to).stream().map(row -> row.row().key()))
                        .containsExactlyInAnyOrderElementsOf(all.stream()
                                .filter(row -> row.amounts().currency().equals(currency)).map(InvoiceRow::key)
                                .toList());
            }
        }
    }

    @Seeded(60)
    void whatWasSoldOfAProductIsTheSumOfItsLines(long seed) {
        var random = new RandomBooks(seed);
        List<InvoiceRow> rows = random.rows(40);
        List<PrintedLine> lines = random.lines(rows);
        var writer = new LinesWriter(Books.of(rows));
        lines.forEach(writer);
        LocalDate from = RandomBooks.TODAY.minusDays(300);
        ProductSales sales = ProductSales.of(writer.written(), "EUR", false, from, RandomBooks.TODAY);
        Function<PrintedLine, InvoiceRow> owner = line -> rows.stream().filter(row -> row.key().equals(line.invoice()))
                .findFirst().orElseThrow();

        for (ProductSales.Sold product : sales.products()) {
            List<PrintedLine> own = lines.stream().filter(line -> line.kind() == LineKind.PRODUCT)
                    .filter(line -> SoldLines.article(line).equals(new Article(product.connection(), product.product(),
                            product.name(), product.unit())))
                    .filter(line -> counts(owner.apply(line), from)).toList();
            assertThat(product.untaxed()).isEqualTo(new Money(own.stream()
                    .map(line -> owner.apply(line).type().signed(line.priceSubtotal()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add), "EUR"));
            assertThat(product.quantity()).isEqualByComparingTo(own.stream()
                    .map(line -> owner.apply(line).type().signed(line.quantity()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add));
            assertThat(sales.rows(product).stream().map(row -> row.row().key())).containsExactlyInAnyOrderElementsOf(
                    own.stream().map(PrintedLine::invoice).collect(Collectors.toSet()));
            assertThat(sales.buyers(product).stream().map(ProductSales.Bought::untaxed)
                    .reduce(Money.zero("EUR"), Money::plus)).isEqualTo(product.untaxed());
        }
        assertThat(sales.products().stream().map(ProductSales.Sold::untaxed).reduce(Money.zero("EUR"), Money::plus))
                .isEqualTo(new Money(lines.stream().filter(line -> line.kind() == LineKind.PRODUCT)
                        .filter(line -> counts(owner.apply(line), from))
                        .map(line -> owner.apply(line).type().signed(line.priceSubtotal()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add), "EUR"));
    }

    private static boolean counts(InvoiceRow row, LocalDate from) {
        return row.state() == MoveState.POSTED && row.presence() == Presence.PRESENT && row.type().isSale()
                && row.amounts().currency().equals("EUR") && row.invoiceDate() != null
                && !row.invoiceDate().isBefore(from) && !row.invoiceDate().isAfter(RandomBooks.TODAY);
    }
}
