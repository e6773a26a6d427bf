package app.loupe.review;

import app.loupe.domain.PrintedLine;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * What the product lines of the invoices of one {@link Sheet} sell or buy, in columns: of each line the article by its
 * number in the catalogue of the books, and in document currency its quantity and its amount without tax, unsigned.
 * Immutable.
 */
final class SoldLines {
    private final int[] ends;
    private final PackedNumbers articles;
    private final PackedNumbers quantities;
    private final PackedNumbers subtotals;
    private final Map<Integer, Exact> exact;

    /** A line with a number that is no whole number of millionths, or too large. */
    private record Exact(BigDecimal quantity, BigDecimal subtotal) {}

    private SoldLines(int[] ends, PackedNumbers articles, PackedNumbers quantities, PackedNumbers subtotals,
            Map<Integer, Exact> exact) {
        this.ends = ends;
        this.articles = articles;
        this.quantities = quantities;
        this.subtotals = subtotals;
        this.exact = exact;
    }

    /** The article of a line. */
    static Article article(PrintedLine line) {
        Ref product = line.product();
        return new Article(line.invoice().connection(), Ref.idOf(product),
                Ref.nameOf(product), line.unit());
    }

    /** The place of the first line of a row; that of the row behind it is where its lines end. */
    int first(int row) {
        return row == 0 || ends.length == 0 ? 0 : ends[Math.min(row, ends.length) - 1];
    }

    /** The number of a line's article. */
    int article(int line) {
        return (int) articles.get(line);
    }

    /** How much of it. */
    BigDecimal quantity(int line) {
        Exact kept = exact.get(line);
        return kept == null ? Millionths.number(quantities.get(line)) : kept.quantity();
    }

    /** What it comes to without tax. */
    BigDecimal subtotal(int line) {
        Exact kept = exact.get(line);
        return kept == null ? Millionths.number(subtotals.get(line)) : kept.subtotal();
    }

    /** Collects the lines of a sheet, which come in no order; one thread. */
    static final class Writer {
        private final Row[] rows;

        /** A writer for a sheet of so many rows. */
        Writer(int count) {
            rows = new Row[count];
            Arrays.setAll(rows, row -> new Row());
        }

        private static final class Row {
            private int[] articles = new int[0];
            private long[] quantities = new long[0];
            private long[] subtotals = new long[0];
            private final Map<Integer, Exact> exact = new HashMap<>(0);

            void add(int article, BigDecimal quantity, BigDecimal subtotal) {
                int at = articles.length;
                articles = Arrays.copyOf(articles, at + 1);
                quantities = Arrays.copyOf(quantities, at + 1);
                subtotals = Arrays.copyOf(subtotals, at + 1);
                articles[at] = article;
                if (Millionths.fits(quantity) && Millionths.fits(subtotal)) {
                    quantities[at] = Millionths.of(quantity);
                    subtotals[at] = Millionths.of(subtotal);
                } else {
                    exact.put(at, new Exact(quantity, subtotal));
                }
            }
        }

        /** Adds a line of the invoice in a row. */
        void add(int row, int article, PrintedLine line) {
            rows[row].add(article, line.quantity(), line.priceSubtotal());
        }

        /** Takes over the lines of these invoices as they were. */
        void keep(SoldLines from, BitSet kept) {
            for (int row = kept.nextSetBit(0); row >= 0; row = kept.nextSetBit(row + 1)) {
                for (int line = from.first(row); line < from.first(row + 1); line++) {
                    rows[row].add(from.article(line), from.quantity(line), from.subtotal(line));
                }
            }
        }

        SoldLines written() {
            int count = Arrays.stream(rows).mapToInt(row -> row.articles.length).sum();
            var ends = new int[rows.length];
            var articles = new long[count];
            var quantities = new long[count];
            var subtotals = new long[count];
            var exact = new HashMap<Integer, Exact>();
            int end = 0;
            for (int i = 0; i < rows.length; i++) {
                Row row = rows[i];
                int from = end;
                for (int line = 0; line < row.articles.length; line++) {
                    articles[from + line] = row.articles[line];
                }
                System.arraycopy(row.quantities, 0, quantities, from, row.articles.length);
                System.arraycopy(row.subtotals, 0, subtotals, from, row.articles.length);
                row.exact.forEach((at, value) -> exact.put(from + at, value));
                end += row.articles.length;
                ends[i] = end;
            }
            return new SoldLines(ends, PackedNumbers.of(articles), PackedNumbers.of(quantities),
                    PackedNumbers.of(subtotals), Map.copyOf(exact));
        }
    }
}
