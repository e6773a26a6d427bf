package app.loupe.review;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows by invoice date, then by number, then by id: the order that a window begins with, and in which rows stand that
 * are equal in the column they are ordered by. Documents without a date are drafts: they count as the newest. Immutable.
 */
final class DateOrder {
    private final int[] rows;

    private DateOrder(int[] rows) {
        this.rows = rows;
    }

    /** The rows, oldest first. Not to be changed. */
    int[] rows() {
        return rows;
    }

    /** Puts all rows in order. */
    static DateOrder of(List<LinedSheet> pages) {
        int count = pages.stream().mapToInt(page -> page.sheet().count).sum();
        var keys = new long[count];
        for (LinedSheet page : pages) {
            for (int i = 0; i < page.sheet().count; i++) {
                int row = page.row(i);
                keys[row] = ((long) day(page.sheet().dates[i]) << Integer.SIZE) | row;
            }
        }
        Arrays.sort(keys);
        var rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = (int) keys[i];
        }
        int from = 0;
        for (int to = 1; to <= count; to++) {
            if (to == count || (keys[to] >> Integer.SIZE) != (keys[from] >> Integer.SIZE)) {
                sortDay(pages, rows, from, to);
                from = to;
            }
        }
        return new DateOrder(rows);
    }

    private static int day(int day) {
        return day == Sheet.NO_DAY ? Integer.MAX_VALUE : day;
    }

    private record Keyed(String number, long id, int row) {
        private static final Comparator<Keyed> ORDER = Comparator
                .comparing(Keyed::number, NaturalKey::compare).thenComparingLong(Keyed::id);

        static Keyed of(List<LinedSheet> pages, int row) {
            Sheet sheet = pages.get(row / Sheet.MOST).sheet();
            int i = row % Sheet.MOST;
            return new Keyed(sheet.number(i), sheet.ids[i], row);
        }
    }

    private static void sortDay(List<LinedSheet> pages, int[] rows, int from, int to) {
        if (to - from < 2) {
            return;
        }
        var keyed = new Keyed[to - from];
        for (int i = from; i < to; i++) {
            keyed[i - from] = Keyed.of(pages, rows[i]);
        }
        Arrays.sort(keyed, Keyed.ORDER);
        for (int i = from; i < to; i++) {
            rows[i] = keyed[i - from].row();
        }
    }

    /** The order after these rows changed or were added: they alone are sorted, and put between the others. */
    DateOrder with(List<LinedSheet> pages, BitSet changed) {
        Comparator<Integer> order = comparator(pages);
        int[] news = changed.stream().boxed().sorted(order).mapToInt(Integer::intValue).toArray();
        int[] kept = IntStream.of(rows).filter(row -> !changed.get(row)).toArray();
        var merged = new int[kept.length + news.length];
        int taken = 0;
        for (int i = 0; i < news.length; i++) {
            int to = place(kept, taken, news[i], order);
            System.arraycopy(kept, taken, merged, taken + i, to - taken);
            merged[to + i] = news[i];
            taken = to;
        }
        System.arraycopy(kept, taken, merged, taken + news.length, kept.length - taken);
        return new DateOrder(merged);
    }

    /** How many of the kept rows stand before a row, at least as many as are known to. */
    private static int place(int[] kept, int known, int row, Comparator<Integer> order) {
        int from = known;
        int to = kept.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (order.compare(kept[middle], row) <= 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static Comparator<Integer> comparator(List<LinedSheet> pages) {
        return Comparator.<Integer>comparingInt(row -> day(pages.get(row / Sheet.MOST).sheet().dates[row % Sheet.MOST]))
                .thenComparing(row -> Keyed.of(pages, row), Keyed.ORDER);
    }
}
