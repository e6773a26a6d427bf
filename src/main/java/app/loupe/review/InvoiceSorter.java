package app.loupe.review;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceRow;
import java.text.CollationKey;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Orders invoices: every row's key is made once before the sort, because comparing texts by the rules of a language costs
 * seconds for 100,000 rows and comparing prepared keys does not. Rows that are equal in a column stay as they were given.
 * One per sort, one thread.
 */
public final class InvoiceSorter {
    private final Collator collator;
    private final LocalDate today;
    private final Function<ConnectionId, String> connectionName;
    private final Map<String, CollationKey> textKeys = new HashMap<>();

    /** Orders texts as this language does, statuses as of a day. */
    public InvoiceSorter(Locale locale, LocalDate today, Function<ConnectionId, String> connectionName) {
        this.collator = Collator.getInstance(locale);
        this.collator.setStrength(Collator.SECONDARY);
        this.today = today;
        this.connectionName = connectionName;
    }

    private record Keyed<K>(K key, ReviewRow row) {}

    private record DateKey(LocalDate date, String number, long id) implements Comparable<DateKey> {
        private static final Comparator<DateKey> ORDER = Comparator.comparing(DateKey::date)
                .thenComparing(DateKey::number).thenComparingLong(DateKey::id);

        @Override
        public int compareTo(DateKey other) {
            return ORDER.compare(this, other);
        }
    }

    /** A new list in this order. */
    public List<ReviewRow> sorted(List<ReviewRow> rows, InvoiceOrder order) {
        return switch (order.column()) {
            case NUMBER -> sorted(rows, order, row -> naturalKey(row.row().number()));
            case PARTNER -> sorted(rows, order, row -> textKey(row.row().partnerName()));
            case INVOICE_DATE -> sorted(rows, order, InvoiceSorter::dateKey);
            case DUE_DATE -> sorted(rows, order, row -> row.openDueDate().orElse(LocalDate.MAX));
            case TOTAL -> sorted(rows, order, ReviewRow::signedTotal);
            case AMOUNT_DUE -> sorted(rows, order, ReviewRow::signedDue);
            case STATUS -> sorted(rows, order, row -> row.status(today));
            case COMPANY -> sorted(rows, order, row -> textKey(row.row().company()));
            case CONNECTION -> sorted(rows, order,
                    row -> textKey(connectionName.apply(row.row().key().connection())));
        };
    }

    private static <K extends Comparable<? super K>> List<ReviewRow> sorted(List<ReviewRow> rows, InvoiceOrder order,
            Function<ReviewRow, K> key) {
        var keyed = new ArrayList<Keyed<K>>(rows.size());
        for (ReviewRow row : rows) {
            keyed.add(new Keyed<>(key.apply(row), row));
        }
        Comparator<Keyed<K>> upwards = Comparator.comparing(Keyed::key);
        keyed.sort(order.ascending() ? upwards : upwards.reversed());
        return keyed.stream().map(Keyed::row).toList();
    }

    private CollationKey textKey(String text) {
        return textKeys.computeIfAbsent(text, collator::getCollationKey);
    }

    /** Documents without a date are drafts: they count as the newest. */
    private static DateKey dateKey(ReviewRow reviewed) {
        InvoiceRow row = reviewed.row();
        return new DateKey(Optional.ofNullable(row.invoiceDate()).orElse(LocalDate.MAX), naturalKey(row.number()),
                row.key().id());
    }

    /** Digits as numbers: INV/999 comes before INV/1000. */
    static String naturalKey(String number) {
        var key = new StringBuilder(number.length() + 16);
        int at = 0;
        while (at < number.length()) {
            int end = at;
            while (end < number.length() && isDigit(number.charAt(end))) {
                end++;
            }
            if (end == at) {
                key.append(Character.toLowerCase(number.charAt(at++)));
            } else {
                at = appendRun(number, at, end, key);
            }
        }
        return key.toString();
    }

    /** Writes a run of digits without leading zeros behind its own length, so that longer numbers sort later. */
    private static int appendRun(String number, int from, int end, StringBuilder key) {
        int first = from;
        while (first < end - 1 && number.charAt(first) == '0') {
            first++;
        }
        key.append((char) ('0' + Math.min(end - first, 64))).append(number, first, end);
        return end;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
