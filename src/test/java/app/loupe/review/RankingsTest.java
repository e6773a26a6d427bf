package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.FakeInvoices;
import testkit.Seeded;

class RankingsTest {
    private final FakeInvoices copy = FakeInvoices.empty();

    private List<String> numbers(InvoiceOrder order) {
        return sorted(Locale.GERMANY, Books.of(copy.rows(Set.of(FakeInvoices.ACME))), order).stream()
                .map(row -> row.row().number()).toList();
    }

    private static List<ReviewRow> sorted(Locale locale, Books books, InvoiceOrder order) {
        Found all = books.find(InvoiceFilter.ALL, FakeInvoices.TODAY);
        return books.list(new Rankings(books, locale, id -> "Acme").sorted(all, order));
    }

    private void add(String number, String partner, String date, String total) {
        copy.add(number, partner, date, date, total, total, "EUR");
    }

    @Test
    void putsTheNewestFirstAndThenTheHighestNumber() {
        add("INV/999", "x", "2026-03-01", "1");
        add("INV/1000", "x", "2026-03-01", "1");
        add("INV/1", "x", "2026-03-02", "1");

        assertThat(numbers(InvoiceOrder.NEWEST_FIRST)).containsExactly("INV/1", "INV/1000", "INV/999");
    }

    @Seeded(20)
    void aListIsPutInThatOrderOverTheBooksThatItIsOf(long seed) {
        Books books = Books.of(new RandomBooks(seed).rows(80));
        RowList some = books.list(books.find(InvoiceFilter.ALL, FakeInvoices.TODAY).inOrder());
        List<ReviewRow> expected = sorted(Locale.GERMANY, books, InvoiceOrder.NEWEST_FIRST);

        assertThat(some.newestFirst()).isEqualTo(expected);
        assertThat(some.newestFirst().getFirst().row().key()).isEqualTo(expected.getFirst().row().key());
    }

    @Test
    void ordersPartnersAsTheLanguageDoes() {
        add("1", "Zander", "2026-01-01", "1");
        add("2", "Ärzte", "2026-01-01", "1");
        add("3", "apotheke", "2026-01-01", "1");
        add("4", "Bauer", "2026-01-01", "1");

        assertThat(numbers(new InvoiceOrder(InvoiceOrder.Column.PARTNER, true))).containsExactly("3", "2", "4", "1");
    }

    @Test
    void keepsTheNewestFirstAmongEqualsBothWays() {
        add("1", "x", "2026-01-03", "5");
        add("2", "x", "2026-01-02", "5.00");
        add("3", "x", "2026-01-01", "4");

        assertThat(numbers(new InvoiceOrder(InvoiceOrder.Column.TOTAL, true))).containsExactly("3", "1", "2");
        assertThat(numbers(new InvoiceOrder(InvoiceOrder.Column.TOTAL, false))).containsExactly("1", "2", "3");
    }

    @Seeded(1_000)
    void ordersNumbersByTheirValue(long seed) {
        var random = new SplittableRandom(seed);
        // a few digits each way, so that equal numbers and those of other lengths come up too
        int one = random.nextInt(1 << random.nextInt(1, 20));
        int other = random.nextInt(1 << random.nextInt(1, 20));
        String first = NaturalKey.of("INV/2026/" + one);
        String second = NaturalKey.of("INV/2026/" + "0".repeat(random.nextInt(4)) + other);

        assertThat(Integer.signum(first.compareTo(second))).isEqualTo(Integer.compare(one, other));
    }

    @Test
    void ordersByEveryColumnWithoutLosingARow() {
        Books books = Books.of(FakeInvoices.believable().rows(Set.of(FakeInvoices.ACME)));

        assertThat(Arrays.stream(InvoiceOrder.Column.values())).allSatisfy(column -> assertThat(
                sorted(Locale.US, books, new InvoiceOrder(column, true)))
                .containsExactlyInAnyOrderElementsOf(sorted(Locale.US, books, InvoiceOrder.NEWEST_FIRST)).hasSize(18));
    }

    @ParameterizedTest
    @EnumSource(names = {"TOTAL", "AMOUNT_DUE"})
    void amountsOfTwoCurrenciesAreNotComparedAndTheOneOfMostInvoicesComesFirst(InvoiceOrder.Column column) {
        add("1", "x", "2026-01-01", "90000");
        add("2", "x", "2026-01-02", "7");
        copy.add("3", "x", "2026-01-03", "2026-01-03", "5000", "5000", "JPY");
        copy.add("4", "x", "2026-01-04", "2026-01-04", "60", "60", "JPY");
        add("5", "x", "2026-01-05", "300.50");
        copy.add("6", "x", "2026-01-06", "2026-01-06", "8000", "8000", "CHF");
        copy.add("7", "x", "2026-01-07", "2026-01-07", "70", "70", "CHF");

        assertThat(numbers(new InvoiceOrder(column, false))).containsExactly("1", "5", "2", "6", "7", "3", "4");
        assertThat(numbers(new InvoiceOrder(column, true))).containsExactly("2", "5", "1", "7", "6", "4", "3");
    }
}
