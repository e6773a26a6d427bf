package app.loupe.export;

import app.loupe.domain.ReadTogether;
import app.loupe.review.RowList;
import java.util.List;

/**
 * Invoices that somebody chose from a list.
 *
 * @param read the connections whose list it was
 * @param rows in the order of the list
 * @param filters how they were chosen, in words
 * @param groups of these rows
 */
public record InvoiceSelection(ReadTogether read, RowList rows, List<String> filters, InvoiceGroups groups) {
    /** Copies the list. */
    public InvoiceSelection {
        filters = List.copyOf(filters);
    }

    /** Without headings. */
    public InvoiceSelection(ReadTogether read, RowList rows, List<String> filters) {
        this(read, rows, filters, InvoiceGroups.none(rows));
    }
}
