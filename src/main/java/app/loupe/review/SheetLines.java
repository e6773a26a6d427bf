package app.loupe.review;

import app.loupe.domain.Folding;
import app.loupe.domain.LineKind;
import app.loupe.domain.PrintedLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The printed lines of the invoices of one {@link Sheet}, as they are searched: what stands on the lines of an invoice,
 * one behind the other, and the amounts of its product lines. Immutable.
 */
final class SheetLines {
    /** Amounts are kept in millionths; the few that are no whole number of them, or too large, are kept as they are. */
    private static final int DECIMALS = 6;
    private static final int MOST_DIGITS = 18;

    private final RowTexts texts;
    private final long[] amounts;
    private final int[] ends;
    private final Map<Integer, List<BigDecimal>> exact;

    private SheetLines(RowTexts texts, long[] amounts, int[] ends, Map<Integer, List<BigDecimal>> exact) {
        this.texts = texts;
        this.amounts = amounts;
        this.ends = ends;
        this.exact = exact;
    }

    /** Bytes of all texts together. */
    int length() {
        return texts.length();
    }

    /** Marks the invoices with a line that contains an {@linkplain RowTexts#encoded encoded} form. */
    void mark(String form, boolean whole, BitSet into) {
        texts.mark(form, whole, into);
    }

    /** Marks the invoices with a product line whose price, or amount without or with tax, is this one. */
    void mark(BigDecimal amount, BitSet into) {
        BigDecimal size = amount.abs();
        if (!fits(size)) {
            exact.forEach((row, values) -> {
                if (values.stream().anyMatch(value -> value.compareTo(size) == 0)) {
                    into.set(row);
                }
            });
            return;
        }
        long wanted = millionths(size);
        int row = 0;
        for (int i = 0; i < amounts.length; i++) {
            if (amounts[i] == wanted) {
                while (ends[row] <= i) {
                    row++;
                }
                into.set(row);
            }
        }
    }

    private static boolean fits(BigDecimal size) {
        BigDecimal bare = size.stripTrailingZeros();
        return bare.scale() <= DECIMALS && bare.precision() - bare.scale() + DECIMALS <= MOST_DIGITS;
    }

    private static long millionths(BigDecimal size) {
        return size.setScale(DECIMALS, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }

    /** Collects the lines of a sheet, which come in no order; one thread. */
    static final class Writer {
        private final int count;
        private final @Nullable String[] texts;
        private final long[][] amounts;
        private final Map<Integer, List<BigDecimal>> exact = new HashMap<>();

        /** A writer for a sheet of so many rows. */
        Writer(int count) {
            this.count = count;
            texts = new String[count];
            amounts = new long[count][];
        }

        /** Adds a line of the invoice in a row. */
        void add(int row, PrintedLine line) {
            String searched = Folding.searchable(
                    line.product().isEmpty() ? line.label() : line.label() + "\n" + line.product());
            String before = texts[row];
            String encoded = RowTexts.encoded(searched);
            texts[row] = before == null ? encoded : before + "\n" + encoded;
            if (line.kind() == LineKind.PRODUCT) {
                Stream.of(line.priceUnit(), line.priceSubtotal(), line.priceTotal()).map(BigDecimal::abs)
                        .forEach(size -> add(row, size));
            }
        }

        private void add(int row, BigDecimal size) {
            if (!fits(size)) {
                exact.computeIfAbsent(row, none -> new ArrayList<>()).add(size);
                return;
            }
            long value = millionths(size);
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
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                texts[row] = from.texts.kept(row);
                amounts[row] = Arrays.copyOfRange(from.amounts, row == 0 ? 0 : from.ends[row - 1], from.ends[row]);
                List<BigDecimal> values = from.exact.get(row);
                if (values != null) {
                    exact.put(row, values);
                }
            }
        }

        SheetLines written() {
            var all = new RowTexts.Writer(count);
            int[] ends = new int[count];
            int end = 0;
            for (int row = 0; row < count; row++) {
                String text = texts[row];
                all.addEncoded(text == null ? "" : text);
                end += amounts[row] == null ? 0 : amounts[row].length;
                ends[row] = end;
            }
            var values = new long[end];
            for (int row = 0; row < count; row++) {
                if (amounts[row] != null) {
                    System.arraycopy(amounts[row], 0, values, row == 0 ? 0 : ends[row - 1], amounts[row].length);
                }
            }
            return new SheetLines(all.written(), values, ends, Map.copyOf(exact));
        }
    }
}
