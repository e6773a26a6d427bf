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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.Cpu;
import testkit.Heap;
import testkit.Measured;

/**
 * What the books weigh, and what a letter typed into the search costs. Ratios within one run, so that the machine does not
 * decide: compared is a bare walk over the same texts joined to one.
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
                    new InvoiceRow.Booking("Customer Invoices", "EUR", total, total,
                            paid ? BigDecimal.ZERO : total),
                    new InvoiceRow.OtherInfo("PO " + random.nextInt(99_999), number, "S" + i, "Acme Trading",
                            "Mitchell Admin", false),
                    InvoiceRow.Presence.PRESENT);
        }).toList();
    }

    /** The books with so many lines; what of them is searched goes into the text, too. */
    private static Books withLines(Books books, int lines, StringBuilder text) {
        var random = new SplittableRandom(43);
        var writer = new LinesWriter(books);
        for (int i = 0; i < lines; i++) {
            BigDecimal price = BigDecimal.valueOf(random.nextInt(100_000), 2);
            String label = GOODS.get(random.nextInt(GOODS.size())) + " " + random.nextInt(4096);
            writer.accept(new PrintedLine(new InvoiceKey(SHOP, i % books.size() + 1), LineKind.PRODUCT, label,
                    null, "", BigDecimal.ONE, price, price, price));
            text.append(Folding.searchable(label)).append('\n');
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

    private static long bare(String text, String word) {
        long hits = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            hits++;
        }
        return hits;
    }

    /** Nanoseconds of a walk in the middle of many, as fast as Java makes it: half warm it takes six times as long. */
    private static double walk(String text) throws Exception {
        String some = text.substring(0, 1_000);
        long hits = 0;
        for (int round = 0; round < 200_000; round++) {
            hits += bare(some, "no such words at all");
        }
        assertThat(hits).isZero();
        var times = new ArrayList<Long>();
        for (int round = 0; round < 60; round++) {
            times.add(Cpu.ofThread(() -> assertThat(bare(text, "no such words at all")).isZero()));
        }
        return Cpu.median(times);
    }

    private static long ask(Books books, Rankings rankings, String typed, InvoiceOrder order) {
        InvoiceFilter filter = InvoiceFilter.of(InvoiceQuery.typed(typed, Set.of("EUR", "USD")));
        Found found = books.find(filter, TODAY);
        return (long) rankings.sorted(found, order).length + found.totals().sums().size();
    }

    private static List<Long> letters(Books books, Rankings rankings, InvoiceOrder order) throws Exception {
        for (int round = 0; round < 10; round++) {
            TYPED.forEach(typed -> ask(books, rankings, typed, order));
        }
        var times = new ArrayList<Long>();
        for (int round = 0; round < 5; round++) {
            for (String typed : TYPED) {
                times.add(Cpu.ofThread(() -> assertThat(ask(books, rankings, typed, order)).isNotNegative()));
            }
        }
        return times;
    }

    /** What does not grow with the rows weighs more where there are fewer. */
    @ParameterizedTest
    @CsvSource({"50000, 130", "200000, 100", "500000, 100"})
    void the_books_keep_little_beside_their_texts(int count, int beside) {
        long before = Heap.inUse();
        // made within the call, so that the rows are gone when the books are weighed
        Books books = Books.of(rows(count));
        long bytes = Heap.inUse() - before;

        String of = String.format(Locale.ROOT, ", %,d invoices", count);
        Measured.count("books: live bytes of an invoice" + of, bytes / books.size(), 320);
        Measured.count("books: of these not its texts" + of, (bytes - rowTexts(books)) / books.size(),
                beside);
    }

    private static long rowTexts(Books books) {
        return books.pages().stream().mapToLong(page -> page.sheet().search.length() + page.sheet().texts.length())
                .sum();
    }

    @ParameterizedTest
    @ValueSource(ints = {100_000, 500_000})
    void a_letter_costs_little_more_than_a_bare_walk_over_the_texts(int count) throws Exception {
        List<InvoiceRow> rows = rows(count);
        Books books = Books.of(rows);
        String text = joined(rows);
        double walk = walk(text);
        var rankings = new Rankings(books, Locale.US, ConnectionId::value);

        List<Long> byDate = letters(books, rankings, InvoiceOrder.NEWEST_FIRST);
        List<Long> byTotal = letters(books, rankings, new InvoiceOrder(InvoiceOrder.Column.TOTAL, false));

        String of = String.format(Locale.ROOT, ", %,d invoices", count);
        Measured.ratio("a letter: CPU against a bare walk" + of, Cpu.median(byDate) / walk, 6);
        Measured.ratio("a letter, nearly the slowest (p95)" + of, Cpu.percentile(byDate, 0.95) / walk, 10);
        Measured.ratio("a letter, by total: p95" + of, Cpu.percentile(byTotal, 0.95) / walk, 10);
    }

    @Test
    void a_word_in_the_lines_costs_little_more_than_a_bare_walk_over_them() throws Exception {
        var text = new StringBuilder();
        Books books = withLines(Books.of(rows(100_000)), 600_000, text);
        double walk = walk(text.toString());
        var times = new ArrayList<Long>();
        for (int round = 0; round < 30; round++) {
            for (String word : List.of("bloc", "oak", "musli", "november", "no such words at all", "372.50")) {
                LineTerm term = word.startsWith("3")
                        ? new LineTerm.Amount(new BigDecimal(word))
                        : new LineTerm.Text(word, round % 2 == 0);
                times.add(Cpu.ofThread(() -> assertThat(LineRows.of(books, term).count()).isNotNegative()));
            }
        }
        List<Long> letters = letters(books, new Rankings(books, Locale.US, ConnectionId::value),
                InvoiceOrder.NEWEST_FIRST);

        String of = ", 600,000 lines";
        Measured.ratio("a word in the lines: CPU against a bare walk" + of, Cpu.median(times) / walk, 3);
        Measured.ratio("a word in the lines: p95" + of, Cpu.percentile(times, 0.95) / walk, 5);
        Measured.ratio("a letter over invoices and lines: p95" + of, Cpu.percentile(letters, 0.95) / walk, 12);
    }

    @Test
    void a_page_of_a_sync_costs_a_fraction_of_reading_all_rows() throws Exception {
        List<InvoiceRow> rows = rows(100_000);
        List<InvoiceRow> page = rows.subList(50_000, 50_500);
        Books books = Books.of(rows);
        var whole = new ArrayList<Long>();
        var times = new ArrayList<Long>();
        for (int round = 0; round < 9; round++) {
            whole.add(Cpu.ofThread(() -> assertThat(Books.of(rows).size()).isEqualTo(books.size())));
            times.add(Cpu.ofThread(() -> assertThat(books.with(page).size()).isEqualTo(books.size())));
        }
        Measured.ratio("a page of 500 into books of 100,000: CPU against all", Cpu.median(times) / Cpu.median(whole),
                0.2);
    }
}
