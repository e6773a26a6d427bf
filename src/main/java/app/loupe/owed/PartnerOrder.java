package app.loupe.owed;

import app.loupe.domain.Folding;
import app.loupe.domain.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * In which order customers or vendors stand. By an amount, the currency comes first, in both directions, because amounts of
 * two are not compared: that of most open rows, then the others. Where the amount is nothing, or something is not known, it
 * stands last.
 */
public enum PartnerOrder {
    NAME,
    BALANCE,
    OVERDUE,
    PAYS_AFTER,
    LATE_BY,
    OPEN,
    LAST_INVOICE;

    /**
     * The order of entries, those that are equal by name.
     *
     * @param currencies in which order amounts of several stand
     */
    Comparator<PartnerList.Entry> comparing(boolean descending, CurrencyOrder currencies) {
        Comparator<PartnerList.Entry> byName = Comparator
                .comparing((PartnerList.Entry entry) -> Folding.fold(entry.name()))
                .thenComparing(PartnerList.Entry::name).thenComparing(entry -> entry.connection().value())
                .thenComparingLong(PartnerList.Entry::partner).thenComparing(PartnerList.Entry::company)
                .thenComparing(entry -> entry.balance().balance().currency());
        return (switch (this) {
            case NAME -> directed(byName, descending);
            case BALANCE -> byAmount(PartnerBalance::balance, descending, currencies);
            case OVERDUE -> byAmount(PartnerBalance::overdue, descending, currencies);
            case PAYS_AFTER -> knownFirst(PartnerOrder::hasHabit).thenComparing(
                    directed(Comparator.comparingDouble(PartnerOrder::paysAfter), descending));
            case LATE_BY -> knownFirst(PartnerOrder::hasHabit).thenComparing(
                    directed(Comparator.comparingDouble(PartnerOrder::lateBy), descending));
            case OPEN -> directed(Comparator.comparingInt(entry -> entry.balance().openInvoices()), descending);
            case LAST_INVOICE -> knownFirst(entry -> entry.balance().lastInvoice() != null)
                    .thenComparing(directed(Comparator.comparing(PartnerOrder::lastInvoice), descending));
        }).thenComparing(byName);
    }

    private static Comparator<PartnerList.Entry> byAmount(Function<PartnerBalance, Money> amount, boolean descending,
            CurrencyOrder currencies) {
        return knownFirst(entry -> amount.apply(entry.balance()).signum() != 0)
                .thenComparing(entry -> entry.balance().balance().currency(), currencies)
                .thenComparing(directed(Comparator.comparing(entry -> amount.apply(entry.balance()).amount()),
                        descending));
    }

    private static Comparator<PartnerList.Entry> directed(Comparator<PartnerList.Entry> order, boolean descending) {
        return descending ? order.reversed() : order;
    }

    private static Comparator<PartnerList.Entry> knownFirst(Predicate<PartnerList.Entry> known) {
        return Comparator.comparing(entry -> !known.test(entry));
    }

    private static boolean hasHabit(PartnerList.Entry entry) {
        return entry.habit() != null;
    }

    private static double paysAfter(PartnerList.Entry entry) {
        PaymentHabit habit = entry.habit();
        return habit == null ? 0 : habit.paysAfter();
    }

    private static double lateBy(PartnerList.Entry entry) {
        PaymentHabit habit = entry.habit();
        return habit == null ? 0 : habit.lateBy();
    }

    private static LocalDate lastInvoice(PartnerList.Entry entry) {
        LocalDate last = entry.balance().lastInvoice();
        return last == null ? LocalDate.MIN : last;
    }
}
