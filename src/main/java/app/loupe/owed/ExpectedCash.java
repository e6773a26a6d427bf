package app.loupe.owed;

import app.loupe.domain.Money;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * When the open instalments of customers are likely to be paid: at best on their due date, or earlier where the customer
 * usually does, likely as late as the customer usually pays, at worst as late as nine in ten of the customer's payments,
 * and not before the due date; never before the day of the forecast. Of a
 * customer who has not paid an invoice yet, the habit of all customers is taken. Credit notes and payments that are not
 * matched yet are no instalments. There may be very many: they stand in columns, and one is made when somebody asks for it.
 * Immutable.
 */
public final class ExpectedCash {
    /** How many weeks are told apart; what comes later is one sum. */
    public static final int WEEKS = 13;

    private static final int DAYS = 7;

    private final Subledger ledger;
    private final LocalDate day;
    private final LocalDate today;
    /** Whether it is told in the currencies of companies, else in those of documents. */
    private final boolean booked;
    /** Where their items stand, in the order of their likely days. */
    private final int[] places;
    /** The day of each in a scenario, since 1970. */
    private final Map<Scenario, int[]> days = new EnumMap<>(Scenario.class);
    private final BitSet foreseen = new BitSet();
    /** What comes in of a currency, by scenario and week. */
    private final Map<String, Map<Scenario, @Nullable Money[]>> sums;

    /** What the days are taken from. */
    public enum Scenario {
        /** Everybody pays when it is due, or earlier as usual. */
        BEST,
        /** Everybody pays as usual. */
        LIKELY,
        /** Everybody pays as late as they do one time in ten, and nobody early. */
        WORST
    }

    /** One instalment, with the day of each scenario. Immutable. */
    public final class Instalment {
        private final int at;

        private Instalment(int at) {
            this.at = at;
        }

        /** The item. */
        public OwedItem item() {
            return items().get(places[at]);
        }

        /** The invoice that it is of. */
        public long invoice() {
            return items().invoice(places[at]);
        }

        OwedAccount account() {
            return items().account(places[at]);
        }

        /** What of it is to come in, in the currency of its document. */
        public Money open() {
            BigDecimal open = day.isBefore(today)
                    ? ledger.open(places[at], day, today).amount()
                    : items().open(places[at]);
            return Money.of(open, account().currency());
        }

        /**
         * Whether the likely day can be told to somebody who asks for this instalment: the customer's own habit is known by
         * enough invoices, and it is not already later than nine in ten of them were paid. Forecasts of many add up the
         * others, too.
         */
        public boolean foreseen() {
            return foreseen.get(at);
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
            return LocalDate.ofEpochDay(of(scenario)[at]);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Instalment that && open().equals(that.open()) && best().equals(that.best())
                    && likely().equals(that.likely()) && worst().equals(that.worst()) && foreseen() == that.foreseen()
                    && item().equals(that.item());
        }

        @Override
        public int hashCode() {
            return open().hashCode() * 31 + likely().hashCode();
        }

        @Override
        public String toString() {
            return item() + ": " + open() + ", " + likely();
        }
    }

    /** Collects the instalments, by the places of their items; one thread. */
    private static final class Writer {
        private final Subledger ledger;
        private final PaymentHabits habits;
        private final LocalDate day;
        private final LocalDate today;
        private final boolean booked;
        private int count;
        private final int[] places;
        private final Map<Scenario, int[]> days = new EnumMap<>(Scenario.class);
        private final BitSet foreseen = new BitSet();
        private final Map<String, Map<Scenario, @Nullable Money[]>> sums = new HashMap<>();

        Writer(Subledger ledger, LocalDate day, LocalDate today, boolean booked) {
            this.ledger = ledger;
            this.booked = booked;
            this.day = day;
            this.today = today;
            habits = ledger.habits(false, day, today);
            places = new int[ledger.columns().size()];
            for (Scenario scenario : Scenario.values()) {
                days.put(scenario, new int[places.length]);
            }
        }

        /** Takes what is open of an item in the currency of its document. */
        void add(int place, BigDecimal open) {
            add(place, Money.of(open, ledger.columns().account(place).currency()));
        }

        /** Takes what is open of an item in any currency. */
        void add(int place, Money amount) {
            OwedItems items = ledger.columns();
            if (items.invoice(place) == 0 || amount.signum() <= 0) {
                return;
            }
            OwedAccount account = items.account(place);
            PaymentHabit own = habits.byPartner().get(Ref.idOf(account.partner()));
            PaymentHabit habit = own == null ? habits.all() : own;
            long due = items.dueOrBooked(place);
            long worst = due + (habit == null ? 0 : habit.worst());
            foreseen.set(count, own != null && own.invoices() >= PaymentHabit.ENOUGH && worst >= day.toEpochDay());
            places[count] = place;
            long usual = due + (habit == null ? 0 : habit.usual());
            expect(Scenario.BEST, Math.min(due, usual), amount);
            expect(Scenario.LIKELY, usual, amount);
            expect(Scenario.WORST, Math.max(due, worst), amount);
            count++;
        }

