package app.loupe.owed;

import app.loupe.domain.Money;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import app.loupe.domain.StatementEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything between one company and one partner in one currency, oldest first, with the balance after each: Odoo's partner
 * ledger, and with it what settled something of it and stands in another one, so that the balance is what is open. Positive
 * is what is owed: by the customer, or to the vendor.
 *
 * @param partner the commercial partner; null for items without one
 * @param from the first day; null for everything
 * @param to the last day
 * @param opening the balance before the first day
 * @param lines by date, then by entry, what was settled of an entry after it
 * @param exact whether what was open of each item is certain, also of those before the first day
 */
public record Statement(@Nullable Ref company, @Nullable Ref partner, String currency, boolean payable,
        @Nullable LocalDate from, LocalDate to, Money opening, List<Line> lines, boolean exact) {
    /** Copies the lines. */
    public Statement {
        lines = List.copyOf(lines);
    }

    /**
     * One entry of the statement, an invoice with all its instalments or a payment; or what was settled of one by something
     * that the statement does not hold.
     *
     * @param event which of both
     * @param entry what was booked, or settled
     * @param invoice Odoo's id of the invoice; 0 for another entry
     * @param date the accounting date, or from when on it was settled
     * @param amount what it added
     * @param balance after it
     * @param open what of it was open on the last day; nothing of what was settled
     * @param due the earliest day from which on something that is open is late, its accounting date where it has no due date;
     *     the due date of the last instalment when nothing is open; null without one
     * @param days how late the latest of its open instalments was on the last day; 0 when none was
     * @param settles the entries on the other sides of its reconciliations, each once
     * @param exact whether what was open of it, or that it was settled by then, is certain
     */
    public record Line(StatementEvent event, OwedItem.Entry entry, long invoice, LocalDate date, Money amount,
            Money balance, Money open, @Nullable LocalDate due, long days, List<OwedItem.Entry> settles,
            boolean exact) {
        /** Copies the list. */
        public Line {
            settles = List.copyOf(settles);
        }

        /** Whether it is an invoice or a credit note itself. */
        public boolean isInvoice() {
            return invoice != 0 && event instanceof StatementEvent.Booked;
        }

        /** How many days it is late; 0 when nothing of it is to be paid any more. */
        public long late() {
            return open.signum() > 0 ? days : 0;
        }

        /** The same after another balance. */
        Line after(Money before, Money added) {
            return new Line(event, entry, invoice, date, amount, before.plus(added), open, due, days, settles, exact);
        }
    }

    /** The balance at the end of the last day: what is open, and what the aged list says of the same day. */
    public Money closing() {
        return lines.isEmpty() ? opening : lines.getLast().balance();
    }

    /** What the invoices among the lines added, credit notes taken off. */
    public Money invoiced() {
        return sum(true);
    }

    /** What payments and other entries took away, and what was settled otherwise. */
    public Money settled() {
        return sum(false).negated();
    }

    private Money sum(boolean invoices) {
        return lines.stream().filter(line -> line.isInvoice() == invoices).map(Line::amount)
                .reduce(Money.zero(currency), Money::plus);
    }

    /** The same with the lines alone of which something is open, each with the sum of those so far. */
    public Statement openOnly() {
        var open = new ArrayList<Line>();
        Money balance = Money.zero(currency);
        for (Line line : lines) {
            if (line.open().signum() != 0) {
                Line after = line.after(balance, line.open());
                balance = after.balance();
                open.add(after);
            }
        }
        return new Statement(company, partner, currency, payable, from, to, Money.zero(currency), open, exact);
    }
}
