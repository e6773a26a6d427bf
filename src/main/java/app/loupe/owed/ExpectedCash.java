package app.loupe.owed;

import app.loupe.domain.Money;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** One instalment, with the day of each scenario. There may be very many: each knows where its item stands. Immutable. */
    public static final class Instalment {
        private final OwedItems items;
        private final int place;
        private final Money open;
        private final int best;
        private final int likely;
        private final int worst;
        private final boolean foreseen;

        /** @param days of the scenarios in their order, since 1970 */
        private Instalment(OwedItems items, int place, Money open, long[] days, boolean foreseen) {
            this.items = items;
            this.place = place;
            this.open = open;
            best = (int) days[0];
            likely = (int) days[1];
            worst = (int) days[2];
            this.foreseen = foreseen;
        }

        /** The item. */
        public OwedItem item() {
            return items.get(place);
        }

        /** The invoice that it is of. */
        public long invoice() {
            return items.invoice(place);
        }

        OwedAccount account() {
            return items.account(place);
        }

        /** What of it is to come in. */
        public Money open() {
            return open;
        }

        /**
         * Whether the likely day can be told to somebody who asks for this instalment: the customer's own habit is known by
         * enough invoices, and it is not already later than nine in ten of them were paid. Forecasts of many add up the
         * others, too.
         */
        public boolean foreseen() {
            return foreseen;
        }

        /** The day at best. */
        public LocalDate best() {
            return day(Scenario.BEST);
        }

        /** The likely day. */
        public LocalDate likely() {
            return day(Scenario.LIKELY);
        }

        /** The day at worst. */
        public LocalDate worst() {
            return day(Scenario.WORST);
        }

        /** The day in a scenario. */
        public LocalDate day(Scenario scenario) {
            return LocalDate.ofEpochDay(since(scenario));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Instalment that && open.equals(that.open) && best == that.best
                    && likely == that.likely && worst == that.worst && foreseen == that.foreseen
                    && item().equals(that.item());
        }

        @Override
        public int hashCode() {
            return open.hashCode() * 31 + likely;
        }

        @Override
        public String toString() {
            return item() + ": " + open + ", " + likely();
        }

        private int since(Scenario scenario) {
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
            new AgedBalance(day, false, AgedBalance.By.DUE, today).each(ledger, account -> true,
                    (place, left) -> add(instalments, ledger, place, left.amount(), habits, day));
        } else {
            OwedItems items = ledger.columns();
            boolean[] customers = items.among(account -> !account.payable());
            for (int place = 0; place < items.size(); place++) {
                if (customers[items.accountNumber(place)] && items.isOpen(place)) {
                    add(instalments, ledger, place, items.open(place), habits, day);
                }
            }
        }
        instalments.sort(Comparator.comparingInt((Instalment one) -> one.likely).thenComparingInt(one -> one.place));
        return new ExpectedCash(day, instalments);
    }

    private static void add(List<Instalment> to, Subledger ledger, int place, BigDecimal open, PaymentHabits habits,
            LocalDate from) {
        OwedItems items = ledger.columns();
        if (items.invoice(place) == 0 || open.signum() <= 0) {
            return;
        }
        OwedAccount account = items.account(place);
        PaymentHabit own = habits.byPartner().get(Ref.idOf(account.partner()));
        PaymentHabit habit = own == null ? habits.all() : own;
        long first = from.toEpochDay();
        long due = items.dueOrBooked(place);
        long worst = due + (habit == null ? 0 : habit.worst());
        boolean foreseen = own != null && own.invoices() >= PaymentHabit.ENOUGH && worst >= first;
        long usual = due + (habit == null ? 0 : habit.usual());
        to.add(new Instalment(items, place, Money.of(open, account.currency()),
                new long[] {Math.max(first, due), Math.max(first, usual), Math.max(first, worst)}, foreseen));
    }

    /** The instalments of one currency that come in a week, from 0; in week {@link #WEEKS} all that come later. */
    public List<Instalment> in(int week, Scenario scenario, String currency) {
        return instalments.stream().filter(one -> one.open().currency().equals(currency)
                && week(one.since(scenario)) == week).toList();
    }

    /** What they come to. */
    public Money sum(int week, Scenario scenario, String currency) {
        return in(week, scenario, currency).stream().map(Instalment::open).reduce(Money.zero(currency), Money::plus);
    }

    private long week(int coming) {
        return Math.min(WEEKS, (coming - day.toEpochDay()) / DAYS);
    }
}
