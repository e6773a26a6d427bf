package app.loupe.owed;

import app.loupe.domain.DaysLate;
import app.loupe.domain.Money;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import app.loupe.domain.StatementEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the statements of a partner: one for each company and currency with an item up to the last day that moves something
 * in it.
 *
 * @param payable whether of what is owed to a vendor; else of what a customer owes
 * @param from the first day; what is older makes the opening balance; null for everything
 * @param to the last day
 * @param today the day of asking: what was open on a day before it may be uncertain
 */
public record Statements(boolean payable, @Nullable LocalDate from, LocalDate to, LocalDate today) {
    private static final Comparator<OwedItem> OLDEST_FIRST = Comparator
            .comparing((OwedItem item) -> item.dates().accounting()).thenComparingLong(item -> item.entry().id())
            .thenComparingLong(OwedItem::id);

    /** What was settled of an entry stands after it; the sort leaves what is equal in the order of the items. */
    private static final Comparator<Statement.Line> BY_DAY = Comparator.comparing(Statement.Line::date)
            .thenComparingLong(line -> line.entry().id())
            .thenComparing(line -> !(line.event() instanceof StatementEvent.Booked));

    private record Account(long company, long currency) implements Comparable<Account> {
        @Override
        public int compareTo(Account other) {
            return Comparator.comparingLong(Account::company).thenComparingLong(Account::currency).compare(this, other);
        }
    }

    private record Document(long entry, LocalDate date) {}

    private record Settled(long entry, LocalDate date, StatementEvent event) {}

    /**
     * The statements of a partner, by company and currency.
     *
     * @param ledger of the connection
     * @param partner Odoo's id of the commercial partner; 0 for items without one
     */
    public List<Statement> of(Subledger ledger, long partner) {
        OwedItems items = ledger.columns();
        boolean[] own = items
                .among(account -> account.payable() == payable && Ref.idOf(account.partner()) == partner);
        var accounts = new TreeMap<Account, List<OwedItem>>();
        for (int place = 0; place < items.size(); place++) {
            if (own[items.accountNumber(place)] && items.accounting(place) <= to.toEpochDay()) {
                OwedAccount of = items.account(place);
                accounts.computeIfAbsent(new Account(Ref.idOf(of.company()), Ref.idOf(of.currency())),
                        none -> new ArrayList<>()).add(items.get(place));
            }
        }
        return accounts.values().stream().filter(Statements::move).map(some -> statement(ledger, some)).toList();
    }

    private Statement statement(Subledger ledger, List<OwedItem> items) {
        items.sort(OLDEST_FIRST);
        OwedItem latest = items.stream().max(Comparator.comparingLong(OwedItem::id)).orElseThrow();
        String currency = Ref.nameOf(latest.currency());
        var documents = new LinkedHashMap<Document, List<OwedItem>>();
        for (OwedItem item : items) {
            documents.computeIfAbsent(new Document(item.entry().id(), item.dates().accounting()),
                    none -> new ArrayList<>()).add(item);
        }
        var all = new ArrayList<Statement.Line>();
        documents.values().stream().filter(Statements::move).forEach(own -> all.add(booked(ledger, own, currency)));
        all.addAll(settled(Beyond.of(ledger, places(ledger, items), to, today), currency));
        all.sort(BY_DAY);
        Money opening = Money.zero(currency);
        Money balance = opening;
        boolean exact = true;
        var lines = new ArrayList<Statement.Line>();
        for (Statement.Line line : all) {
            exact &= line.exact();
            Statement.Line after = line.after(balance, line.amount());
            balance = after.balance();
            if (from != null && line.date().isBefore(from)) {
                opening = balance;
            } else {
                lines.add(after);
            }
        }
        return new Statement(latest.company(), latest.partner(), currency, payable, from, to, opening, lines, exact);
    }

    private static int[] places(Subledger ledger, List<OwedItem> items) {
        return items.stream().mapToInt(item -> ledger.columns().place(item.id())).toArray();
    }

    private Statement.Line booked(Subledger ledger, List<OwedItem> own, String currency) {
        Money amount = Money.zero(currency);
        Money open = Money.zero(currency);
        LocalDate due = null;
        LocalDate last = null;
        boolean exact = true;
        boolean matched = false;
        var settles = new LinkedHashSet<OwedItem.Entry>();
        for (OwedItem item : own) {
            amount = amount.plus(money(item.amount(), currency));
            Subledger.Open then = ledger.open(item, to, today);
            Money left = money(then.amount(), currency);
            exact &= then.exact();
            open = open.plus(left);
            last = later(last, item.dates().due());
            if (left.signum() > 0) {
                due = earlier(due, item.dates().dueOrBooked());
            }
            matched |= then.amount().compareTo(item.amount()) != 0;
            for (Edge edge : ledger.edges(item)) {
                // a difference of exchange rates may be matched with it and settle nothing of it
                if (!edge.isNothing() && !edge.date().isAfter(to)) {
                    matched = true;
                    OwedItem.Entry other = edge.other();
                    if (other != null) {
                        settles.add(other);
                    }
                }
            }
        }
        OwedItem first = own.getFirst();
        return new Statement.Line(new StatementEvent.Booked(extent(matched, open)), first.entry(), first.invoice(),
                first.dates().accounting(), amount, amount, open, due == null ? last : due,
                due == null ? 0 : DaysLate.on(to, due), List.copyOf(settles), exact);
    }

    private static StatementEvent.Extent extent(boolean matched, Money open) {
        if (!matched) {
            return StatementEvent.Extent.NOTHING;
        }
        return open.signum() == 0 ? StatementEvent.Extent.ALL : StatementEvent.Extent.PART;
    }

    /**
     * Whether items move anything in their currency: a difference of exchange rates may be one of the company's currency
     * alone. A document without an amount is one all the same.
     */
    private static boolean move(List<OwedItem> items) {
        return items.stream().anyMatch(item -> item.entry().type() != null || item.amount().signum() != 0
                || item.open().signum() != 0);
    }

    /** One line for what was settled of one entry in one way on one day. */
    private List<Statement.Line> settled(List<Beyond.Part> parts, String currency) {
        var lines = new LinkedHashMap<Settled, Statement.Line>();
        for (Beyond.Part part : parts) {
            OwedItem item = part.item();
            Money amount = money(part.amount(), currency).negated();
            var line = new Statement.Line(part.event(), item.entry(), item.invoice(), part.date(), amount, amount,
                    Money.zero(currency), null, 0, part.others().stream().distinct().toList(),
                    part.exact());
            lines.merge(new Settled(item.entry().id(), part.date(), part.event()), line, Statements::both);
        }
        return lines.values().stream().filter(line -> line.amount().signum() != 0).toList();
    }

    private static Statement.Line both(Statement.Line one, Statement.Line other) {
        Money amount = one.amount().plus(other.amount());
        return new Statement.Line(one.event(), one.entry(), one.invoice(), one.date(), amount, amount, one.open(),
                null, 0, Stream.concat(one.settles().stream(), other.settles().stream()).distinct().toList(),
                one.exact() && other.exact());
    }

    private Money money(BigDecimal signed, String currency) {
        return new Money(payable ? signed.negate() : signed, currency);
    }

    private static LocalDate earlier(@Nullable LocalDate one, LocalDate other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}
