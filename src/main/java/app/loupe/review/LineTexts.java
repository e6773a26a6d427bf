package app.loupe.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands on the lines of many invoices, to be searched. The same products are sold again and again: a text stands here
 * once, and each invoice has the numbers of its own, each once. Immutable.
 */
final class LineTexts {
    private final RowTexts texts;
    private final int[] numbers;
    private final int[] ends;

    private LineTexts(RowTexts texts, int[] numbers, int... ends) {
        this.texts = texts;
        this.numbers = numbers;
        this.ends = ends;
    }

    /** Which of these invoices have a line that contains one of some {@linkplain RowTexts#encoded encoded} forms. */
    BitSet holding(List<String> forms, boolean whole, BitSet among) {
        var all = new BitSet();
        all.set(0, texts.size());
        BitSet hits = texts.holding(forms, whole, all);
        var found = new BitSet();
        if (!hits.isEmpty()) {
            for (int row = among.nextSetBit(0); row >= 0 && row < ends.length; row = among.nextSetBit(row + 1)) {
                int i = first(row);
                while (i < ends[row] && !hits.get(numbers[i])) {
                    i++;
                }
                found.set(row, i < ends[row]);
            }
        }
        return found;
    }

    private int first(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    /** Bytes of all texts together. */
    int length() {
        return texts.length();
    }

    /** Collects the texts of the lines of so many invoices, which come in no order; one thread. */
    static final class Writer {
        private final Map<String, Integer> known = new HashMap<>();
        private final List<String> all = new ArrayList<>();
        private final int[][] rows;

        Writer(int count) {
            rows = new int[count][0];
        }

        /** Adds the text of a line, {@linkplain RowTexts#encoded encoded}. */
        void add(int row, String text) {
            Integer before = known.putIfAbsent(text, all.size());
            int number = before == null ? all.size() : before;
            if (before == null) {
                all.add(text);
            }
            int[] own = rows[row];
            if (Arrays.stream(own).noneMatch(same -> same == number)) {
                rows[row] = Arrays.copyOf(own, own.length + 1);
                rows[row][own.length] = number;
            }
        }

        /** Takes over what stood on the lines of these invoices. */
        void keep(LineTexts from, BitSet kept) {
            for (int row = kept.nextSetBit(0); row >= 0; row = kept.nextSetBit(row + 1)) {
                for (int i = from.first(row); i < from.ends[row]; i++) {
                    add(row, from.texts.kept(from.numbers[i]));
                }
            }
        }

        LineTexts written() {
            var writer = new RowTexts.Writer(all.size());
            all.forEach(writer::addEncoded);
            var ends = new int[rows.length];
            int end = 0;
            for (int row = 0; row < rows.length; row++) {
                end += rows[row].length;
                ends[row] = end;
            }
            return new LineTexts(writer.written(), Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray(), ends);
        }
    }
}
