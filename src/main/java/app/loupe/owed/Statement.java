package app.loupe.owed;

import app.loupe.domain.Money;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything between one company and one partner in one currency, oldest first, with the balance after each: Odoo's partner
 * ledger. Positive is what is owed: by the customer, or to the vendor.
 *
 * @param partner the commercial partner; null for items without one
 * @param from the first day; null for everything
 * @param to the last day
 * @param opening the balance before the first day
 * @param lines by accounting date, then by entry
 * @param exact whether what was open of each line is certain
 */
public record Statement(@Nullable Ref company, @Nullable Ref partner, String currency, boolean payable,
        @Nullable LocalDate from, LocalDate to, Money opening, List<Line> lines, boolean exact) {
    /** Copies the lines. */
    public Statement {
        lines = List.copyOf(lines);
    }

    /**
     * One entry of the statement: an invoice with all its instalments, a payment.
     *
     * @param entry what was booked
     * @param invoice Odoo's id of the invoice; 0 for another entry
     * @param items of the entry
     * @param amount what it added
     * @param balance after it
     * @param open what of it was open on the last day
     * @param due the earliest due date of what is open; of the last instalment when nothing is; null without one
     * @param days how late the latest of its open instalments was on the last day; 0 when none was
     * @param settles the entries on the other sides of its reconciliations, each once
     */
    public record Line(OwedItem.Entry entry, long invoice, LocalDate date, List<OwedItem> items, Money amount,
            Money balance, Money open, @Nullable LocalDate due, long days, List<OwedItem.Entry> settles) {
        /** Copies the lists. */
        public Line {
            items = List.copyOf(items);
            settles = List.copyOf(settles);
        }
    }

    /** The balance at the end of the last day: what the aged list says of the same day. */
    public Money closing() {
        return lines.isEmpty() ? opening : lines.getLast().balance();
    }

    /** What the invoices among the lines added, credit notes taken off. */
    public Money invoiced() {
        return sum(true);
    }

    /** What payments and other entries took away. */
    public Money settled() {
        return sum(false).negated();
    }

    private Money sum(boolean invoices) {
        return lines.stream().filter(line -> (line.invoice() != 0) == invoices).map(Line::amount)
                .reduce(Money.zero(currency), Money::plus);
    }

    /** The same with the lines alone of which something is open, each with the sum of those so far. */
    public Statement openOnly() {
        var open = new ArrayList<Line>();
        Money balance = Money.zero(currency);
        for (Line line : lines) {
            if (line.open().signum() != 0) {
                balance = balance.plus(line.open());
                open.add(new Line(line.entry(), line.invoice(), line.date(), line.items(), line.amount(), balance,
                        line.open(), line.due(), line.days(), line.settles()));
            }
        }
        return new Statement(company, partner, currency, payable, from, to, Money.zero(currency), open, exact);
    }
}
