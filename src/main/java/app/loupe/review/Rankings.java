package app.loupe.review;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceStatus;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;

/**
 * Orders the rows of one {@link Books}: a column is ranked when it is first asked for, and then for good. Texts are ordered
 * by the rules of a language, each text once and not each row; amounts within their currency. Rows that are equal in a column
 * stand newest first, both ways. Safe for use by several threads.
 */
public final class Rankings {
    /** More days than lie between any two dates, so that what it is added to comes behind all others. */
    private static final int BEHIND = 1 << 29;

    private final Books books;
    private final Locale locale;
    private final Function<ConnectionId, String> connectionName;
    /** As of which day the statuses are ranked. */
    private LocalDate day = LocalDate.MIN;
    private final Map<InvoiceOrder.Column, Ranking> made = new EnumMap<>(InvoiceOrder.Column.class);

    /** Orders texts as this language does. */
    public Rankings(Books books, Locale locale, Function<ConnectionId, String> connectionName) {
        this.books = books;
        this.locale = locale;
        this.connectionName = connectionName;
    }

    /** The numbers of found rows in this order; statuses as of the day they were found on. */
    public int[] sorted(Found found, InvoiceOrder order) {
        return of(order.column(), found.today()).sorted(found.rows(), order.ascending());
    }

    /** Found rows put together, in each group in this order. */
    public Grouped grouped(Found found, InvoiceOrder order, Grouping by) {
        return Grouped.of(books, by, found.today(), locale, connectionName, sorted(found, order));
    }

    private synchronized Ranking of(InvoiceOrder.Column column, LocalDate today) {
        if (!day.equals(today)) {
            day = today;
            made.remove(InvoiceOrder.Column.STATUS);
        }
        return made.computeIfAbsent(column, this::rank);
    }

    private Ranking rank(InvoiceOrder.Column column) {
        return switch (column) {
            case INVOICE_DATE -> Ranking.of(books.byDate());
            case NUMBER -> byText(numbers());
            case PARTNER -> byRank(ofTexts(books.parties().all().stream().map(Party::name).toList()),
                    (sheet, i) -> sheet.parties[i]);
            case COMPANY -> byRank(ofTexts(books.places().all().stream().map(Place::company).toList()),
                    (sheet, i) -> sheet.places[i]);
            case CONNECTION -> byRank(ofTexts(books.places().all().stream()
                    .map(place -> connectionName.apply(place.connection())).toList()), (sheet, i) -> sheet.places[i]);
            case DUE_DATE -> dueDates();
            case STATUS -> {
                var statuses = new StatusTable(day);
                InvoiceStatus[] all = InvoiceStatus.values();
                yield by((sheet, i) -> Arrays.binarySearch(all, statuses.of(sheet, i)));
            }
            case TOTAL -> AmountRanks.of(books, sheet -> sheet.total, Sheet::signedTotal);
            case AMOUNT_DUE -> AmountRanks.of(books, sheet -> sheet.residual, Sheet::signedDue);
        };
    }

    /** By what is still due first, then by the dates of the rest, and at the end what has none, whichever way it is ordered. */
    private Ranking dueDates() {
        var keys = new int[books.size()];
        int open = 0;
        int dated = 0;
        for (LinedSheet page : books.pages()) {
            Sheet sheet = page.sheet();
            for (int i = 0; i < sheet.count; i++) {
                boolean isOpen = sheet.openDue(i) != Sheet.NO_DAY;
                boolean hasDate = isOpen || sheet.dues[i] != Sheet.NO_DAY;
                open += isOpen ? 1 : 0;
                dated += hasDate ? 1 : 0;
                keys[page.row(i)] = isOpen ? sheet.openDue(i) : hasDate ? sheet.dues[i] + BEHIND : Integer.MAX_VALUE;
            }
        }
        return Ranking.of(keys, books.byDate(), 0, open, dated);
    }

    private String[] numbers() {
        var numbers = new String[books.size()];
        for (LinedSheet page : books.pages()) {
            for (int i = 0; i < page.sheet().count; i++) {
                numbers[page.row(i)] = NaturalKey.of(page.sheet().number(i));
            }
        }
        return numbers;
    }

    private Ranking byText(String[] texts) {
        String[] sorted = texts.clone();
        Arrays.sort(sorted);
        var ranks = new int[texts.length];
        // equal texts are found at the same place
        for (int row = 0; row < ranks.length; row++) {
            ranks[row] = Arrays.binarySearch(sorted, texts[row]);
        }
        return by(ranks);
    }

    /** The rank of each of these texts. */
    private int[] ofTexts(List<String> texts) {
        Collator collator = Collator.getInstance(locale);
        collator.setStrength(Collator.SECONDARY);
        var keys = texts.stream().map(collator::getCollationKey).toList();
        var sorted = keys.stream().sorted().toList();
        return keys.stream().mapToInt(key -> Collections.binarySearch(sorted, key)).toArray();
    }

    private Ranking byRank(int[] ranks, ToIntBiFunction<Sheet, Integer> number) {
        return by((sheet, i) -> ranks[number.applyAsInt(sheet, i)]);
    }

    private Ranking by(ToIntBiFunction<Sheet, Integer> key) {
        var keys = new int[books.size()];
        for (LinedSheet page : books.pages()) {
            for (int i = 0; i < page.sheet().count; i++) {
                keys[page.row(i)] = key.applyAsInt(page.sheet(), i);
            }
        }
        return by(keys);
    }

    private Ranking by(int... keys) {
        return Ranking.of(keys, books.byDate());
    }
}
