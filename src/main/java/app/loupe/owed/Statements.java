package app.loupe.owed;

import app.loupe.domain.Money;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the statements of a partner: one for each company and currency with an item up to the last day.
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

    private record Account(long company, long currency) implements Comparable<Account> {
        @Override
        public int compareTo(Account other) {
            return Comparator.comparingLong(Account::company).thenComparingLong(Account::currency).compare(this, other);
        }
    }

    private record Document(long entry, LocalDate date) {}

    /**
     * The statements of a partner, by company and currency.
     *
     * @param ledger of the connection
     * @param partner Odoo's id of the commercial partner; 0 for items without one
     */
    public List<Statement> of(Subledger ledger, long partner) {
        var accounts = new TreeMap<Account, List<OwedItem>>();
        for (OwedItem item : ledger.items()) {
            if (item.payable() == payable && id(item.partner()) == partner && !item.dates().accounting().isAfter(to)) {
                accounts.computeIfAbsent(new Account(id(item.company()), id(item.currency())),
                        none -> new ArrayList<>())
                        .add(item);
            }
        }
        return accounts.values().stream().map(items -> statement(ledger, items)).toList();
    }

    private Statement statement(Subledger ledger, List<OwedItem> items) {
        items.sort(OLDEST_FIRST);
        OwedItem latest = items.stream().max(Comparator.comparingLong(OwedItem::id)).orElseThrow();
        String currency = latest.currency() == null ? "" : latest.currency().name();
        Money opening = Money.zero(currency);
        var documents = new LinkedHashMap<Document, List<OwedItem>>();
        for (OwedItem item : items) {
            if (from != null && item.dates().accounting().isBefore(from)) {
                opening = opening.plus(money(item.amount(), currency));
            } else {
                documents.computeIfAbsent(new Document(item.entry().id(), item.dates().accounting()),
                        none -> new ArrayList<>()).add(item);
            }
        }
        var lines = new ArrayList<Statement.Line>();
        Money balance = opening;
        boolean exact = true;
        for (List<OwedItem> own : documents.values()) {
            Statement.Line line = line(ledger, own, balance, currency);
            balance = line.balance();
            exact &= own.stream().allMatch(item -> ledger.open(item, to, today).exact());
            lines.add(line);
        }
        return new Statement(latest.company(), latest.partner(), currency, payable, from, to, opening, lines, exact);
    }

    private Statement.Line line(Subledger ledger, List<OwedItem> own, Money before, String currency) {
        Money amount = Money.zero(currency);
        Money open = Money.zero(currency);
        LocalDate due = null;
        LocalDate last = null;
        var settles = new LinkedHashSet<OwedItem.Entry>();
        for (OwedItem item : own) {
            amount = amount.plus(money(item.amount(), currency));
            Money left = money(ledger.open(item, to, today).amount(), currency);
            open = open.plus(left);
            LocalDate day = item.dates().due();
            last = later(last, day);
            if (left.signum() > 0) {
                due = earlier(due, day);
            }
            ledger.edges(item).stream().filter(edge -> !edge.date().isAfter(to)).map(Subledger.Edge::other)
                    .forEach(other -> {
                        if (other != null) {
                            settles.add(other.entry());
                        }
                    });
        }
        OwedItem first = own.getFirst();
        return new Statement.Line(first.entry(), first.invoice(), first.dates().accounting(), own, amount,
                before.plus(amount), open, due == null ? last : due,
                due == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(due, to)), List.copyOf(settles));
    }

    private Money money(BigDecimal signed, String currency) {
        return new Money(payable ? signed.negate() : signed, currency);
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    private static long id(@Nullable Ref ref) {
        return ref == null ? 0 : ref.id();
    }
}
