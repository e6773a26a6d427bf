package app.loupe.review;

import app.loupe.domain.Invoice;
import app.loupe.domain.MoveLine;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
     * @param base what was booked on the lines that name a tax of the group, each once, also on those of another tax; unsigned
     *     in the same way. Empty where the copy does not know it: where no line names one of its taxes, as those of a group
     *     of taxes
     */
    public record Group(String name, BigDecimal amount, Optional<BigDecimal> base) {}

    /** What of a group was added up. */
    private static final class Sum {
        private final Set<Long> taxes = new HashSet<>();
        private BigDecimal amount = BigDecimal.ZERO;

        void add(MoveLine line, BigDecimal printed) {
            Ref tax = line.taxes().tax();
            taxes.add(Ref.idOf(tax));
            amount = amount.add(printed);
        }

        Optional<BigDecimal> base(Invoice invoice) {
            List<MoveLine> naming = invoice.lines().stream()
                    .filter(line -> !Collections.disjoint(line.taxes().ids(), taxes)).toList();
            return naming.stream().flatMap(line -> line.taxes().ids().stream()).toList().containsAll(taxes)
                    ? Optional.of(naming.stream().map(line -> printed(invoice, line))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    : Optional.empty();
        }
    }

    /** Adds the tax lines of an invoice by group. */
    public static TaxSummary of(Invoice invoice) {
        var sums = new LinkedHashMap<String, Sum>();
        BigDecimal rest = invoice.amounts().tax();
        for (MoveLine line : invoice.lines()) {
            if (line.isTax()) {
                BigDecimal amount = printed(invoice, line);
                sums.computeIfAbsent(name(line), none -> new Sum()).add(line, amount);
                rest = rest.subtract(amount);
            }
        }
        return new TaxSummary(
                sums.entrySet().stream().map(entry -> new Group(entry.getKey(), entry.getValue().amount,
                        entry.getValue().base(invoice))).toList(),
                rest);
    }

    private static BigDecimal printed(Invoice invoice, MoveLine line) {
        return invoice.type().printed(line.posting().amountCurrency());
    }

    private static String name(MoveLine line) {
        return Ref.nameOr(line.taxes().group(), Ref.nameOr(line.taxes().tax(), line.label()));
    }
}
