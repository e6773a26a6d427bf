package app.loupe.review;

import app.loupe.domain.Invoice;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveLine;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tax groups of an invoice, added up from its tax lines as the server wrote them; rates and totals are never
 * recomputed, because Odoo's versions round differently.
 *
 * @param groups in the order of the lines
 */
public record TaxSummary(List<Group> groups) {
    /** Copies the list. */
    public TaxSummary {
        groups = List.copyOf(groups);
    }

    /**
     * One group, in document currency.
     *
     * @param name the group's name, else the tax's, else the line's
     * @param amount signed like the document's own total: positive for an ordinary tax, on refunds too
     */
    public record Group(String name, BigDecimal amount) {}

    /** Adds the tax lines of an invoice by group. */
    public static TaxSummary of(Invoice invoice) {
        var sums = new LinkedHashMap<String, BigDecimal>();
        for (MoveLine line : invoice.lines()) {
            if (line.kind() == LineKind.TAX) {
                sums.merge(name(line), printed(invoice, line), BigDecimal::add);
            }
        }
        return new TaxSummary(
                sums.entrySet().stream().map(entry -> new Group(entry.getKey(), entry.getValue())).toList());
    }

    private static String name(MoveLine line) {
        return refName(line.taxGroup(), refName(line.tax(), line.label()));
    }

    private static String refName(@Nullable Ref ref, String otherwise) {
        return ref == null || ref.name().isBlank() ? otherwise : ref.name();
    }

    /** Money that comes in is booked as a credit, which Odoo writes negative. */
    private static BigDecimal printed(Invoice invoice, MoveLine line) {
        boolean credited = invoice.type().isSale() != invoice.type().isRefund();
        return credited ? line.amountCurrency().negate() : line.amountCurrency();
    }
}
