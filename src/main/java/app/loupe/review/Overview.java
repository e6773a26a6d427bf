package app.loupe.review;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.KeptDays;
import app.loupe.domain.Money;
import app.loupe.owed.CurrencyView;
import app.loupe.owed.ExpectedCash;
import app.loupe.owed.Owing;
import app.loupe.owed.PaymentHabit;
import app.loupe.owed.Subledger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The figures of the first screen, in one money, on a day; each can say the rows behind it.
 *
 * @param day as of its end everything is told
 * @param receivable what customers owe
 * @param payable what is owed to vendors
 * @param invoiced what was invoiced to customers
 * @param cash when customers are likely to pay, for each connection
 * @param debtors customers by what they owe, most first
 * @param products best-selling first, over the last twelve months, of the documents in this currency alone whatever the
 *     view: Odoo books no other amount of a line; empty until the books have lines
 * @param toReview what waits to be reviewed, once it is {@link #marked}; empty on a day in the past, of which nobody knows what was
 *     marked
 * @param kept from which day on there are documents in the copies at all
 * @param halted how many of the documents behind what is late for customers are in payment or blocked, which no list calls overdue;
 *     none on a day in the past, of which nobody knows what their state was
 */
public record Overview(CurrencyView view, LocalDate day, Owing receivable, Owing payable, Invoiced invoiced,
        Map<ConnectionId, ExpectedCash> cash, List<Debtor> debtors, Optional<ProductSales> products,
        Optional<ToReview> toReview, KeptDays kept, int halted) {
    /** Over how many days the days to get paid are told. */
    public static final int DSO_DAYS = 90;
    /** How many months the chart shows. */
    public static final int MONTHS = 12;

    /** Copies the collections. */
    public Overview {
        cash = Map.copyOf(cash);
        debtors = List.copyOf(debtors);
    }

    /** One month, and the same month of the year before up to the same day. */
    public record Month(YearMonth month, Money now, Money before) {}

    /**
     * Of the books of some connections and what is owed there, as of the end of a day: what was open then, months and sales
     * until then, and what was to be expected by how customers had paid until then. Documents count as they are in the books
     * today. What waits to be reviewed comes with {@link #marked}.
     *
     * @param books with lines when products are asked for
     * @param day today, or one before
     * @param today the day of asking
     */
    public static Overview of(Books books, Map<ConnectionId, Subledger> ledgers, CurrencyView view, LocalDate day,
            LocalDate today) {
        var habits = new HashMap<ConnectionId, Map<Long, PaymentHabit>>();
        var cash = new HashMap<ConnectionId, ExpectedCash>();
        ledgers.forEach((connection, ledger) -> {
            habits.put(connection, PaymentHabit.of(ledger, false, day, today));
            cash.put(connection, ExpectedCash.of(ledger, view, day, today));
        });
        Owing receivable = Owing.of(ledgers, view, false, day, today);
        return new Overview(view, day, receivable, Owing.of(ledgers, view, true, day, today),
                Invoiced.of(books, view, false), cash, Debtor.of(receivable, habits),
                books.hasLines()
                        ? Optional.of(ProductSales.of(books, view.currency(), false, firstDay(day), day))
                        : Optional.empty(),
                Optional.empty(), KeptDays.EVERYTHING, day.isBefore(today) ? 0 : halted(books, receivable, today));
    }

    /** What is owed goes by the items, as in Odoo's own aged report; a payment without an entry leaves them open. */
    private static int halted(Books books, Owing receivable, LocalDate today) {
        Set<InvoiceKey> late = Owing.invoices(receivable.overdueShares());
        var filter = new InvoiceFilter(Set.of(), Set.of(StatusChoice.IN_PAYMENT, StatusChoice.BLOCKED),
                InvoicePeriod.Relative.ALL, "", InvoiceQuery.EMPTY);
        return late.isEmpty() ? 0 : books.list(books.find(filter.among(late), today).inOrder()).size();
    }

    /** The same of copies that hold documents from these days on. */
    public Overview kept(KeptDays days) {
        return new Overview(view, day, receivable, payable, invoiced, cash, debtors, products, toReview, days,
                halted);
    }

    /**
     * The same with what the owner wrote to the invoices.
     *
     * @param books the ones that it is of
     * @param today the day of asking
     */
    public Overview marked(Books books, Marks marks, LocalDate today) {
        return new Overview(view, day, receivable, payable, invoiced, cash, debtors, products,
                day.isBefore(today) ? Optional.empty() : Optional.of(ToReview.of(books, marks, today)), kept, halted);
    }

    /** The first day of the twelve months that end on a day. */
    public static LocalDate firstDay(LocalDate day) {
        return YearMonth.from(day).minusMonths(MONTHS - 1L).atDay(1);
    }

    /** Of how many items it is not certain what was open. */
    public long uncertain() {
        return receivable.uncertain() + payable.uncertain();
    }

    /** What was invoiced this month so far, and in the same month of the year before up to the same day. */
    public Month thisMonth() {
        return month(YearMonth.from(day));
    }

    /** The last twelve months, oldest first: whole months, and the present one to the same day of both years. */
    public List<Month> months() {
        YearMonth last = YearMonth.from(day);
        return IntStream.range(0, MONTHS).mapToObj(i -> month(last.minusMonths(MONTHS - 1L - i))).toList();
    }

    private Month month(YearMonth month) {
        return new Month(month, invoicedIn(month), invoicedIn(month.minusYears(1)));
    }

    private Money invoicedIn(YearMonth month) {
        return invoiced.untaxed(month.atDay(1), lastDay(month));
    }

    /** The documents of a month that its figure is of. */
    public RowList rows(YearMonth month) {
        return invoiced.rows(month.atDay(1), lastDay(month));
    }

    /** Whether nothing of a month is in the copies: no figure can be told of it, not even nought. */
    public boolean isNotKept(YearMonth month) {
        return kept.isNothingTo(lastDay(month));
    }

    /** Whether a month is in all of the copies from its first day on, so that another can be compared with it. */
    public boolean isWhollyKept(YearMonth month) {
        return kept.isWholeFrom(month.atDay(1));
    }

    /** Whether nothing up to its day is in the copies: what was sold until then is not known, and not nothing. */
    public boolean isBeforeCopies() {
        return kept.isNothingTo(day);
    }

    /** Whether a copy begins on a day: who owed something before that day is not in it. */
    public boolean isOfPart() {
        return kept.all().isPresent();
    }

    /**
     * From when the best-selling products are counted, where that is later than twelve months ago: from the first day that any
     * of the copies holds. What others hold from a later day on is counted from there, and takes nothing from these. Never after
     * its day.
     */
    public Optional<LocalDate> soldFrom() {
        return kept.any().filter(firstDay(day)::isBefore).filter(first -> !first.isAfter(day));
    }

    /** Whether the copies hold all the days that the days to get paid are told of. */
    public boolean hasDaysToGetPaid() {
        return kept.isWholeFrom(day.minusDays(DSO_DAYS - 1L));
    }

    /**
     * Up to which day a month is told: the present one, and the one it is compared with, up to the same day. On its last
     * day the present month is whole, and so is the other, which has a day more where it is the February of a leap year.
     */
    public LocalDate lastDay(YearMonth month) {
        YearMonth present = YearMonth.from(day);
        boolean whole = day.equals(present.atEndOfMonth());
        return !whole && (month.equals(present) || month.equals(present.minusYears(1)))
                ? month.atDay(Math.min(day.getDayOfMonth(), month.lengthOfMonth()))
                : month.atEndOfMonth();
    }

    /**
     * Days to get paid (days sales outstanding): what customers owe for what was invoiced to them in the last ninety days,
     * both with tax, times ninety; to one decimal. Empty when nothing was invoiced in that time,
     * or not all of it is in the copies.
     */
    public Optional<BigDecimal> daysToGetPaid() {
        Money total = invoiced.total(day.minusDays(DSO_DAYS - 1L), day);
        return total.signum() <= 0 || !hasDaysToGetPaid()
                ? Optional.empty()
                : Optional.of(receivable.outstanding().amount().multiply(BigDecimal.valueOf(DSO_DAYS))
                        .divide(total.amount(), 1, RoundingMode.HALF_UP));
    }

    /** What is likely to come in in a week of a scenario, over all connections. */
    public Money cash(int week, ExpectedCash.Scenario scenario) {
        return cash.values().stream().map(one -> one.sum(week, scenario, view.currency()))
                .reduce(Money.zero(view.currency()), Money::plus);
    }

    /** The invoices that it is expected from. */
    public Set<InvoiceKey> expected(int week, ExpectedCash.Scenario scenario) {
        var keys = new HashSet<InvoiceKey>();
        cash.forEach((connection, one) -> one.in(week, scenario, view.currency())
                .forEach(instalment -> keys.add(new InvoiceKey(connection, instalment.invoice()))));
        return keys;
    }
}
