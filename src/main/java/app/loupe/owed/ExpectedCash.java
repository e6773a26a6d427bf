package app.loupe.owed;

import app.loupe.domain.Money;
import app.loupe.domain.OwedItem;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the open instalments of customers are likely to be paid: at best on their due date, likely as late as the customer
 * usually pays, at worst as late as nine in ten of the customer's payments; never before today. Of a customer who has not
 * paid an invoice yet, the habit of all customers is taken. Credit notes and payments that are not matched yet are no
 * instalments.
 *
 * @param today the first day of the first week
 * @param instalments in the order of their likely days
 */
public record ExpectedCash(LocalDate today, List<Instalment> instalments) {
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

    /** One instalment, with the day of each scenario. */
    public record Instalment(OwedItem item, Money open, LocalDate best, LocalDate likely, LocalDate worst) {
        /** The day in a scenario. */
        public LocalDate day(Scenario scenario) {
            return switch (scenario) {
                case BEST -> best;
                case LIKELY -> likely;
                case WORST -> worst;
            };
        }
    }

    /** What is to come in to one connection. */
    public static ExpectedCash of(Subledger ledger, LocalDate today) {
        Map<Long, PaymentHabit> habits = PaymentHabit.of(ledger);
        PaymentHabit common = PaymentHabit.ofAll(ledger);
        var instalments = new ArrayList<Instalment>();
        for (OwedItem item : ledger.items()) {
            if (!item.payable() && item.invoice() != 0 && item.open().signum() > 0) {
                PaymentHabit habit = habits.getOrDefault(item.partner() == null ? 0L : item.partner().id(), common);
                instalments.add(instalment(item, habit, today));
            }
        }
        instalments.sort(Comparator.comparing(Instalment::likely).thenComparingLong(one -> one.item().id()));
        return new ExpectedCash(today, instalments);
    }

    private static Instalment instalment(OwedItem item, @Nullable PaymentHabit habit, LocalDate today) {
        LocalDate due = item.dates().due() == null ? item.dates().accounting() : item.dates().due();
        return new Instalment(item, Money.of(item.open(), item.currency()), notBefore(today, due),
                notBefore(today, due.plusDays(habit == null ? 0 : habit.usual())),
                notBefore(today, due.plusDays(habit == null ? 0 : habit.worst())));
    }

    private static LocalDate notBefore(LocalDate today, LocalDate day) {
        return day.isBefore(today) ? today : day;
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

    /** What the likely day of the next instalment of a partner is; empty when none is open. */
    public Optional<Instalment> next(long partner) {
        return instalments.stream()
                .filter(one -> (one.item().partner() == null ? 0 : one.item().partner().id()) == partner).findFirst();
    }

    private int week(LocalDate day) {
        return (int) Math.min(WEEKS, ChronoUnit.DAYS.between(today, day) / DAYS);
    }
}
