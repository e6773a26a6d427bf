package app.loupe.review;

import app.loupe.domain.Catalogue;
import app.loupe.domain.Folding;
import app.loupe.domain.LineKind;
import app.loupe.domain.PrintedLine;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The printed lines of the invoices of one {@link Sheet}: as they are searched, what stands on the lines of an invoice, one
 * behind the other, and the amounts of its product lines; and what these sell. Immutable.
 */
final class SheetLines {
    private final LineTexts texts;
    private final PackedNumbers amounts;
    private final int[] ends;
    private final Map<Integer, List<BigDecimal>> exact;
    private final SoldLines sold;

    private SheetLines(LineTexts texts, PackedNumbers amounts, int[] ends, Map<Integer, List<BigDecimal>> exact,
            SoldLines sold) {
        this.texts = texts;
        this.amounts = amounts;
        this.ends = ends;
        this.exact = exact;
        this.sold = sold;
    }

    /** What the product lines sell or buy. */
    SoldLines sold() {
        return sold;
    }

    /** Which of these invoices have a line that contains one of some {@linkplain RowTexts#encoded encoded} forms. */
    BitSet holding(List<String> forms, boolean whole, BitSet among) {
        return texts.holding(forms, whole, among);
    }

    /** Marks the invoices with a product line whose price, or amount without or with tax, is this one. */
    void mark(BigDecimal amount, BitSet into) {
        BigDecimal size = amount.abs();
        if (!Millionths.fits(size)) {
            exact.forEach((row, values) -> {
                if (values.stream().anyMatch(value -> value.compareTo(size) == 0)) {
                    into.set(row);
                }
            });
            return;
        }
        long wanted = Millionths.of(size);
        int row = 0;
        for (int i = amounts.next(wanted, 0); i < amounts.size(); i = amounts.next(wanted, i + 1)) {
            while (ends[row] <= i) {
                row++;
            }
            into.set(row);
        }
    }

    /** Collects the lines of a sheet, which come in no order; one thread. */
    static final class Writer {
        private final int count;
        private final LineTexts.Writer texts;
        private final long[][] amounts;
        private final Map<Integer, List<BigDecimal>> exact = new HashMap<>();
        private final Catalogue<Article> articles;
        private final SoldLines.Writer sold;

        /** A writer for a sheet of so many rows. */
        Writer(int count, Catalogue<Article> articles) {
            this.count = count;
            this.articles = articles;
            sold = new SoldLines.Writer(count);
            texts = new LineTexts.Writer(count);
            amounts = new long[count][];
        }

        /** Adds a line of the invoice in a row. */
        void add(int row, PrintedLine line) {
            Ref product = line.product();
            String searched = Folding.searchable(
                    product == null ? line.label() : line.label() + "\n" + product.name());
            texts.add(row, RowTexts.encoded(searched));
            if (line.kind() == LineKind.PRODUCT) {
                Stream.of(line.priceUnit(), line.priceSubtotal(), line.priceTotal()).map(BigDecimal::abs)
                        .forEach(size -> add(row, size));
                sold.add(row, articles.numberOf(SoldLines.article(line)), line);
            }
        }

        private void add(int row, BigDecimal size) {
            if (!Millionths.fits(size)) {
                exact.computeIfAbsent(row, none -> new ArrayList<>()).add(size);
                return;
            }
            long value = Millionths.of(size);
            long[] before = amounts[row];
            if (before == null) {
                amounts[row] = new long[] {value};
            } else if (Arrays.stream(before).noneMatch(same -> same == value)) {
                amounts[row] = Arrays.copyOf(before, before.length + 1);
                amounts[row][before.length] = value;
            }
        }

        /** Takes over the lines of the invoices for which no line was added, and which have none to add. */
        void keep(SheetLines from, BitSet rows) {
            sold.keep(from.sold, rows);
            texts.keep(from.texts, rows);
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                amounts[row] = from.amounts.between(row == 0 ? 0 : from.ends[row - 1], from.ends[row]);
                List<BigDecimal> values = from.exact.get(row);
                if (values != null) {
                    exact.put(row, values);
                }
            }
        }

        SheetLines written() {
            int[] ends = new int[count];
            int end = 0;
            for (int row = 0; row < count; row++) {
                end += amounts[row] == null ? 0 : amounts[row].length;
                ends[row] = end;
            }
            var values = new long[end];
            for (int row = 0; row < count; row++) {
                if (amounts[row] != null) {
                    System.arraycopy(amounts[row], 0, values, row == 0 ? 0 : ends[row - 1], amounts[row].length);
                }
            }
            return new SheetLines(texts.written(), PackedNumbers.of(values), ends, Map.copyOf(exact), sold.written());
        }
    }
}
