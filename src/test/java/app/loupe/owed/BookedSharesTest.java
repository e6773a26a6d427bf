package app.loupe.owed;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Money;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BookedSharesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final CurrencyView EUROS = new CurrencyView.OfCompanies("EUR");
    private static final Ref EUR = new Ref(1, "EUR");
    private static final Ref USD = new Ref(2, "USD");

    private static AgedBalance asOf(LocalDate day, boolean payable) {
        return new AgedBalance(day, payable, AgedBalance.By.DUE, TODAY);
    }

    private static OwedItem item(long id, @Nullable MoveType type, boolean payable, Ref currency, String date,
            String due, String amount, String open, String balance, String residual, Long... partials) {
        return new OwedItem(id, type == null ? 0 : 100 + id, new OwedItem.Entry(id, type, "N" + id, "", ""), payable,
                new Ref(1, "Mine"), new Ref(7, "Ann"), currency,
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
                item(4, null, true, EUR, "2026-06-10", "2026-06-10", "-0.01", "0", "-0.01", "0"),
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
}
