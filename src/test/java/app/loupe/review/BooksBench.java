package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Folding;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.LineKind;
import app.loupe.domain.LineTerm;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import app.loupe.domain.PrintedLine;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What a letter typed into the search costs. Ratios within one run, so that the machine does not decide: compared is a bare
 * walk over the same texts joined to one.
 */
class BooksBench {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final ConnectionId SHOP = new ConnectionId("aaaa0000");
    private static final List<String> TYPED = List.of("n", "no", "nor", "nordlys", "nordlys d", "nordlys design 12",
            "overdue", "overdue h", "unpaid brightwater", "2026-10", "last month", "3", "37", "372", "372.50", ">1000",
            "usd -paid", "mueller", "INV/2026/00012", "no such words at all");
    private static final List<String> NAMES = List.of("Brightwater Hotels", "Deco Addict", "Ready Mat",
            "Azure Interior", "Gemini Furniture", "Lumber Inc", "Wood Corner", "Jackson Group", "Café Zürich",
            "Nordlys Design", "Müller & Söhne GmbH", "Vereinigte Donaudampfschifffahrt");
    private static final List<String> GOODS = List.of("[E-COM11] Acoustic Bloc Screen", "Cable Management Box",
            "Large Cabinet, oak", "Consulting, November", "Müsli for the kitchen", "Delivered to the rear entrance");

    private static List<InvoiceRow> rows(int count) {
        var random = new SplittableRandom(42);
        return IntStream.range(0, count).mapToObj(i -> {
            LocalDate date = TODAY.minusDays(random.nextInt(1400));
            BigDecimal total = BigDecimal.valueOf(random.nextInt(1_000_000), 2);
            int partner = random.nextInt(5000);
            boolean paid = random.nextInt(3) > 0;
            String number = String.format(Locale.ROOT, "INV/%d/%06d", date.getYear(), i);
            return new InvoiceRow(new InvoiceKey(SHOP, i + 1), number,
                    random.nextInt(5) == 0 ? MoveType.VENDOR_BILL : MoveType.CUSTOMER_INVOICE, MoveState.POSTED,
                    paid ? PaymentState.PAID : PaymentState.NOT_PAID,
                    new InvoiceRow.Partner(NAMES.get(partner % NAMES.size()) + " " + partner % 512, partner, partner,
                            "DE81190" + partner),
                    date, date.plusDays(30),
                    new InvoiceRow.Amounts(i % 4 == 0 ? "USD" : "EUR", total, BigDecimal.ZERO, total,
                            paid ? BigDecimal.ZERO : total),
                    new InvoiceRow.OtherInfo("PO " + random.nextInt(99_999), number, "S" + i, "Acme Trading",
                            "Mitchell Admin", false),
                    InvoiceRow.Presence.PRESENT);
        }).toList();
    }

    private static Books withLines(Books books, int lines) {
        var random = new SplittableRandom(43);
        var writer = new LinesWriter(books);
        for (int i = 0; i < lines; i++) {
            BigDecimal price = BigDecimal.valueOf(random.nextInt(100_000), 2);
            writer.accept(new PrintedLine(new InvoiceKey(SHOP, i % books.size() + 1), LineKind.PRODUCT,
                    GOODS.get(random.nextInt(GOODS.size())) + " " + random.nextInt(4096), "", price, price, price));
        }
        return writer.written();
    }

    /** One text of all rows, as the fastest search that there could be would have it. */
    private static String joined(List<InvoiceRow> rows) {
        return String.join("\n", rows.stream().map(row -> Folding.searchable(String.join("\n", row.number(),
                row.partner().name(), row.partner().vat(), row.otherInfo().ref(), row.otherInfo().paymentReference(),
                row.otherInfo().origin(), row.otherInfo().company(),
                row.otherInfo().salesperson()))).toList());
    }

    /** Of this thread's own work, whatever else the machine does. */
    private static double millis(LongSupplier work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        assertThat(work.getAsLong()).isNotNegative();
        return (threads.getCurrentThreadCpuTime() - start) / 1e6;
    }

    private static long memoryInUse() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static double percentile(List<Double> times, double part) {
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
    }

