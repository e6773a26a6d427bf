package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.Seeded;

class InvoiceSorterTest {
    private final FakeInvoices copy = FakeInvoices.empty();

    private List<String> numbers(InvoiceOrder order) {
        List<ReviewRow> rows = copy.rows(Set.of(FakeInvoices.ACME)).stream().map(ReviewRow::of).toList();
        return new InvoiceSorter(Locale.GERMANY, FakeInvoices.TODAY, id -> "Acme").sorted(rows, order).stream()
                .map(row -> row.row().number()).toList();
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

    @Test
    void ordersPartnersAsTheLanguageDoes() {
        add("1", "Zander", "2026-01-01", "1");
        add("2", "Ärzte", "2026-01-01", "1");
        add("3", "apotheke", "2026-01-01", "1");
        add("4", "Bauer", "2026-01-01", "1");

        assertThat(numbers(new InvoiceOrder(InvoiceOrder.Column.PARTNER, true))).containsExactly("3", "2", "4", "1");
    }

    @Test
    void keepsTheGivenOrderAmongEqualsBothWays() {
        add("1", "x", "2026-01-01", "5");
        add("2", "x", "2026-01-01", "5.00");
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
        String first = InvoiceSorter.naturalKey("INV/2026/" + one);
        String second = InvoiceSorter.naturalKey("INV/2026/" + "0".repeat(random.nextInt(4)) + other);

        assertThat(Integer.signum(first.compareTo(second))).isEqualTo(Integer.compare(one, other));
    }

    @Test
    void ordersByEveryColumnWithoutLosingARow() {
        FakeInvoices all = FakeInvoices.believable();
        List<ReviewRow> rows = all.rows(Set.of(FakeInvoices.ACME)).stream().map(ReviewRow::of).toList();

        assertThat(Arrays.stream(InvoiceOrder.Column.values())).allSatisfy(column -> assertThat(
                new InvoiceSorter(Locale.US, FakeInvoices.TODAY, id -> "Acme").sorted(rows,
                        new InvoiceOrder(column, true)))
                .containsExactlyInAnyOrderElementsOf(rows));
    }
}
