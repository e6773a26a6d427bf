package app.loupe.review;

import app.loupe.domain.InvoiceKey;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.RandomAccess;
import java.util.Set;
import java.util.stream.IntStream;

/** Rows of {@link Books} in an order, each made when it is asked for: of 100,000 a window shows thirty. Immutable. */
public final class RowList extends AbstractList<ReviewRow> implements RandomAccess {
    private final Books books;
    private final int[] rows;

    RowList(Books books, int... rows) {
        this.books = books;
        this.rows = rows;
    }

    @Override
    public ReviewRow get(int index) {
        return books.row(rows[index]);
    }

    @Override
    public int size() {
        return rows.length;
    }

    /** How many companies the books are of, whether these rows are of all or not: two connections have no company in common. */
    public int companies() {
        return (int) books.places().all().stream().map(place -> List.of(place.connection(), place.company())).distinct()
                .count();
    }

    /** The same rows, the newest first; those that are equal as they stand in the books. */
    public RowList newestFirst() {
        var listed = new BitSet();
        for (int row : rows) {
            listed.set(row);
        }
        return new RowList(books, Ranking.of(books.byDate()).sorted(listed, false));
    }

    /** Whether it is the same rows of the same books: known without making any. */
    public boolean isOf(RowList other) {
        return books == other.books && Arrays.equals(rows, other.rows);
    }

    /** The place of an invoice; -1 when it is not among them. */
    public int indexOf(InvoiceKey key) {
        OptionalInt wanted = books.rowOf(key);
        for (int i = 0; wanted.isPresent() && i < rows.length; i++) {
            if (rows[i] == wanted.getAsInt()) {
                return i;
            }
        }
        return -1;
    }

    /** The places of these invoices, in the order of the list; one walk over it, however many they are. */
    public int[] indicesOf(Set<InvoiceKey> keys) {
        return keys.isEmpty()
                ? new int[0]
                : IntStream.range(0, rows.length).filter(i -> keys.contains(books.key(rows[i]))).toArray();
    }

    /** Only those at these places. */
    public RowList only(int... indices) {
        return new RowList(books, Arrays.stream(indices).filter(i -> i < rows.length).map(i -> rows[i]).toArray());
    }

    /** What they come to. */
    public Totals totals() {
        return TotalsCount.of(books, rows);
    }

    /** {@inheritDoc} By its key, without making all rows. */
    @Override
    public int indexOf(Object row) {
        int found = row instanceof ReviewRow reviewed ? indexOf(reviewed.row().key()) : -1;
        return found >= 0 && get(found).equals(row) ? found : -1;
    }

    @Override
    public int lastIndexOf(Object row) {
        return indexOf(row);
    }

    @Override
    public boolean contains(Object row) {
        return indexOf(row) >= 0;
    }
}
