package app.loupe.domain;

import java.math.BigDecimal;
import java.util.List;

/**
 * A receivable or payable item that was reconciled in full or in part, with what is needed to find out who paid what.
 *
 * @param invoice the invoice it is a line of; 0 for an item of another entry
 * @param currency Odoo's id of its currency; 0 for none
 * @param settled how much of it is no longer open: {@code amount_currency - amount_residual_currency}, in its own
 *     currency
 * @param partials ids of the partial reconciliations that name it
 */
public record ReconciledItem(long id, long invoice, long currency, BigDecimal settled, List<Long> partials) {
    /** Copies the ids. */
    public ReconciledItem {
        partials = List.copyOf(partials);
    }
}
