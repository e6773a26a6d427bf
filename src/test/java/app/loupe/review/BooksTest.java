package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.CurrencyDecimals;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.LineKind;
import app.loupe.domain.LineTerm;
import app.loupe.domain.PrintedLine;
import java.math.BigDecimal;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.Seeded;

/** The books answer as the plainest reading of every row does. */
class BooksTest {
    private static final RecursiveComparisonConfiguration EXACTLY = RecursiveComparisonConfiguration.builder()
            .withComparatorForType(BigDecimal::compareTo, BigDecimal.class).build();
    private static final Comparator<String> GERMAN = german();

    private static Comparator<String> german() {
        Collator collator = Collator.getInstance(Locale.GERMANY);
        collator.setStrength(Collator.SECONDARY);
        return collator::compare;
    }

    private static Books books(List<InvoiceRow> rows, List<PrintedLine> lines) {
        var writer = new LinesWriter(Books.of(rows));
        lines.forEach(writer);
        return writer.written();
    }

    private static List<InvoiceKey> keys(List<InvoiceRow> rows) {
        return rows.stream().map(InvoiceRow::key).toList();
    }

    private static List<InvoiceRow> rows(Books books, int... rows) {
        return books.list(rows).stream().map(ReviewRow::row).toList();
    }

    @Seeded(40)
    void aRowIsGivenAsItWasRead(long seed) {
        var random = new RandomBooks(seed);
        List<InvoiceRow> rows = random.rows(60);
        List<InvoiceRow> changed = random.changed(rows);
        var now = new LinkedHashMap<InvoiceKey, InvoiceRow>();
        rows.forEach(row -> now.put(row.key(), row));
        changed.forEach(row -> now.put(row.key(), row));

        Books books = Books.of(rows).with(changed);

        assertThat(books.list(IntStream.range(0, books.size()).toArray()).stream().map(ReviewRow::row).toList())
                .usingRecursiveFieldByFieldElementComparator(EXACTLY).containsExactlyInAnyOrderElementsOf(now.values());
    }

