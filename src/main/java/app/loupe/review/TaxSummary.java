package app.loupe.review;

import app.loupe.domain.Invoice;
import app.loupe.domain.MoveLine;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The tax groups of an invoice, added up from its tax lines as the server wrote them; rates and totals are never
 * recomputed, because Odoo's versions round differently. A cash rounding that Odoo adds to the biggest tax is part of that
 * tax's group. Groups and {@code rest} together are Odoo's {@code amount_tax} to the last digit.
 *
 * @param groups in the order of the lines
 * @param rest what Odoo's tax has beyond the groups, as when a tax line could not be read; zero otherwise
 */
public record TaxSummary(List<Group> groups, BigDecimal rest) {
    /** Copies the list. */
    public TaxSummary {
        groups = List.copyOf(groups);
    }

    /**
     * One group, in document currency.
     *
     * @param name the group's name, else the tax's, else the line's
     * @param amount unsigned like the document's own total: positive for an ordinary tax, on refunds too
     */
    public record Group(String name, BigDecimal amount) {}

    /** Adds the tax lines of an invoice by group. */
    public static TaxSummary of(Invoice invoice) {
        var sums = new LinkedHashMap<String, BigDecimal>();
        BigDecimal rest = invoice.amounts().tax();
        for (MoveLine line : invoice.lines()) {
            if (line.isTax()) {
                BigDecimal amount = invoice.type().printed(line.posting().amountCurrency());
                sums.merge(name(line), amount, BigDecimal::add);
                rest = rest.subtract(amount);
            }
        }
        return new TaxSummary(
                sums.entrySet().stream().map(entry -> new Group(entry.getKey(), entry.getValue())).toList(), rest);
    }

    private static String name(MoveLine line) {
        return Ref.nameOr(line.taxes().group(), Ref.nameOr(line.taxes().tax(), line.label()));
    }
}
