package app.loupe.review;

import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an invoice is due, as screens, papers and what else people read say it beside its status: on the first day on which
 * something that is open is due, because an invoice is overdue when any of its instalments is. Odoo's own day is that of the
 * last.
 *
 * @param day as {@link ReviewRow#shownDueDate}; null where there is none
 * @param last as {@link ReviewRow#lastDueDate}
 * @param late how many of its instalments are late; 0 when no money is to come
 * @param instalments all of them, the paid ones too; none when all of it is due at once
 */
public record Due(@Nullable LocalDate day, Optional<LocalDate> last, int late, List<Instalment> instalments) {
    /** Copies the list. */
    public Due {
        instalments = List.copyOf(instalments);
    }

    /** Of an invoice on a day. */
    public static Due of(ReviewRow row, Invoice invoice, LocalDate today) {
        List<Instalment> parts = Instalment.of(invoice, today);
        int late = row.openDueDate().isEmpty()
                ? 0
                : (int) parts.stream().filter(part -> part.status() == InvoiceStatus.OVERDUE).count();
        return new Due(row.shownDueDate(), row.lastDueDate(), late, parts);
    }
}