    @Seeded(40)
    void whatWasSoldIsKeptLineByLine(long seed) {
        var random = new RandomBooks(seed);
        List<InvoiceRow> rows = random.rows(30);
        List<PrintedLine> lines = new ArrayList<>(random.lines(rows));
        Books first = books(rows, lines);
        InvoiceRow changed = rows.get(3);
        lines.removeIf(line -> line.invoice().equals(changed.key()));
        var writer = new LinesWriter(first, Map.of(changed.key().connection(), Set.of(changed.key().id())));
        Books books = writer.written();

        var found = new ArrayList<String>();
        for (LinedSheet page : books.pages()) {
            SoldLines sold = Objects.requireNonNull(page.lines()).sold();
            for (int row = 0; row < page.sheet().count; row++) {
                for (int line = sold.first(row); line < sold.first(row + 1); line++) {
                    found.add(sold(page.sheet().key(row), books.articles().get(sold.article(line)),
                            sold.quantity(line), sold.subtotal(line)));
                }
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(lines.stream()
                .filter(line -> line.kind() == LineKind.PRODUCT)
                .map(line -> sold(line.invoice(), SoldLines.article(line), line.quantity(), line.priceSubtotal()))
                .toList());
    }

    private static String sold(InvoiceKey key, Article article, BigDecimal quantity, BigDecimal subtotal) {
        return key + " " + article + " " + quantity.stripTrailingZeros() + " " + subtotal.stripTrailingZeros();
    }

    private static void compare(Books books, PlainAnswers plain, RandomBooks random) {
        var rankings = new Rankings(books, Locale.GERMANY, ConnectionId::value);
        for (int i = 0; i < 12; i++) {
            InvoiceFilter filter = random.filter();
            InvoiceOrder order = random.order();
            List<InvoiceRow> expected = plain.found(filter, false);
            Found found = books.find(filter, RandomBooks.TODAY);
            String asked = filter.toString();

            assertThat(keys(rows(books, found.inOrder()))).as(asked)
                    .containsExactlyInAnyOrderElementsOf(keys(expected));
            assertThat(keys(rows(books, books.findAlsoRemoved(filter, RandomBooks.TODAY).inOrder()))).as(asked)
                    .containsExactlyInAnyOrderElementsOf(keys(plain.found(filter, true)));
            assertThat(keys(rows(books, rankings.sorted(found, order)))).as("%s of %s", order, asked)
                    .isEqualTo(keys(plain.sorted(expected, order, GERMAN)));
            assertThat(found.statuses()).as(asked).isEqualTo(plain.statuses(expected));
            assertThat(found.totals().count()).isEqualTo(expected.size());
            assertThat(found.totals().sums().stream()
                    .map(sum -> List.<Object>of(sum.direction(), sum.total().currency(),
                            sum.total().amount().stripTrailingZeros(), sum.due().amount().stripTrailingZeros()))
                    .collect(Collectors.toSet()))
                    .as(asked).isEqualTo(PlainAnswers.sums(expected));
        }
    }

    @Seeded(80)
    void answersAsEveryRowReadByItselfWould(long seed) {
        var random = new RandomBooks(seed);
        List<InvoiceRow> rows = random.rows(60);
        List<PrintedLine> lines = random.lines(rows);

        compare(books(rows, lines), new PlainAnswers(rows, lines, RandomBooks.TODAY), random);
    }

    @Seeded(40)
    void answersTheSameAfterChangesAsBooksThatAreMadeAnew(long seed) {
        var random = new RandomBooks(seed);
        var now = new LinkedHashMap<InvoiceKey, InvoiceRow>();
        random.rows(40).forEach(row -> now.put(row.key(), row));
        List<PrintedLine> lines = random.lines(List.copyOf(now.values()));
        Books books = books(List.copyOf(now.values()), lines);
        for (int page = 0; page < 4; page++) {
            List<InvoiceRow> changed = random.changed(List.copyOf(now.values()));
            changed.forEach(row -> now.put(row.key(), row));
            Set<InvoiceKey> keys = changed.stream().map(InvoiceRow::key).collect(Collectors.toSet());
            List<PrintedLine> news = changed.isEmpty() ? List.of() : random.lines(changed);
            var kept = new ArrayList<>(lines);
            kept.removeIf(line -> keys.contains(line.invoice()));
            kept.addAll(news);
            lines = kept;
            var writer = new LinesWriter(books.with(changed), changed.stream().collect(Collectors.groupingBy(
                    row -> row.key().connection(), Collectors.mapping(row -> row.key().id(), Collectors.toSet()))));
            news.forEach(writer);
            books = writer.written();
        }

        compare(books, new PlainAnswers(List.copyOf(now.values()), lines, RandomBooks.TODAY), random);
    }

    private static Object key(Grouping by, InvoiceRow row) {
        return switch (by) {
            case CUSTOMER -> List.of(row.key().connection(), row.partner().commercialId(),
                    row.partner().commercialId() == 0 ? row.partner().name() : "");
            case MONTH -> row.invoiceDate() == null ? "" : row.invoiceDate().toString().substring(0, 7);
            case STATUS -> new ReviewRow(row).status(RandomBooks.TODAY).name();
            case COMPANY -> List.of(row.key().connection(), row.otherInfo().company());
            case CURRENCY -> row.amounts().currency();
            case JOURNAL -> List.of(row.key().connection(), row.otherInfo().company(), row.booking().journal());
        };
    }

    @Seeded(30)
    void putsTogetherWhatBelongsTogether(long seed) {
        var random = new RandomBooks(seed);
        List<InvoiceRow> rows = random.rows(60);
        Books books = Books.of(rows);
        Found found = books.find(random.filter(), RandomBooks.TODAY);
        var rankings = new Rankings(books, Locale.ROOT, ConnectionId::value);
        var byTotal = new InvoiceOrder(InvoiceOrder.Column.TOTAL, seed % 2 == 0);
        List<InvoiceRow> sorted = rows(books, rankings.sorted(found, byTotal));
        for (Grouping by : Grouping.values()) {
            Grouped grouped = rankings.grouped(found, byTotal, by);

            var parts = new ArrayList<List<InvoiceRow>>();
            int from = 0;
            for (Grouped.Group group : grouped.groups()) {
                int[] places = IntStream.range(from, from + group.count()).toArray();
                List<InvoiceRow> part = grouped.rows().only(places).stream().map(ReviewRow::row).toList();
                assertThat(group.totals()).isEqualTo(grouped.rows().only(places).totals());
                assertThat(part).anyMatch(row -> group.name().equals(switch (by) {
                    case CUSTOMER -> row.partner().name();
                    case JOURNAL -> row.booking().journal();
                    case COMPANY -> row.otherInfo().company();
                    case MONTH, STATUS, CURRENCY -> key(by, row);
                }));
                parts.add(part);
                from += group.count();
            }
            assertThat(from).isEqualTo(grouped.rows().size());
            assertThat(parts).as("what belongs together, each in the order that was asked for")
                    .containsExactlyInAnyOrderElementsOf(sorted.stream()
                            .collect(Collectors.groupingBy(row -> key(by, row))).values());
        }
    }

    @Test
    void monthsStandNewestFirstStatusesAsListedAndNamesByTheAlphabet() {
        FakeInvoices copy = FakeInvoices.believable();
        copy.add("INV/1", "éclair", "2026-01-05", "2026-02-05", "10.00", "10.00", "EUR");
        // no partners of Odoo's, so that the names alone tell them apart
        Books books = Books.of(copy.rows(Set.of(FakeInvoices.ACME)).stream().map(row -> new InvoiceRow(row.key(),
                row.number(), row.type(), row.state(), row.paymentState(),
                new InvoiceRow.Partner(row.partner().name(), 0, 0, ""), row.invoiceDate(), row.dueDate(),
                row.amounts(), row.booking(), row.otherInfo(), row.presence())).toList());
        Found found = books.find(InvoiceFilter.ALL, FakeInvoices.TODAY);
        var rankings = new Rankings(books, Locale.FRENCH, ConnectionId::value);

        assertThat(names(rankings, found, Grouping.MONTH)).containsExactly("2026-11", "2026-10", "2026-09", "2026-01",
                "");
        assertThat(names(rankings, found, Grouping.STATUS)).isSortedAccordingTo(
                Comparator.comparing(InvoiceStatus::valueOf));
        assertThat(names(rankings, found, Grouping.CUSTOMER)).containsSubsequence("Deco Addict", "éclair",
                "Gemini Furniture", "Wood Corner");
    }

    /** Each of two connections may be a database of its own with a company that is called alike. */
    @Test
    void aCompanyOfAnotherConnectionIsAnotherGroupAndSaysSo() {
        FakeInvoices copy = FakeInvoices.believable();
        List<InvoiceRow> rows = copy.rows(Set.of(FakeInvoices.ACME));
        var other = new ConnectionId("bbbb2222");
        Books books = Books.of(Stream.concat(rows.stream(), rows.stream().limit(3)
                .map(row -> new InvoiceRow(new InvoiceKey(other, row.key().id()), row.number(), row.type(), row.state(),
                        row.paymentState(), row.partner(), row.invoiceDate(), row.dueDate(), row.amounts(),
                        row.booking(), row.otherInfo(), row.presence())))
                .toList());
        var rankings = new Rankings(books, Locale.ENGLISH, id -> id.equals(other) ? "Old books" : "Books");
        Found found = books.find(InvoiceFilter.ALL, FakeInvoices.TODAY);

        assertThat(rankings.grouped(found, InvoiceOrder.NEWEST_FIRST, Grouping.COMPANY).groups())
                .extracting(Grouped.Group::name, Grouped.Group::of)
                .containsExactly(tuple("Acme Trading", List.of("Books")), tuple("Acme Trading", List.of("Old books")));
        assertThat(rankings.grouped(found, InvoiceOrder.NEWEST_FIRST, Grouping.JOURNAL).groups())
                .extracting(Grouped.Group::of).contains(List.of("Acme Trading", "Old books"));
        assertThat(rankings.grouped(found, InvoiceOrder.NEWEST_FIRST, Grouping.CURRENCY).groups())
                .extracting(Grouped.Group::of).containsOnly(List.of());
    }

    private static List<String> names(Rankings rankings, Found found, Grouping by) {
        return rankings.grouped(found, InvoiceOrder.NEWEST_FIRST, by).groups().stream().map(Grouped.Group::name)
                .toList();
    }

    @Seeded(40)
    void keepsEveryRowAsItWasRead(long seed) {
        List<InvoiceRow> rows = new RandomBooks(seed).rows(50);
        Books books = Books.of(rows);

        for (InvoiceRow row : rows) {
            int number = books.rowOf(row.key()).orElseThrow();
            assertThat(books.row(number).row()).usingRecursiveComparison().withComparatorForType(
                    Comparator.comparing(BigDecimal::stripTrailingZeros), BigDecimal.class).isEqualTo(row);
            assertThat(books.row(number).row().amounts().total())
                    .isEqualTo(CurrencyDecimals.atLeast(row.amounts().total(),
                            CurrencyDecimals.of(row.amounts().currency())));
        }
        assertThat(books.rowOf(new InvoiceKey(RandomBooks.CONNECTIONS.getFirst(), 99_999))).isEmpty();
    }

    @Test
    void fillsSheetAfterSheetAndKeepsThoseThatNothingChangedOn() {
        List<InvoiceRow> rows = FakeInvoices.many(3 * Sheet.MOST - 5).rows(Set.of(FakeInvoices.ACME));
        Books before = Books.of(rows);
        InvoiceRow changed = rows.get(Sheet.MOST + 7);

        Books after = before.with(List.of(changed));

        assertThat(after.size()).isEqualTo(rows.size());
        assertThat(after.pages().get(0)).isSameAs(before.pages().get(0));
        assertThat(after.pages().get(1)).isNotSameAs(before.pages().get(1));
        assertThat(after.rowOf(changed.key())).isEqualTo(before.rowOf(changed.key())).hasValue(Sheet.MOST + 7);
        assertThat(after.find(InvoiceFilter.of(InvoiceQuery.typed(changed.number(), Set.of())), RandomBooks.TODAY)
                .inOrder()).containsExactly(Sheet.MOST + 7);
        assertThat(after.byDate().rows()).isEqualTo(before.byDate().rows());
    }

    @Seeded(40)
    void findsAPartOfALineWhereverItStands(long seed) {
        var random = new RandomBooks(seed);
        List<InvoiceRow> rows = random.rows(20);
        List<PrintedLine> lines = random.lines(rows);
        Books books = books(rows, lines);
        var plain = new PlainAnswers(rows, lines, RandomBooks.TODAY);

        for (PrintedLine line : lines) {
            for (LineTerm term : List.of(new LineTerm.Amount(line.priceUnit()), new LineTerm.Text(line.label(), true),
                    new LineTerm.Text(PlainAnswers.product(line), false))) {
                if (!(term instanceof LineTerm.Text text && text.typed().isEmpty())) {
                    assertThat(LineRows.of(books, term).mapToObj(row -> books.row(row).row().key())).as("%s", term)
                            .containsExactlyInAnyOrderElementsOf(
                                    keys(rows.stream().filter(plain.withLine(term)).toList()));
                }
            }
        }
    }
}
