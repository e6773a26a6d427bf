package app.loupe.owed;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.Seeded;

class AgedBalanceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Ref COMPANY = new Ref(1, "Mine");
    private static final Ref EUR = new Ref(1, "EUR");
    private static final Ref USD = new Ref(2, "USD");
    private static final Ref ANN = new Ref(7, "Ann");

    private static AgedBalance asOf(String day) {
        return new AgedBalance(LocalDate.parse(day), false, AgedBalance.By.DUE, TODAY);
    }

    private static OwedItem invoice(long id, String date, String due, String amount, String open, Long... partials) {
        return new OwedItem(id, 100 + id, new OwedItem.Entry(id, null, "INV/" + id, "", ""), false, COMPANY, ANN, EUR,
                new OwedItem.Dates(LocalDate.parse(date), LocalDate.parse(due), LocalDate.parse(date)),
                new BigDecimal(amount), new BigDecimal(open),
                new OwedItem.Booked(null, new BigDecimal(amount), new BigDecimal(open)), List.of(partials));
    }

    private static OwedItem payment(long id, String date, Ref currency, String amount, String open, Long... partials) {
        return new OwedItem(id, 0, new OwedItem.Entry(id, null, "BNK/" + id, "", ""), false, COMPANY, ANN, currency,
                new OwedItem.Dates(LocalDate.parse(date), LocalDate.parse(date), null),
                new BigDecimal(amount), new BigDecimal(open),
                new OwedItem.Booked(null, new BigDecimal(amount), new BigDecimal(open)), List.of(partials));
    }

    private static Map<String, String> amounts(AgedRow row) {
        var amounts = new TreeMap<String, String>();
        row.amounts().forEach((bucket, amount) -> {
            if (amount.signum() != 0) {
                amounts.put(bucket.key(), amount.amount().stripTrailingZeros().toPlainString());
            }
        });
        return amounts;
    }

    @ParameterizedTest
    @CsvSource({"2026-11-30, not_due", "2026-11-23, not_due", "2026-11-22, 1-30", "2026-10-24, 1-30",
        "2026-10-23, 31-60", "2026-09-24, 31-60", "2026-09-23, 61-90", "2026-08-25, 61-90", "2026-08-24, 91-120",
        "2026-07-26, 91-120", "2026-07-25, older", "2020-01-01, older"})
    void anAmountStandsWhereItsDueDatePutsIt(String due, String bucket) {
        List<AgedRow> rows = asOf("2026-11-23").rows(Subledger.of(List.of(invoice(1, "2020-01-01", due, "90", "90"))));

        assertThat(rows).singleElement().satisfies(row -> assertThat(amounts(row)).isEqualTo(Map.of(bucket, "90")));
    }

    @Test
    void byInvoiceDateTheTermsDoNotMatter() {
        var byInvoice = new AgedBalance(TODAY, false, AgedBalance.By.INVOICE, TODAY);

        List<AgedRow> rows = byInvoice.rows(Subledger.of(List.of(invoice(1, "2026-10-01", "2026-12-30", "90", "90"),
                payment(2, "2026-10-20", EUR, "40", "40"))));

        assertThat(rows).singleElement()
                .satisfies(row -> assertThat(amounts(row)).isEqualTo(Map.of("31-60", "130")));
    }

    @Test
    void aPaymentCountsFromItsDayAndAnOlderOneFromTheInvoices() {
        var items = List.of(invoice(1, "2026-06-01", "2026-07-01", "100", "0", 5L, 6L),
                payment(2, "2026-08-10", EUR, "-70", "0", 5L), payment(3, "2026-05-20", EUR, "-50", "-20", 6L));

        assertThat(asOf("2026-05-31").rows(Subledger.of(items))).singleElement()
                .satisfies(row -> assertThat(amounts(row)).isEqualTo(Map.of("not_due", "-50")));
        assertThat(asOf("2026-07-31").rows(Subledger.of(items))).singleElement()
                .satisfies(row -> assertThat(amounts(row)).isEqualTo(Map.of("1-30", "70", "not_due", "-20")));
        assertThat(asOf("2026-08-10").rows(Subledger.of(items))).singleElement()
                .satisfies(row -> assertThat(amounts(row)).isEqualTo(Map.of("not_due", "-20")));
    }

    @Test
    void aCreditNoteLowersWhatIsOwedByItsOwnDueDateAndCancelsToNothing() {
        var items = List.of(invoice(1, "2026-10-01", "2026-11-01", "100", "100"),
                invoice(2, "2026-10-05", "2026-10-05", "-100", "-100"));

        assertThat(asOf("2026-11-23").rows(Subledger.of(items))).singleElement().satisfies(row -> {
            assertThat(amounts(row)).isEqualTo(Map.of("1-30", "100", "31-60", "-100"));
            assertThat(row.total().amount()).isEqualByComparingTo("0");
        });
        assertThat(asOf("2026-10-03").rows(Subledger.of(items))).hasSize(1);
        assertThat(asOf("2026-09-30").rows(Subledger.of(items))).isEmpty();
    }

    @Test
    void eachCurrencyHasItsOwnAmountOfWhatWasPaidInAnother() {
        var dollars = new OwedItem(1, 101, new OwedItem.Entry(101, null, "INV/1", "", ""), false, COMPANY, ANN, USD,
                new OwedItem.Dates(LocalDate.parse("2026-06-01"), LocalDate.parse("2026-07-01"), null),
                new BigDecimal("110"), BigDecimal.ZERO,
                new OwedItem.Booked(null, new BigDecimal("110"), BigDecimal.ZERO), List.of(5L, 6L));
        var items = List.of(dollars, payment(2, "2026-08-01", EUR, "-100", "-20", 5L),
                payment(3, "2026-08-01", USD, "0", "0", 6L));

        assertThat(asOf("2026-07-01").rows(Subledger.of(items))).singleElement()
                .satisfies(row -> assertThat(amounts(row)).isEqualTo(Map.of("not_due", "110")));
        assertThat(asOf("2026-08-01").rows(Subledger.of(items))).singleElement().satisfies(row -> {
            assertThat(row.currency()).isEqualTo(EUR);
            assertThat(row.exact()).isTrue();
            assertThat(amounts(row)).isEqualTo(Map.of("not_due", "-20"));
        });
    }

    @Test
    void whatCannotBeToldCountsWhenTheLastOfItDoesAndSaysSo() {
        // a ring: no item has a single unknown amount
        var items = List.of(invoice(1, "2026-01-01", "2026-01-01", "50", "0", 1L, 2L),
                invoice(2, "2026-01-01", "2026-01-01", "50", "0", 3L, 4L),
                payment(3, "2026-03-01", EUR, "-50", "0", 1L, 3L), payment(4, "2026-06-01", EUR, "-50", "0", 2L, 4L));

        assertThat(asOf("2026-02-01").rows(Subledger.of(items))).singleElement().satisfies(row -> {
            assertThat(row.exact()).isTrue();
            assertThat(row.total().amount()).isEqualByComparingTo("100");
        });
        assertThat(asOf("2026-04-01").rows(Subledger.of(items))).singleElement().satisfies(row -> {
            assertThat(row.exact()).isFalse();
            assertThat(amounts(row)).isEqualTo(Map.of("61-90", "100"));
        });
        assertThat(asOf("2026-06-01").rows(Subledger.of(items))).isEmpty();
    }

    @Test
    void whatTheCopyDoesNotHoldIsTakenForOlderAndIsUncertainInThePast() {
        var half = List.of(invoice(1, "2026-06-01", "2026-07-01", "100", "40", 5L));
        var unnamed = List.of(invoice(1, "2026-06-01", "2026-07-01", "100", "40"));

        for (List<OwedItem> items : List.of(half, unnamed)) {
            assertThat(asOf("2026-07-01").rows(Subledger.of(items))).singleElement().satisfies(row -> {
                assertThat(row.exact()).isFalse();
                assertThat(row.total().amount()).isEqualByComparingTo("40");
            });
            assertThat(asOf("2026-11-23").rows(Subledger.of(items))).singleElement().satisfies(row -> {
                assertThat(row.exact()).isTrue();
                assertThat(row.total().amount()).isEqualByComparingTo("40");
            });
        }
    }

    @Test
    void partnersAreOrderedByNameAndGoByTheNameOfTheirLatestItem() {
        var first = new OwedItem(1, 1, new OwedItem.Entry(1, null, "", "", ""), false, COMPANY, new Ref(3, "Zoe"), EUR,
                new OwedItem.Dates(TODAY, null, null), BigDecimal.ONE, BigDecimal.ONE,
                new OwedItem.Booked(null, BigDecimal.ONE, BigDecimal.ONE), List.of());
        var renamed = new OwedItem(9, 9, new OwedItem.Entry(9, null, "", "", ""), false, COMPANY, new Ref(3, "élan"),
                EUR,
                new OwedItem.Dates(TODAY, null, null), BigDecimal.ONE, BigDecimal.ONE,
                new OwedItem.Booked(null, BigDecimal.ONE, BigDecimal.ONE), List.of());
        var other = new OwedItem(4, 4, new OwedItem.Entry(4, null, "", "", ""), false, COMPANY, new Ref(5, "Fox"), EUR,
                new OwedItem.Dates(TODAY, null, null), BigDecimal.ONE, BigDecimal.ONE,
                new OwedItem.Booked(null, BigDecimal.ONE, BigDecimal.ONE), List.of());
        var nobody = new OwedItem(5, 5, new OwedItem.Entry(5, null, "", "", ""), false, COMPANY, null, EUR,
                new OwedItem.Dates(TODAY, null, null), BigDecimal.ONE, BigDecimal.ONE,
                new OwedItem.Booked(null, BigDecimal.ONE, BigDecimal.ONE), List.of());

        assertThat(asOf("2026-11-23").rows(Subledger.of(List.of(renamed, other, first, nobody))))
                .extracting(AgedRow::partner)
                .containsExactly(null, new Ref(3, "élan"), new Ref(5, "Fox"));
    }

    /** In a forest everything follows from the items, so that every amount is exact on every day. */
    @Seeded(200)
    void everyAmountOfEveryDayFollowsFromTheItems(long seed) {
        var ledger = new RandomLedger(seed, true);

        eachAnswer(seed, ledger, (asked, rows) -> {
            assertThat(rows).allMatch(AgedRow::exact);
            assertThat(byName(rows)).as("%s", asked).isEqualTo(ledger.owed(asked));
        });
    }

    /** Some amounts do not follow, in rings and between currencies: those say so, and all others are exact. */
    @Seeded(200)
    void noAmountIsWrongWithoutSayingSo(long seed) {
        var ledger = new RandomLedger(seed, false);

        eachAnswer(seed, ledger, (asked, rows) -> {
            Map<String, Map<AgeBucket, BigDecimal>> truth = ledger.owed(asked);
            Map<String, Map<AgeBucket, BigDecimal>> found = byName(rows);
            rows.stream().filter(row -> !row.exact()).map(AgedBalanceTest::name).forEach(name -> {
                truth.remove(name);
                found.remove(name);
            });
            assertThat(found).as("%s", asked).isEqualTo(truth);
            if (!asked.asOf().isBefore(RandomLedger.LAST)) {
                assertThat(rows).allMatch(AgedRow::exact);
            }
        });
    }

    private interface Answer {
        void check(AgedBalance asked, List<AgedRow> rows);
    }

    private static void eachAnswer(long seed, RandomLedger ledger, Answer answer) {
        var random = new SplittableRandom(seed);
        for (AgedBalance.By by : AgedBalance.By.values()) {
            for (boolean payable : new boolean[] {false, true}) {
                for (int days : new int[] {0, random.nextInt(1, 60), random.nextInt(60, 200), random.nextInt(400)}) {
                    var asked = new AgedBalance(RandomLedger.LAST.minusDays(days), payable, by, RandomLedger.LAST);
                    answer.check(asked, asked.rows(Subledger.of(ledger.items)));
                }
            }
        }
    }

    private static Map<String, Map<AgeBucket, BigDecimal>> byName(List<AgedRow> rows) {
        var found = new TreeMap<String, Map<AgeBucket, BigDecimal>>();
        for (AgedRow row : rows) {
            var amounts = new HashMap<AgeBucket, BigDecimal>();
            row.amounts().forEach((bucket, amount) -> amounts.put(bucket, amount.amount()));
            amounts.values().removeIf(amount -> amount.signum() == 0);
            assertThat(found.put(name(row), amounts)).as("one row each").isNull();
        }
        return found;
    }

    private static String name(AgedRow row) {
        return RandomLedger.key(row.company(), row.currency(), row.partner());
    }
}
