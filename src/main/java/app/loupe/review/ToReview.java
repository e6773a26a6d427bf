package app.loupe.review;

import app.loupe.domain.InvoiceKey;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What waits for the owner, as the review inbox has it: marked in Odoo, changed since it was reviewed, or reminded of, and not reviewed since.
 *
 * @param invoices those that wait
 * @param flagged how many invoices the owner flagged, whether they wait or not
 */
public record ToReview(Set<InvoiceKey> invoices, int flagged) {
    /** Copies the set. */
    public ToReview {
        invoices = Set.copyOf(invoices);
    }

    /** What these marks say of these books on a day. */
    static ToReview of(Books books, Marks marks, LocalDate today) {
        return new ToReview(found(books, marks, today, MarkChoice.TO_REVIEW).stream().map(row -> row.row().key())
                .collect(Collectors.toSet()), found(books, marks, today, MarkChoice.FLAGGED).size());
    }

    private static RowList found(Books books, Marks marks, LocalDate today, MarkChoice choice) {
        var filter = new InvoiceFilter(Set.of(), Set.of(), InvoicePeriod.Relative.ALL, "", Set.of(choice),
                InvoiceQuery.EMPTY);
        return books.list(books.find(filter, today, marks).inOrder());
    }
}