    private static long bare(String text, String word) {
        long hits = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            hits++;
        }
        return hits;
    }

    private static long ask(Books books, Rankings rankings, String typed, InvoiceOrder order) {
        InvoiceFilter filter = InvoiceFilter.of(InvoiceQuery.typed(typed, Set.of("EUR", "USD")));
        Found found = books.find(filter, TODAY);
        return (long) rankings.sorted(found, order).length + found.totals().sums().size();
    }

    private static List<Double> letters(Books books, Rankings rankings, InvoiceOrder order) {
        for (int round = 0; round < 10; round++) {
            TYPED.forEach(typed -> ask(books, rankings, typed, order));
        }
        var times = new ArrayList<Double>();
        for (int round = 0; round < 5; round++) {
            TYPED.forEach(typed -> times.add(millis(() -> ask(books, rankings, typed, order))));
        }
        return times;
    }

    @Test
    void a_letter_costs_little_more_than_a_bare_walk_over_the_texts() {
        for (int count : List.of(100_000, 500_000)) {
            List<InvoiceRow> rows = rows(count);
            long before = memoryInUse();
            Books books = Books.of(rows);
            long bytes = memoryInUse() - before;
            var rankings = new Rankings(books, Locale.US, ConnectionId::value);
            String text = joined(rows);
            var bare = new ArrayList<Double>();
            for (int round = 0; round < 60; round++) {
                bare.add(millis(() -> bare(text, "no such words at all")));
            }
            double walk = percentile(bare, 0.5);

            List<Double> byDate = letters(books, rankings, InvoiceOrder.NEWEST_FIRST);
            List<Double> byTotal = letters(books, rankings, new InvoiceOrder(InvoiceOrder.Column.TOTAL, false));

            System.out.printf(Locale.ROOT,
                    "%,d invoices: a letter %.1f ms (p50), %.1f ms (p95); ordered by total %.1f ms (p95); a bare walk "
                            + "%.1f ms; %.0f bytes a row, of which texts %.0f%n",
                    count, percentile(byDate, 0.5), percentile(byDate, 0.95), percentile(byTotal, 0.95), walk,
                    (double) bytes / count, (double) books.memory().rowTexts() / count);
            assertThat(percentile(byDate, 0.5)).isLessThan(6 * walk);
            assertThat(bytes - books.memory().rowTexts()).isLessThan(100L * count);
        }
    }

    @Test
    void a_word_in_the_lines_costs_little_more_than_a_bare_walk_over_them() {
        Books rows = Books.of(rows(100_000));
        Books books = withLines(rows, 600_000);
        var bare = new ArrayList<Double>();
        var times = new ArrayList<Double>();
        String text = "x".repeat((int) books.memory().lineTexts());
        for (int round = 0; round < 30; round++) {
            bare.add(millis(() -> bare(text, "no such words at all")));
            for (String word : List.of("bloc", "oak", "musli", "november", "no such words at all", "372.50")) {
                LineTerm term = word.startsWith("3")
                        ? new LineTerm.Amount(new BigDecimal(word))
                        : new LineTerm.Text(word, round % 2 == 0);
                times.add(millis(() -> books.withLine(term).count()));
            }
        }
        List<Double> letters = letters(books, new Rankings(books, Locale.US, ConnectionId::value),
                InvoiceOrder.NEWEST_FIRST);
        System.out.printf(Locale.ROOT,
                "600,000 lines: a word %.1f ms (p50), %.1f ms (p95); a bare walk %.1f ms; %,d bytes; a letter over "
                        + "invoices and lines %.1f ms (p95)%n",
                percentile(times, 0.5), percentile(times, 0.95), percentile(bare, 0.5), books.memory().lineTexts(),
                percentile(letters, 0.95));
        assertThat(percentile(times, 0.5)).isLessThan(6 * percentile(bare, 0.5));
    }

    @Test
    void a_page_of_a_sync_costs_a_fraction_of_reading_all_rows() {
        List<InvoiceRow> rows = rows(100_000);
        List<InvoiceRow> page = rows.subList(50_000, 50_500);
        Books books = Books.of(rows);
        var whole = new ArrayList<Double>();
        var times = new ArrayList<Double>();
        for (int round = 0; round < 8; round++) {
            whole.add(millis(() -> Books.of(rows).size()));
            times.add(millis(() -> books.with(page).size()));
        }
        System.out.printf(Locale.ROOT, "a page of 500 of 100,000 invoices: %.1f ms, all %.1f ms%n",
                percentile(times, 0.5), percentile(whole, 0.5));
        assertThat(percentile(times, 0.5)).isLessThan(percentile(whole, 0.5) / 5);
    }
}