        private void expect(Scenario scenario, long on, Money amount) {
            long first = day.toEpochDay();
            long expected = Math.max(first, on);
            Objects.requireNonNull(days.get(scenario))[count] = Math.toIntExact(expected);
            @Nullable
            Money[] weeks = sums.computeIfAbsent(amount.currency(), none -> new EnumMap<>(Scenario.class))
                    .computeIfAbsent(scenario, none -> new Money[WEEKS + 1]);
            int week = week(expected, day);
            Money sum = weeks[week];
            weeks[week] = sum == null ? amount : sum.plus(amount);
        }

        /** The order of their likely days, and with one day that of their items. */
        int[] order() {
            int[] likely = Objects.requireNonNull(days.get(Scenario.LIKELY));
            return IntStream.range(0, count).mapToLong(i -> ((long) likely[i] << Integer.SIZE) | i).sorted()
                    .mapToInt(key -> (int) key).toArray();
        }
    }

    private ExpectedCash(Writer written) {
        ledger = written.ledger;
        day = written.day;
        today = written.today;
        booked = written.booked;
        sums = written.sums;
        int[] order = written.order();
        places = column(written.places, order);
        written.days.forEach((scenario, column) -> days.put(scenario, column(column, order)));
        for (int i = 0; i < order.length; i++) {
            foreseen.set(i, written.foreseen.get(order[i]));
        }
    }

    private static int[] column(int[] written, int... order) {
        return Arrays.stream(order).map(i -> written[i]).toArray();
    }

    /**
     * What was to come in to one connection at the end of a day: of what was open then, by the habits that were known then.
     * As of today it is what Odoo says is open, also of what is booked for a day to come.
     *
     * @param today the day of asking
     */
    public static ExpectedCash of(Subledger ledger, LocalDate day, LocalDate today) {
        return of(ledger, account -> true, day, today);
    }

    /**
     * The same in one money: in the currency of a company every instalment of its customers, whatever currency its document is
     * in, with what Odoo booked of it. Of documents every currency is told.
     */
    public static ExpectedCash of(Subledger ledger, CurrencyView view, LocalDate day, LocalDate today) {
        return switch (view) {
            case CurrencyView.OfDocuments documents -> of(ledger, day, today);
            case CurrencyView.OfCompanies companies -> booked(ledger, companies, day, today);
        };
    }

    private static ExpectedCash booked(Subledger ledger, CurrencyView.OfCompanies view, LocalDate day,
            LocalDate today) {
        var writer = new Writer(ledger, day, today, true);
        if (day.isBefore(today)) {
            new AgedBalance(day, false, AgedBalance.By.DUE, today).openItems(ledger, view)
                    .forEach(aged -> writer.add(aged.place(), aged.owed()));
        } else {
            OwedItems items = ledger.columns();
            boolean[] customers = items.among(account -> !account.payable()
                    && Ref.nameOf(ledger.currencyOf(account.company())).equals(view.currency()));
            for (int place = 0; place < items.size(); place++) {
                if (customers[items.accountNumber(place)] && items.isOpen(place)) {
                    writer.add(place, new Money(items.residual(place), view.currency()));
                }
            }
        }
        return new ExpectedCash(writer);
    }

    /** The same of some accounts. */
    static ExpectedCash of(Subledger ledger, Predicate<OwedAccount> wanted, LocalDate day, LocalDate today) {
        var writer = new Writer(ledger, day, today, false);
        if (day.isBefore(today)) {
            new AgedBalance(day, false, AgedBalance.By.DUE, today).each(ledger, wanted,
                    (place, left) -> writer.add(place, left.amount()));
        } else {
            OwedItems items = ledger.columns();
            boolean[] customers = items.among(account -> !account.payable() && wanted.test(account));
            for (int place = 0; place < items.size(); place++) {
                if (customers[items.accountNumber(place)] && items.isOpen(place)) {
                    writer.add(place, items.open(place));
                }
            }
        }
        return new ExpectedCash(writer);
    }

    private int[] of(Scenario scenario) {
        return Objects.requireNonNull(days.get(scenario));
    }

    private OwedItems items() {
        return ledger.columns();
    }

    /** All of them, in the order of their likely days. */
    public List<Instalment> instalments() {
        return IntStream.range(0, places.length).mapToObj(Instalment::new).toList();
    }

    /** The instalments that are told in one currency and come in a week, from 0; in week {@link #WEEKS} all that come later. */
    public List<Instalment> in(int week, Scenario scenario, String currency) {
        boolean[] wanted = items().among(account -> Ref
                .nameOf(booked ? ledger.currencyOf(account.company()) : account.currency()).equals(currency));
        int[] coming = of(scenario);
        return IntStream.range(0, places.length)
                .filter(i -> wanted[items().accountNumber(places[i])] && week(coming[i], day) == week)
                .mapToObj(Instalment::new).toList();
    }

    /** What they come to. */
    public Money sum(int week, Scenario scenario, String currency) {
        @Nullable
        Money[] weeks = sums.getOrDefault(currency, Map.of()).get(scenario);
        Money sum = weeks == null ? null : weeks[week];
        return sum == null ? Money.zero(currency) : sum;
    }

    private static int week(long coming, LocalDate first) {
        return (int) Math.min(WEEKS, (coming - first.toEpochDay()) / DAYS);
    }
}
