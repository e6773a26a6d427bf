package app.loupe.ui.invoices;

import app.loupe.domain.InvoiceRow;
import app.loupe.review.ReviewRow;
import app.loupe.ui.common.TextShapes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the widest cells of a copy hold: the few texts, dates and amounts that have to be measured instead of all. Made on
 * any thread.
 *
 * @param dates the first and the last invoice date
 * @param dueDates the first and the last day on which money is still to come
 */
record ColumnContents(List<String> numbers, List<String> partners, List<String> companies, List<LocalDate> dates,
        List<LocalDate> dueDates, List<Amount> totals, List<Amount> dues) {
    static final ColumnContents EMPTY = new ColumnContents(List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of());

    /** An amount of a length that occurs. */
    record Amount(BigDecimal value, String currency) {}

    private record Length(String currency, int digits, int decimals, boolean negative) {}

    static ColumnContents of(List<ReviewRow> rows) {
        return new ColumnContents(widest(rows, InvoiceRow::number), widest(rows, InvoiceRow::partnerName),
                widest(rows, InvoiceRow::company), ends(rows.stream().map(row -> row.row().invoiceDate())
                        .filter(Objects::nonNull).map(Objects::requireNonNull)),
                ends(rows.stream().flatMap(row -> row.openDueDate().stream())),
                lengths(rows, ReviewRow::signedTotal), lengths(rows, ReviewRow::signedDue));
    }

    private static List<String> widest(Collection<ReviewRow> rows, Function<InvoiceRow, String> text) {
        var shapes = new TextShapes();
        rows.forEach(row -> shapes.add(text.apply(row.row())));
        return shapes.widest();
    }

    private static List<LocalDate> ends(Stream<LocalDate> dates) {
        List<LocalDate> all = dates.toList();
        return Stream.concat(all.stream().min(LocalDate::compareTo).stream(),
                all.stream().max(LocalDate::compareTo).stream()).distinct().toList();
    }

    private static List<Amount> lengths(List<ReviewRow> rows, Function<ReviewRow, BigDecimal> amount) {
        Map<Length, Amount> found = new HashMap<>();
        for (ReviewRow row : rows) {
            BigDecimal value = amount.apply(row);
            var length = new Length(row.row().currency(), value.precision() - value.scale(),
                    value.stripTrailingZeros().scale(), value.signum() < 0);
            found.putIfAbsent(length, new Amount(value, row.row().currency()));
        }
        return List.copyOf(found.values());
    }
}
