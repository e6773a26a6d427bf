package app.loupe.store;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.hibernate.query.SelectionQuery;

/**
 * Reads many rows a part at a time, in the order of an id: H2 holds a whole answer in memory before it gives the first
 * row, however few are fetched at once.
 */
final class InParts {
    /** Rows in one part: a few hundred kilobytes of figures and names. */
    static final int ROWS = 2_000;

    private InParts() {}

    /**
     * Gives every row of a query; the rows of one id follow each other.
     *
     * @param id   the column that orders them, as the query calls it, with which an index begins
     * @param idOf the same of a row
     * @param from the query with a further condition at its end
     * @param most rows of one part, more only while they are all of one id
     */
    static <T> void each(String id, ToLongFunction<T> idOf, Function<String, SelectionQuery<T>> from, int most,
            Consumer<T> consumer) {
        String next = " and " + id + " > :after order by " + id;
        long after = Long.MIN_VALUE;
        int size = most;
        while (true) {
            List<T> part = from.apply(next).setParameter("after", after).setMaxResults(size).list();
            if (part.size() < size) {
                part.forEach(consumer);
                return;
            }
            // the last id may go on in the next part
            long last = idOf.applyAsLong(part.getLast());
            int whole = size;
            while (whole > 0 && idOf.applyAsLong(part.get(whole - 1)) == last) {
                whole--;
            }
            part.subList(0, whole).forEach(consumer);
            after = whole == 0 ? after : last - 1;
            size = whole == 0 ? size * 2 : most;
        }
    }
}
