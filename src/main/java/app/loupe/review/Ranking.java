package app.loupe.review;

import java.util.Arrays;
import java.util.BitSet;

/** The order of all rows by one column, worked out once: a question walks along it instead of sorting. Immutable. */
final class Ranking {
    private final int[] rows;
    /** The key of each of {@link #rows}, at its place. */
    private final int[] keys;

    private Ranking(int[] rows, int[] keys) {
        this.rows = rows;
        this.keys = keys;
    }

    /** That of the dates, in which no two rows are equal. */
    static Ranking of(DateOrder dates) {
        int[] rows = dates.rows();
        var keys = new int[rows.length];
        Arrays.setAll(keys, place -> place);
        return new Ranking(rows, keys);
    }

    /** That of keys by row; rows with the same key have the newest first. */
    static Ranking of(int[] byRow, DateOrder dates) {
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
        return new Ranking(rows, keys);
    }

    /** The found rows in this order; rows that are equal stay newest first both ways. */
    int[] sorted(BitSet found, boolean ascending) {
        var sorted = new int[found.cardinality()];
        int at = 0;
        int to = rows.length;
        while (at < sorted.length) {
            int from = ascending ? 0 : group(to);
            for (int i = from; i < to && at < sorted.length; i++) {
                int row = rows[i];
                if (found.get(row)) {
                    sorted[at++] = row;
                }
            }
            to = from;
        }
        return sorted;
    }

    /** Where the rows begin that are equal to the one before a place. */
    private int group(int to) {
        int from = to - 1;
        while (from > 0 && keys[from - 1] == keys[to - 1]) {
            from--;
        }
        return from;
    }
}
