package app.loupe.owed;

import app.loupe.domain.Money;
import app.loupe.domain.Ref;
import app.loupe.domain.StatementEvent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How one partner stands with one company in one currency on a day, with the rows behind each figure.
 *
 * @param statement of the days that were asked for
 * @param everything the statement from the first day on
 * @param open each item of which something was open, the latest first: they add up to what is owed
 * @param next the instalment that was likely to be paid next, of those whose day can be foreseen; the first of the others when
 *     there is no such one; empty for vendors, and when none was open
 */
public record PartnerAccount(Statement statement, Statement everything, List<AgedItem> open,
        Optional<ExpectedCash.Instalment> next) {
    /** Copies the list. */
    public PartnerAccount {
        open = List.copyOf(open);
    }

    /**
     * One calendar year.
     *
     * @param documents how many invoices and credit notes
     * @param invoiced what they added, credit notes taken off
     * @param settled what payments and other entries took away, and what was settled otherwise
     * @param balance at its end, or on the last day
     */
    public record Year(int year, int documents, Money invoiced, Money settled, Money balance) {}

    /**
     * The accounts of a partner, by company and currency; none when nothing was booked up to the day.
     *
     * @param asked which statement
     * @param partner Odoo's id of the commercial partner; 0 for items without one
     */
    public static List<PartnerAccount> of(Subledger ledger, Statements asked, long partner) {
        List<Statement> everything = new Statements(asked.payable(), null, asked.to(), asked.today()).of(ledger,
                partner);
        List<Statement> statements = asked.from() == null ? everything : asked.of(ledger, partner);
        List<AgedItem> aged = new AgedBalance(asked.to(), asked.payable(), AgedBalance.By.DUE, asked.today())
                .openItems(ledger, partner);
        LocalDate day = asked.to().isBefore(asked.today()) ? asked.to() : asked.today();
        List<ExpectedCash.Instalment> expected = asked.payable()
                ? List.of()
                : ExpectedCash.of(ledger, account -> Ref.idOf(account.partner()) == partner, day, asked.today())
                        .instalments();
        var accounts = new ArrayList<PartnerAccount>();
        for (int i = 0; i < everything.size(); i++) {
            Statement whole = everything.get(i);
            accounts.add(new PartnerAccount(statements.get(i), whole,
                    aged.stream().filter(one -> isOf(one.account(), whole))
                            .sorted(AgedOrder.OLDEST.items(CurrencyOrder.BY_CODE)).toList(),
                    next(expected.stream().filter(one -> isOf(one.account(), whole)).toList())));
        }
        return accounts;
    }

    /**
     * The accounts of a partner with nothing in them, for a day up to which nothing was booked: one for each company that books
     * something with them on another day, and each currency of that.
     *
     * @param asked which statement
     * @param partner Odoo's id of the commercial partner; 0 for items without one
     * @param currency the code of the one that was asked for, in which they need have nothing; empty for their own
     */
    public static List<PartnerAccount> untouched(Subledger ledger, Statements asked, long partner, String currency) {
        OwedItems items = ledger.columns();
        boolean[] own = items
                .among(account -> account.payable() == asked.payable() && Ref.idOf(account.partner()) == partner);
        return IntStream.range(0, items.size()).filter(place -> own[items.accountNumber(place)])
                .mapToObj(items::account).distinct()
                .map(of -> empty(of, asked, currency.isEmpty() ? Ref.nameOf(of.currency()) : currency)).distinct()
                .toList();
    }

    private static PartnerAccount empty(OwedAccount of, Statements asked, String currency) {
        var statement = new Statement(of.company(), of.partner(), currency, asked.payable(), asked.from(),
                asked.to(), Money.zero(currency), List.of(), true);
        return new PartnerAccount(statement, statement, List.of(), Optional.empty());
    }

    private static Optional<ExpectedCash.Instalment> next(List<ExpectedCash.Instalment> expected) {
        return expected.stream().filter(ExpectedCash.Instalment::foreseen).findFirst()
                .or(() -> expected.stream().findFirst());
    }

    private static boolean isOf(OwedAccount item, Statement statement) {
        return Ref.idOf(item.company()) == Ref.idOf(statement.company())
                && Ref.idOf(item.partner()) == Ref.idOf(statement.partner())
                && Ref.nameOf(item.currency()).equals(statement.currency());
    }

    /** All that was owed: the balance at the end of the statement, and what is open added up. */
    public Money owed() {
        return sum(open);
    }

    /** Of how many entries it is not certain what was open: so is the balance, then. */
    public long uncertain() {
        return everything.lines().stream().filter(line -> line.event() instanceof StatementEvent.Booked)
                .filter(line -> !line.exact()).count();
    }

    /** Whether entries from before the days that were asked for are in the opening balance alone. */
    public boolean isShortened() {
        return statement.lines().size() < everything.lines().size();
    }

    /** What of it was late. */
    public List<AgedItem> late() {
        return open.stream().filter(one -> one.bucket() != AgeBucket.NOT_DUE).toList();
    }

    /** What some of the items come to. */
    public Money sum(List<AgedItem> some) {
        return some.stream().map(AgedItem::owed).reduce(Money.zero(everything.currency()), Money::plus);
    }

    /** What was owed by how late it was: adds up to {@link #owed}. */
    public Map<AgeBucket, Money> byAge() {
        var ages = new EnumMap<AgeBucket, Money>(AgeBucket.class);
        for (AgeBucket bucket : AgeBucket.values()) {
            ages.put(bucket, sum(in(bucket)));
        }
        return ages;
    }

    /** The items of one age. */
    public List<AgedItem> in(AgeBucket bucket) {
        return open.stream().filter(one -> one.bucket() == bucket).toList();
    }

    /** How many invoices and credit notes something was open of. */
    public long openInvoices() {
        return open.stream().mapToLong(AgedItem::invoice).filter(id -> id != 0).distinct().count();
    }

    /** How many days the latest was late; 0 when nothing was. */
    public long oldest() {
        return open.stream().filter(one -> one.owed().signum() > 0).mapToLong(AgedItem::days).max().orElse(0);
    }

    /** The calendar years in which something was booked, the present one first. */
    public List<Year> years() {
        var years = new TreeMap<Integer, Year>();
        for (Statement.Line line : everything.lines()) {
            LocalDate date = line.date();
            Money zero = Money.zero(everything.currency());
            Year before = years.getOrDefault(date.getYear(), new Year(date.getYear(), 0, zero, zero, zero));
            boolean invoice = line.isInvoice();
            years.put(date.getYear(), new Year(date.getYear(), before.documents() + (invoice ? 1 : 0),
                    invoice ? before.invoiced().plus(line.amount()) : before.invoiced(),
                    invoice ? before.settled() : before.settled().minus(line.amount()), line.balance()));
        }
        return List.copyOf(years.descendingMap().values());
    }

    /** The account of this company and currency; the {@link #largest} when there is none. */
    public static Optional<PartnerAccount> choose(List<PartnerAccount> accounts, @Nullable Ref company,
            String currency) {
        return accounts.stream()
                .filter(one -> one.everything().currency().equals(currency)
                        && Ref.idOf(one.everything().company()) == Ref.idOf(company))
                .findFirst().or(() -> largest(accounts));
    }

    /**
     * The one in which most is open: in company currency, at the rates that Odoo booked with; the one with most open items
     * where the companies keep their books in different currencies. The first of those that are equal; empty without any.
     */
    public static Optional<PartnerAccount> largest(List<PartnerAccount> accounts) {
        boolean comparable = accounts.stream().flatMap(one -> one.open().stream())
                .map(one -> one.item().booked().currency()).filter(Objects::nonNull).map(Ref::name).distinct().limit(2)
                .count() < 2;
        PartnerAccount largest = null;
        for (PartnerAccount one : accounts) {
            if (largest == null || one.weight(comparable).compareTo(largest.weight(comparable)) > 0) {
                largest = one;
            }
        }
        return Optional.ofNullable(largest);
    }

    private BigDecimal weight(boolean comparable) {
        return comparable
                ? open.stream().map(PartnerAccount::booked).reduce(BigDecimal.ZERO, BigDecimal::add)
                : BigDecimal.valueOf(open.size());
    }

    private static BigDecimal booked(AgedItem one) {
        BigDecimal amount = one.item().amount();
        return amount.signum() == 0
                ? BigDecimal.ZERO
                : one.owed().amount().multiply(one.item().booked().balance())
                        .divide(amount, MathContext.DECIMAL64);
    }

    /** Whether anything is open, also where it adds up to nothing or is a credit. */
    public boolean isOpen() {
        return !open.isEmpty();
    }

    /** The other accounts in which something is open, in their order. */
    public List<PartnerAccount> besides(List<PartnerAccount> accounts) {
        return accounts.stream().filter(one -> !one.equals(this) && one.isOpen()).toList();
    }
}
