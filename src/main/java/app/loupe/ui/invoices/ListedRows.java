package app.loupe.ui.invoices;

import app.loupe.review.Books;
import app.loupe.review.ReviewRow;
import app.loupe.review.RowList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableListBase;

/**
 * The rows that the table shows, replaced as a whole without making one of them: the table asks for those that are seen.
 * On the FX thread only.
 */
final class ListedRows extends ObservableListBase<ReviewRow> {
    /** More than a screen is high. */
    private static final int KEPT = 256;

    private RowList rows = Books.EMPTY.list();
    /** The table takes a row for changed when it is another object. */
    private final Map<Integer, ReviewRow> seen = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, ReviewRow> eldest) {
            return size() > KEPT;
        }
    };

    /** Shows these rows from now on. */
    void show(RowList now) {
        RowList before = rows;
        rows = now;
        seen.clear();
        if (!(before.isEmpty() && now.isEmpty())) {
            fireChange(new Replaced(this, before));
        }
    }

    @Override
    public ReviewRow get(int index) {
        return seen.computeIfAbsent(index, rows::get);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public int indexOf(Object row) {
        return rows.indexOf(row);
    }

    /** Every row by another. */
    private static final class Replaced extends ListChangeListener.Change<ReviewRow> {
        private final RowList before;
        private boolean told;

        Replaced(ListedRows rows, RowList before) {
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
        public List<ReviewRow> getRemoved() {
            return before;
        }

        @Override
        protected int[] getPermutation() {
            return new int[0];
        }
    }
}
