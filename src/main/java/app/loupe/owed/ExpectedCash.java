package app.loupe.owed;

import app.loupe.domain.Money;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When the open instalments of customers are likely to be paid: at best on their due date, likely as late as the customer
 * usually pays, at worst as late as nine in ten of the customer's payments; never before the day of the forecast. Of a
 * customer who has not paid an invoice yet, the habit of all customers is taken. Credit notes and payments that are not
 * matched yet are no instalments.
 *
 * @param day the first day of the first week
 * @param instalments in the order of their likely days
 */
public record ExpectedCash(LocalDate day, List<Instalment> instalments) {
    /** How many weeks are told apart; what comes later is one sum. */
    public static final int WEEKS = 13;

    private static final int DAYS = 7;

    /** Copies the list. */
    public ExpectedCash {
        instalments = List.copyOf(instalments);
    }

    /** What the days are taken from. */
    public enum Scenario {
        /** Everybody pays when it is due. */
        BEST,
        /** Everybody pays as usual. */
        LIKELY,
        /** Everybody pays as late as they do one time in ten. */
        WORST
    }

    /**
     * One instalment, with the day of each scenario.
     *
     * @param foreseen whether the likely day can be told to somebody who asks for this instalment: the customer's own
     *     habit is known by enough invoices, and it is not already later than nine in ten of them were paid. Forecasts of many add up the
     *     others, too
     */
    public record Instalment(OwedItem item, Money open, LocalDate best, LocalDate likely, LocalDate worst,
            boolean foreseen) {
        /** The day in a scenario. */
        public LocalDate day(Scenario scenario) {
            return switch (scenario) {
                case BEST -> best;
                case LIKELY -> likely;
                case WORST -> worst;
            };
        }
    }

    /**
     * What was to come in to one connection at the end of a day: of what was open then, by the habits that were known then.
     * As of today it is what Odoo says is open, also of what is booked for a day to come.
     *
     * @param today the day of asking
     */
    public static ExpectedCash of(Subledger ledger, LocalDate day, LocalDate today) {
        PaymentHabits habits = ledger.habits(false, day, today);
        var instalments = new ArrayList<Instalment>();
        if (day.isBefore(today)) {
            new AgedBalance(day, false, AgedBalance.By.DUE, today).each(ledger, item -> true,
                    (item, left) -> add(instalments, item, left.amount(), habits, day));
        } else {
            ledger.items().stream().filter(item -> !item.payable())
                    .forEach(item -> add(instalments, item, item.open(), habits, day));
        }
        instalments.sort(Comparator.comparing(Instalment::likely).thenComparingLong(one -> one.item().id()));
        return new ExpectedCash(day, instalments);
    }

    private static void add(List<Instalment> to, OwedItem item, BigDecimal open, PaymentHabits habits,
            LocalDate from) {
        if (item.invoice() == 0 || open.signum() <= 0) {
            return;
        }
        PaymentHabit own = habits.byPartner().get(Ref.idOf(item.partner()));
        PaymentHabit habit = own == null ? habits.all() : own;
        LocalDate due = item.dates().dueOrBooked();
        LocalDate worst = due.plusDays(habit == null ? 0 : habit.worst());
        boolean foreseen = own != null && own.invoices() >= PaymentHabit.ENOUGH && !worst.isBefore(from);
        to.add(new Instalment(item, Money.of(open, item.currency()), notBefore(from, due),
                notBefore(from, due.plusDays(habit == null ? 0 : habit.usual())), notBefore(from, worst), foreseen));
    }

    private static LocalDate notBefore(LocalDate first, LocalDate day) {
        return day.isBefore(first) ? first : day;
    }

    /** The instalments of one currency that come in a week, from 0; in week {@link #WEEKS} all that come later. */
    public List<Instalment> in(int week, Scenario scenario, String currency) {
        return instalments.stream().filter(one -> one.open().currency().equals(currency)
                && week(one.day(scenario)) == week).toList();
    }

    /** What they come to. */
    public Money sum(int week, Scenario scenario, String currency) {
        return in(week, scenario, currency).stream().map(Instalment::open).reduce(Money.zero(currency), Money::plus);
    }

    private int week(LocalDate coming) {
        return (int) Math.min(WEEKS, ChronoUnit.DAYS.between(day, coming) / DAYS);
    }
}
