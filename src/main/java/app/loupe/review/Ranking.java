package app.loupe.review;

import java.util.Arrays;
import java.util.BitSet;

/** The order of all rows by one column, worked out once: a question walks along it instead of sorting. Immutable. */
final class Ranking {
    private final int[] rows;
    private final int[] ranks;

    private Ranking(int[] rows, int[] ranks) {
        this.rows = rows;
        this.ranks = ranks;
    }

    /** That of the dates, in which no two rows are equal. */
    static Ranking of(DateOrder dates) {
        int[] rows = dates.rows();
        var ranks = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            ranks[rows[i]] = i;
        }
        return new Ranking(rows, ranks);
    }

    /** That of keys by row; rows with the same key have the newest first. */
    static Ranking of(int[] keys, DateOrder dates) {
        int[] oldest = dates.rows();
        int count = oldest.length;
        var sorted = new long[count];
        for (int i = 0; i < count; i++) {
            int row = oldest[count - 1 - i];
            sorted[i] = (long) keys[row] << Integer.SIZE | i;
        }
        Arrays.sort(sorted);
        var rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = oldest[count - 1 - (int) sorted[i]];
        }
        return new Ranking(rows, keys);
    }

    /** The found rows in this order; rows that are equal stay newest first both ways. */
    int[] sorted(BitSet found, boolean ascending) {
        var sorted = new int[found.cardinality()];
        int at = 0;
        int to = rows.length;
        int from = ascending ? 0 : group(to);
        while (at < sorted.length) {
            for (int i = from; i < to; i++) {
                if (found.get(rows[i])) {
                    sorted[at++] = rows[i];
                }
            }
            to = from;
            from = to == 0 ? 0 : group(to);
        }
        return sorted;
    }

    /** Where the rows begin that are equal to the one before a place. */
    private int group(int to) {
        int from = to - 1;
        while (from > 0 && ranks[rows[from - 1]] == ranks[rows[to - 1]]) {
            from--;
        }
        return from;
    }
}
