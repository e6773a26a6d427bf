package app.loupe.review;

import app.loupe.domain.Invoice;
import app.loupe.domain.Money;
import app.loupe.domain.MoveLine;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * The journal items of an invoice as the copy holds them, in Odoo's order: all that book something, without sections and
 * notes. What they add up to is in the company's currency, in which an entry balances.
 */
public record JournalItems(List<MoveLine> items, Money debit, Money credit) {
    /** Copies the items. */
    public JournalItems {
        items = List.copyOf(items);
    }

    /** Those of this invoice. */
    public static JournalItems of(Invoice invoice) {
        List<MoveLine> items = invoice.lines().stream().filter(line -> !line.kind().isText()).toList();
        Ref currency = invoice.booking().companyCurrency();
        return new JournalItems(items, Money.of(sum(items, MoveLine.Posting::debit), currency),
                Money.of(sum(items, MoveLine.Posting::credit), currency));
    }

    private static BigDecimal sum(List<MoveLine> items, Function<MoveLine.Posting, BigDecimal> side) {
        return items.stream().map(item -> side.apply(item.posting())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether debit and credit come to the same, as they do in every entry that is whole. */
    public boolean isBalanced() {
        return debit.equals(credit);
    }
}
