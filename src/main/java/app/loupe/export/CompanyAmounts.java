package app.loupe.export;

import app.loupe.domain.Invoice;
import app.loupe.domain.MoveState;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a document comes to in the currency of its company, as Odoo signs it; null where the copy does not know that currency.
 *
 * @param tax the rest of the total: Odoo has no such field in all versions
 * @param residual also null where nobody owes it, on drafts and cancelled documents
 */
record CompanyAmounts(@Nullable BigDecimal untaxed, @Nullable BigDecimal tax, @Nullable BigDecimal total,
        @Nullable BigDecimal residual) {
    /** Of this document. */
    static CompanyAmounts of(Invoice invoice) {
        Ref own = invoice.booking().companyCurrency();
        if (own == null) {
            return new CompanyAmounts(null, null, null, null);
        }
        Invoice.SignedAmounts signed = invoice.amounts().signed();
        return new CompanyAmounts(OdooWords.money(signed.untaxed(), own),
                OdooWords.money(signed.total().subtract(signed.untaxed()), own), OdooWords.money(signed.total(), own),
                invoice.state() == MoveState.POSTED ? OdooWords.money(signed.residual(), own) : null);
    }
}
