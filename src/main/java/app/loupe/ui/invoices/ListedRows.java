package app.loupe.ui.invoices;

import app.loupe.domain.InvoiceKey;
import app.loupe.review.Books;
import app.loupe.review.Heading;
import app.loupe.review.Listed;
import app.loupe.review.ReviewRow;
import app.loupe.review.RowList;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableListBase;

/**
 * The lines that the table shows, rows and headings, replaced as a whole without making one of them: the table asks for
 * those that are seen. On the FX thread only.
 */
final class ListedRows extends ObservableListBase<Listed> {
    /** More than a screen is high. */
    private static final int KEPT = 256;

    private Lines lines = new Lines(Books.EMPTY.list(), new Headings(List.of(), Set.of(), 0));
    /** The table takes a row for changed when it is another object. */
    private final Map<Integer, Listed> seen = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Listed> eldest) {
            return size() > KEPT;
        }
    };

    /** Shows these rows from now on, without headings. */
    void show(RowList now) {
        show(now, new Headings(List.of(), Set.of(), now.size()));
    }

    /** Shows these rows from now on. */
    void show(RowList now, Headings headings) {
        Lines before = lines;
        lines = new Lines(now, headings);
        seen.clear();
        if (!(before.isEmpty() && lines.isEmpty())) {
            fireChange(new Replaced(this, before));
        }
    }

    /** All rows, also those that are folded away. */
    RowList rows() {
        return lines.rows;
    }

    /** Where the headings are. */
    Headings headings() {
        return lines.headings;
    }

    /** The line of an invoice; -1 when it is on none. */
    int lineOf(InvoiceKey key) {
        return lines.headings.lineOf(lines.rows.indexOf(key));
    }

    /** Where the same invoice or the same group stands now; -1 for nowhere. */
    int lineOf(Listed before) {
        return switch (before) {
            case ReviewRow row -> lineOf(row.row().key());
            case Heading heading -> lines.headings.lineOf(heading.group().key());
        };
    }

    /** The rows on these lines; headings are passed over. */
    RowList rowsOn(List<Integer> some) {
        return lines.rows.only(some.stream().mapToInt(Integer::intValue).filter(line -> line >= 0 && line < size())
                .map(lines.headings::rowOn).filter(row -> row >= 0).toArray());
    }

    /** The lines of these invoices, as far as they are on any. */
    int[] linesOf(Set<InvoiceKey> keys) {
        return Arrays.stream(lines.rows.indicesOf(keys)).map(lines.headings::lineOf).filter(line -> line >= 0)
                .toArray();
    }

    @Override
    public Listed get(int index) {
        return seen.computeIfAbsent(index, lines::get);
    }

    @Override
    public int size() {
        return lines.size();
    }

    @Override
    public int indexOf(Object line) {
        return lines.indexOf(line);
    }

    /** Rows with their headings. */
    private static final class Lines extends AbstractList<Listed> {
        private final RowList rows;
        private final Headings headings;

        Lines(RowList rows, Headings headings) {
            this.rows = rows;
            this.headings = headings;
        }

        @Override
        public Listed get(int index) {
            int row = headings.rowOn(index);
            return row < 0 ? headings.on(index).orElseThrow() : rows.get(row);
        }

        @Override
        public int size() {
            return headings.size();
        }

        /** {@inheritDoc} Without making all rows. */
        @Override
        public int indexOf(Object line) {
            if (line instanceof Heading heading) {
                int found = headings.lineOf(heading.group().key());
                return found >= 0 && get(found).equals(line) ? found : -1;
            }
            return headings.lineOf(rows.indexOf(line));
        }
    }

    /** Every line by another. */
    private static final class Replaced extends ListChangeListener.Change<Listed> {
        private final Lines before;
        private boolean told;

        Replaced(ListedRows rows, Lines before) {
            super(rows);
            this.before = before;
        }

        @Override
        public boolean next() {
            boolean first = !told;
            told = true;
            return first;
        }

        @Override
        public void reset() {
            told = false;
        }

        @Override
        public int getFrom() {
            return 0;
        }

        @Override
        public int getTo() {
            return getList().size();
        }

        @Override
        public List<Listed> getRemoved() {
            return before;
        }

        @Override
        protected int[] getPermutation() {
            return new int[0];
        }
    }
}
