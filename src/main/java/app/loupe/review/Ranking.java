package app.loupe.review;

import java.util.Arrays;
import java.util.BitSet;

/** The order of all rows by one column, worked out once: a question walks along it instead of sorting. Immutable. */
final class Ranking {
    private final int[] rows;
    /** The key of each of {@link #rows}, at its place. */
    private final int[] keys;

    /** The places where sections begin that stand one after the other both ways. */
    private final int[] sections;

    private Ranking(int[] rows, int[] keys, int... sections) {
        this.rows = rows;
        this.keys = keys;
        this.sections = sections;
    }

    /** That of the dates, in which no two rows are equal. */
    static Ranking of(DateOrder dates) {
        int[] rows = dates.rows();
        var keys = new int[rows.length];
        Arrays.setAll(keys, place -> place);
        return new Ranking(rows, keys, 0);
    }

    /** That of keys by row; rows with the same key have the newest first. */
    static Ranking of(int[] byRow, DateOrder dates) {
        return of(byRow, dates, 0);
    }

    /**
     * The same in sections, which stand one after the other whichever way each of them is ordered.
     *
     * @param sections the least key of each, which is how many rows stand before it
     */
    static Ranking of(int[] byRow, DateOrder dates, int... sections) {
        int[] oldest = dates.rows();
        int count = oldest.length;
        var sorted = new long[count];
        for (int i = 0; i < count; i++) {
            sorted[i] = ((long) byRow[oldest[count - 1 - i]] << Integer.SIZE) | i;
        }
        Arrays.sort(sorted);
        var rows = new int[count];
        var keys = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = oldest[count - 1 - (int) sorted[i]];
            keys[i] = (int) (sorted[i] >> Integer.SIZE);
        }
        return new Ranking(rows, keys, sections);
    }

    /** The found rows in this order; rows that are equal stay newest first both ways. */
    int[] sorted(BitSet found, boolean ascending) {
        var sorted = new int[found.cardinality()];
        int at = 0;
        for (int section = 0; section < sections.length && at < sorted.length; section++) {
            int begin = sections[section];
            int to = section + 1 < sections.length ? sections[section + 1] : rows.length;
            while (at < sorted.length && to > begin) {
                int from = ascending ? begin : group(begin, to);
                for (int i = from; i < to && at < sorted.length; i++) {
                    int row = rows[i];
                    if (found.get(row)) {
                        sorted[at++] = row;
                    }
                }
                to = from;
            }
        }
        return sorted;
    }

    /** Where the rows of a section begin that are equal to the one before a place. */
    private int group(int begin, int to) {
        int from = to - 1;
        while (from > begin && keys[from - 1] == keys[to - 1]) {
            from--;
        }
        return from;
    }
}
