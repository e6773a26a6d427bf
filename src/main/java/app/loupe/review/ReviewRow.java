package app.loupe.review;

import app.loupe.domain.InvoiceRow;
import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.MoveState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One invoice as an owner reviews it: a row of the copy, with refunds negative. Made for the rows that are seen. */
public record ReviewRow(InvoiceRow row) implements Listed {
    /** Total in document currency; negative when it gives money back. */
    public BigDecimal signedTotal() {
        return row.type().signed(row.amounts().total());
    }

    /** Amount due in document currency; negative when it gives money back. */
    public BigDecimal signedDue() {
        return row.type().signed(row.amounts().residual());
    }

    /** The same as far as anybody owes it: empty on drafts and cancelled documents, which are in no sum. */
    public Optional<BigDecimal> owed() {
        return row.state() == MoveState.POSTED ? Optional.of(signedDue()) : Optional.empty();
    }

    /** The one status on a day; of an invoice that does not count ({@link Counting}) why it does not. */
    public InvoiceStatus status(LocalDate today) {
        return Standing.of(row).status(row.firstOpenDue(), today);
    }

    /**
     * The due date, of instalments that of the first that is open, as long as money is still to come: empty on drafts,
     * cancelled, paid and reversed documents, and on those that do not count.
     */
    public Optional<LocalDate> openDueDate() {
        return Standing.of(row).isOpen() ? Optional.ofNullable(row.firstOpenDue()) : Optional.empty();
    }

    /** The due date to be shown beside the status: {@link #openDueDate}, or else the one that Odoo has; null without one. */
    public @Nullable LocalDate shownDueDate() {
        return openDueDate().orElse(row.dueDate());
    }

    /** When the last instalment is due, as long as money is to come on an earlier day; empty when all is due on one. */
    public Optional<LocalDate> lastDueDate() {
        return Optional.ofNullable(row.dueDate())
                .filter(last -> openDueDate().filter(first -> first.isBefore(last)).isPresent());
    }
}
