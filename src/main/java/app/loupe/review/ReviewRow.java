package app.loupe.review;

import app.loupe.domain.Folding;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.MoveState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One invoice as an owner reviews it: the row of the copy, ready to be searched, with refunds negative.
 *
 * @param searchText number, partner, VAT, references, source document, company and salesperson, ready to be searched
 *     ({@link Folding#searchable}), one a line so that no phrase spans two of them
 */
public record ReviewRow(InvoiceRow row, String searchText) {
    /** Prepares a row: done once per load, not once per search. */
    public static ReviewRow of(InvoiceRow row) {
        return new ReviewRow(row,
                Folding.searchable(String.join("\n", row.number(), row.partnerName(), row.partnerVat(),
                        row.ref(), row.paymentReference(), row.origin(), row.company(), row.salesperson())));
    }

    /** Total in document currency; negative when it gives money back. */
    public BigDecimal signedTotal() {
        return row.type().signed(row.total());
    }

    /** Amount due in document currency; negative when it gives money back. */
    public BigDecimal signedDue() {
        return row.type().signed(row.residual());
    }

    /** The one status on a day; of an invoice that does not count ({@link Counting}) why it does not. */
    public InvoiceStatus status(LocalDate today) {
        return switch (row.presence()) {
            case PRESENT -> InvoiceStatus.of(row.state(), row.paymentState(), row.dueDate(), today);
            case REMOVED_IN_ODOO -> InvoiceStatus.REMOVED_IN_ODOO;
            case NO_LONGER_ACCESSIBLE -> InvoiceStatus.NO_LONGER_ACCESSIBLE;
        };
    }

    /**
     * The due date as long as money is still to come: empty on drafts, cancelled, paid and reversed documents, and on
     * those that do not count.
     */
    public Optional<LocalDate> openDueDate() {
        if (row.state() != MoveState.POSTED || !Counting.counts(row)) {
            return Optional.empty();
        }
        return switch (row.paymentState()) {
            case NOT_PAID, PARTIAL, BLOCKED -> Optional.ofNullable(row.dueDate());
            case IN_PAYMENT, PAID, REVERSED, LEGACY -> Optional.empty();
        };
    }
}
