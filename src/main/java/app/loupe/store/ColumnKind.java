package app.loupe.store;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is kept a second time by columns, and by which id it changes. */
enum ColumnKind {
    /** Rows of the books: {@link RowProjection}. */
    INVOICES(0),
    /** Receivable and payable items of invoices: {@link OwedRows}. */
    OWED(1),
    /** Printed lines: {@link LineProjection}. */
    PRINTED(0),
    /** Receivable and payable items of other entries: {@link OwedRows}. */
    ENTRIES(0);

    private final int key;

    ColumnKind(int key) {
        this.key = key;
    }

    /** The id that a row changes with: of an item of another entry its own, of all others that of their invoice. */
    long key(@Nullable Object[] row) {
        return (Long) Objects.requireNonNull(row[key]);
    }

    /** The order of rows in a segment: items of one invoice by their own ids, lines as they are printed. */
    Comparator<@Nullable Object[]> order() {
        Comparator<@Nullable Object[]> byKey = Comparator.comparingLong(this::key);
        return this == OWED ? byKey.thenComparingLong(ENTRIES::key) : byKey;
    }

    /** Whether rows change with an invoice. */
    boolean isOfInvoices() {
        return this != ENTRIES;
    }
}
