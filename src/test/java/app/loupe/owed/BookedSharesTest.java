package app.loupe.owed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.loupe.domain.Money;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import testkit.Seeded;

class BookedSharesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final CurrencyView EUROS = new CurrencyView.OfCompanies("EUR");
    private static final Ref EUR = new Ref(1, "EUR");
    private static final Ref USD = new Ref(2, "USD");
    private static final Ref ANN = new Ref(7, "Ann");
    private static final Ref BOB = new Ref(8, "Bob");

    private static AgedBalance asOf(LocalDate day, boolean payable) {
        return new AgedBalance(day, payable, AgedBalance.By.DUE, TODAY);
    }

    private static OwedItem item(long id, @Nullable MoveType type, boolean payable, Ref currency, String date,
            String due, String amount, String open, String balance, String residual, Long... partials) {
        return of(ANN, id, type, payable, currency, date, due, amount, open, balance, residual, partials);
    }

    private static OwedItem of(Ref partner, long id, @Nullable MoveType type, boolean payable, Ref currency,
            String date, String due, String amount, String open, String balance, String residual, Long... partials) {
        return new OwedItem(id, type == null ? 0 : 100 + id, new OwedItem.Entry(id, type, "N" + id, "", ""), payable,
                new Ref(1, "Mine"), partner, currency,
                new OwedItem.Dates(LocalDate.parse(date), LocalDate.parse(due), type == null
                        ? null
                        : LocalDate.parse(date)),
                new BigDecimal(amount), new BigDecimal(open),
                new OwedItem.Booked(type == null ? null : EUR, new BigDecimal(balance), new BigDecimal(residual)),
                List.of(partials));
    }

    private static Map<AgeBucket, BigDecimal> amounts(List<AgedRow> rows) {
        return rows.getFirst().amounts().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().amount()));
    }

    @Test
    void todayEveryItemIsWhatOdooSaysIsLeftOfIt() {
        Subledger ledger = Subledger.of(List.of(
                item(1, MoveType.CUSTOMER_INVOICE, false, USD, "2026-10-01", "2026-11-01", "110", "55", "100", "50.01"),
                item(2, MoveType.CUSTOMER_INVOICE, false, EUR, "2026-11-20", "2026-12-20", "7", "7", "7", "7")));

        List<AgedRow> rows = asOf(TODAY, false).rows(ledger, EUROS);

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.total()).isEqualTo(new Money(new BigDecimal("57.01"), "EUR"));
            assertThat(row.currency()).isEqualTo(EUR);
        });
        assertThat(amounts(rows)).containsOnly(Map.entry(AgeBucket.TO_30, new BigDecimal("50.01")),
                Map.entry(AgeBucket.NOT_DUE, new BigDecimal("7.00")));
    }

    /** Registered today: the invoice and the payment on account are what they were until those days. */
    @Test
    void whatIsBookedForADayToComeHasSettledNothingYet() {
        Subledger ledger = Subledger.of(List.of(
                item(1, MoveType.CUSTOMER_INVOICE, false, EUR, "2026-10-01", "2026-11-01", "1000", "0", "1000", "0",
                        1L),
                item(2, null, false, EUR, "2026-12-05", "2026-12-05", "-1000", "0", "-1000", "0", 1L),
                item(3, MoveType.CUSTOMER_INVOICE, false, USD, "2026-10-01", "2026-12-01", "300", "100", "150", "48",
                        2L, 3L, 4L),
                item(4, null, false, USD, "2026-11-05", "2026-11-05", "-50", "0", "-25", "0", 2L),
                item(5, null, false, USD, "2026-12-05", "2026-12-05", "-150", "0", "-75", "0", 3L),
                item(6, null, false, USD, "2026-12-05", "2026-12-05", "0", "0", "-2", "0", 4L),
                of(BOB, 7, null, false, EUR, "2026-11-20", "2026-11-20", "-70", "0", "-70", "0", 5L),
                of(BOB, 8, MoveType.CUSTOMER_INVOICE, false, EUR, "2026-12-01", "2026-12-31", "70", "0", "70", "0",
                        5L)));

        List<AgedRow> rows = asOf(TODAY, false).rows(ledger, EUROS);

        assertThat(rows).hasSize(2);
        // of 300 dollars 250 are open, of 150 euros 125: the difference of 2 euros is of the payment to come
        assertThat(amounts(rows)).containsOnly(Map.entry(AgeBucket.TO_30, new BigDecimal("1000.00")),
                Map.entry(AgeBucket.NOT_DUE, new BigDecimal("125.00")));
        assertThat(rows.getLast().total().amount()).isEqualByComparingTo("-70");
        assertThat(asOf(TODAY, false).rows(ledger))
                .extracting(AgedRow::partner, row -> row.total().amount().stripTrailingZeros().toPlainString())
                .containsExactlyInAnyOrder(tuple(ANN, "1000"), tuple(ANN, "250"), tuple(BOB, "-70"));
    }

    @Test
    void onAPastDayTheTotalIsWhatWasBookedAndTheDifferenceIsSplitInProportion() {
        // 300 dollars for 150 euros, of which 100 were paid at another rate, for 60 euros: 90 of the books are left
        Subledger ledger = Subledger.of(List.of(
                item(1, MoveType.CUSTOMER_INVOICE, false, USD, "2026-06-01", "2026-07-01", "200", "0", "100", "0", 1L,
                        2L),
                item(2, MoveType.CUSTOMER_INVOICE, false, USD, "2026-06-02", "2026-09-01", "100", "0", "50", "0", 3L),
                item(3, null, false, USD, "2026-07-10", "2026-07-10", "-100", "0", "-60", "0", 1L),
                item(4, null, false, USD, "2026-11-01", "2026-11-01", "-200", "0", "-100", "0", 2L, 3L)));

        List<AgedRow> rows = asOf(LocalDate.of(2026, 7, 31), false).rows(ledger, EUROS);

        assertThat(rows.getFirst().total().amount()).isEqualByComparingTo("90");
        // 100 dollars each are open, booked at 50 euros each: the 10 that are missing are halved
        assertThat(amounts(rows)).containsOnly(Map.entry(AgeBucket.TO_30, new BigDecimal("45.00")),
                Map.entry(AgeBucket.NOT_DUE, new BigDecimal("45.00")));
    }

    @Test
    void sharesThatDoNotComeOutEvenAddUpToTheCent() {
        Subledger ledger = Subledger.of(List.of(
                item(1, MoveType.VENDOR_BILL, true, USD, "2026-06-01", "2026-07-01", "-10", "0", "-3.33", "0", 1L),
                item(2, MoveType.VENDOR_BILL, true, USD, "2026-06-02", "2026-05-01", "-10", "0", "-3.33", "0", 2L),
                item(3, MoveType.VENDOR_BILL, true, USD, "2026-06-03", "2026-09-01", "-10", "0", "-3.33", "0", 3L),
                item(4, null, true, EUR, "2026-06-10", "2026-06-10", "-0.01", "-0.01", "-0.01", "-0.01"),
                item(5, null, true, USD, "2026-11-01", "2026-11-01", "30", "0", "9.99", "0", 1L, 2L, 3L)));

        List<AgedItem> items = asOf(LocalDate.of(2026, 7, 31), true).openItems(ledger, EUROS);

        assertThat(items.stream().map(aged -> aged.owed().amount()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("10.00");
        assertThat(items).allSatisfy(aged -> assertThat(aged.owed().amount().scale()).isEqualTo(2));
    }

    @Test
    void whatIsLeftInTheBooksWithNothingOpenIsNotLate() {
        Subledger ledger = Subledger.of(List.of(
                item(1, MoveType.CUSTOMER_INVOICE, false, USD, "2026-06-01", "2026-06-02", "100", "0", "50", "0", 1L),
                item(2, null, false, USD, "2026-06-20", "2026-06-20", "-100", "0", "-48", "0", 1L)));

        assertThat(amounts(asOf(LocalDate.of(2026, 7, 31), false).rows(ledger, EUROS)))
                .containsOnly(Map.entry(AgeBucket.NOT_DUE, new BigDecimal("2.00")));
    }

    @Test
    void inOneCurrencyOfDocumentsTheOthersAreLeftOut() {
        Subledger ledger = Subledger.of(List.of(
                item(1, MoveType.CUSTOMER_INVOICE, false, USD, "2026-06-01", "2026-06-02", "100", "100", "50", "50"),
                item(2, MoveType.CUSTOMER_INVOICE, false, EUR, "2026-06-01", "2026-06-02", "9", "9", "9", "9")));

        assertThat(asOf(TODAY, false).rows(ledger, new CurrencyView.OfDocuments("USD"))).singleElement()
                .satisfies(row -> assertThat(row.total()).isEqualTo(new Money(new BigDecimal("100"), "USD")));
    }

    /** Of a copy that begins on 1 January 2025: Ann paid an older invoice and owes another, Bob paid an older one. */
    @Test
    void aPaymentOfWhatIsNotInTheCopyLowersNothingElse() {
        Subledger ledger = Subledger.of(List.of(
                item(1, null, false, EUR, "2025-01-15", "2025-01-15", "-500", "0", "-500", "0", 1L),
                item(2, MoveType.CUSTOMER_INVOICE, false, EUR, "2025-02-01", "2025-03-03", "1000", "1000", "1000",
                        "1000"),
                of(BOB, 3, null, false, EUR, "2025-01-15", "2025-01-15", "-500", "0", "-500", "0", 2L)));

        assertThat(asOf(LocalDate.of(2025, 4, 30), false).rows(ledger, EUROS)).singleElement().satisfies(row -> {
            assertThat(row.partner()).isEqualTo(ANN);
            assertThat(row.total().amount()).isEqualByComparingTo("1000");
            assertThat(row.exact()).isFalse();
        });
        assertThat(asOf(LocalDate.of(2025, 4, 30), false).rows(ledger).getFirst().total().amount())
                .isEqualByComparingTo("1000");
    }

    /** At another rate, with the difference booked beside the payment. */
    @Test
    void whatAnotherPartnerPaidIsOwedByNobody() {
        Subledger ledger = Subledger.of(List.of(
                item(1, MoveType.CUSTOMER_INVOICE, false, USD, "2026-01-15", "2026-02-15", "1100", "0", "1000", "0",
                        1L),
                of(BOB, 2, null, false, USD, "2026-02-20", "2026-02-20", "-1100", "0", "-1050", "0", 1L, 2L),
                of(BOB, 3, null, false, USD, "2026-02-20", "2026-02-20", "0", "0", "50", "0", 2L)));

        assertThat(asOf(LocalDate.of(2026, 4, 30), false).rows(ledger, EUROS)).isEmpty();
        assertThat(asOf(LocalDate.of(2026, 1, 31), false).rows(ledger, EUROS)).singleElement().satisfies(row -> {
            assertThat(row.total().amount()).isEqualByComparingTo("1000");
            assertThat(row.exact()).isTrue();
        });
    }

    @Test
    void ofWhatWasPaidInPartFromElsewhereTheRestIsOwed() {
        Subledger ledger = Subledger.of(List.of(
                item(1, MoveType.CUSTOMER_INVOICE, false, USD, "2026-01-15", "2026-02-15", "1100", "550", "1000",
                        "500", 1L),
                of(BOB, 2, null, false, USD, "2026-02-20", "2026-02-20", "-550", "0", "-500", "0", 1L)));

        assertThat(asOf(LocalDate.of(2026, 4, 30), false).rows(ledger, EUROS)).singleElement()
                .satisfies(row -> assertThat(row.total().amount()).isEqualByComparingTo("500"));
    }

    @Test
    void whereOthersSettledTheSameAtTheirRatesTheTotalIsNotCertain() {
        Subledger ledger = Subledger.of(List.of(
                item(1, MoveType.CUSTOMER_INVOICE, false, USD, "2026-01-15", "2026-02-15", "1100", "100", "1000", "91",
                        1L, 2L),
                item(2, null, false, USD, "2026-02-20", "2026-02-20", "-500", "0", "-455", "0", 1L),
                of(BOB, 3, null, false, USD, "2026-02-20", "2026-02-20", "-500", "0", "-454", "0", 2L)));

        assertThat(asOf(LocalDate.of(2026, 4, 30), false).rows(ledger, EUROS)).singleElement().satisfies(row -> {
            assertThat(row.total().amount()).isEqualByComparingTo("90.5");
            assertThat(row.exact()).isFalse();
        });
        assertThat(asOf(LocalDate.of(2026, 4, 30), false).rows(ledger).getFirst().exact()).isTrue();
    }

    @Test
    void paymentsOfTwoCurrenciesWhosePartsAreNotKnownStayInTheTotal() {
        Subledger ledger = Subledger.of(List.of(
                item(1, MoveType.CUSTOMER_INVOICE, false, USD, "2026-01-15", "2026-02-15", "1100", "0", "1000", "0",
                        1L, 2L),
                item(2, null, false, EUR, "2026-02-20", "2026-02-20", "-400", "0", "-400", "0", 1L),
                item(3, null, false, EUR, "2026-02-21", "2026-02-21", "-600", "0", "-600", "0", 2L)));

        assertThat(asOf(LocalDate.of(2026, 4, 30), false).rows(ledger, EUROS)).isEmpty();
    }

    /** In euros alone, with sides that are missing: as booked is as documents say, to the cent, on any day. */
    @Seeded(300)
    void whereAllIsInOneCurrencyBothViewsSayTheSame(long seed) {
        var random = new SplittableRandom(seed);
        List<OwedItem> euros = new RandomLedger(seed, true).items.stream()
                .filter(item -> EUR.equals(item.currency()) && random.nextInt(6) > 0)
                .map(BookedSharesTest::inEuros).toList();
        Subledger ledger = Subledger.of(euros);
        boolean payable = random.nextBoolean();
        var asked = new AgedBalance(RandomLedger.LAST.minusDays(1 + random.nextInt(300)), payable,
                AgedBalance.By.DUE, RandomLedger.LAST);

        assertThat(totals(asked.rows(ledger, EUROS))).isEqualTo(totals(asked.rows(ledger)));
    }

    private static OwedItem inEuros(OwedItem item) {
        return new OwedItem(item.id(), item.invoice(), item.entry(), item.payable(), item.company(), item.partner(),
                item.currency(), item.dates(), item.amount(), item.open(),
                new OwedItem.Booked(EUR, item.amount(), item.open()), item.partials());
    }

    private static Map<String, BigDecimal> totals(List<AgedRow> rows) {
        return rows.stream().filter(row -> row.total().signum() != 0).collect(Collectors.toMap(
                row -> row.company() + " " + row.partner(), row -> row.total().amount().setScale(2)));
    }
}
