package app.loupe.store;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The kinds of rows that are kept a second time by columns, and the id with which each changes. */
enum ColumnKind {
    /** Rows of the books: {@link RowProjection}. */
    INVOICES(0),
    /** Receivable and payable items of invoices, also those that count in no balance: {@link ItemRows}. */
    INVOICE_ITEMS(ItemRow.INVOICE),
    /** Printed lines: {@link LineProjection}. */
    PRINTED(0),
    /** The state of the invoices that are there: {@link StateRows}. */
    STATES(0),
    /** The same of other entries: {@link ItemRows}. */
    ENTRIES(ItemRow.ID, false),
    /** When Odoo wrote the items of other entries, these and all others: {@link StateRows}. */
    ITEMS(0, false);

    private final int key;
    private final boolean ofInvoices;

    ColumnKind(int key) {
        this(key, true);
    }

    ColumnKind(int key, boolean ofInvoices) {
        this.key = key;
        this.ofInvoices = ofInvoices;
    }

    /** The id with which a row changes: its own for an item of another entry, that of its invoice for all others. */
    long key(@Nullable Object[] row) {
        return (Long) Objects.requireNonNull(row[key]);
    }

    /** The order of rows in a segment: items of one invoice by their own ids, lines as they are printed. */
    Comparator<@Nullable Object[]> order() {
        Comparator<@Nullable Object[]> byKey = Comparator.comparingLong(this::key);
        return this == INVOICE_ITEMS ? byKey.thenComparingLong(ENTRIES::key) : byKey;
    }

    /** Whether rows change with an invoice. */
    boolean isOfInvoices() {
        return ofInvoices;
    }
}
