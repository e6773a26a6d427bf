package app.loupe.owed;

import app.loupe.domain.DaysLate;
import app.loupe.domain.Money;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Says what was owed at the end of a day and how late it was: Odoo's aged receivable, or aged payable. Partners are the
 * commercial ones; currencies are never mixed. Credit notes and payments that are not matched with an invoice lower what
 * is owed. What of another entry lowers it stands in {@link AgeBucket#NOT_DUE}: nobody waits for a payment that came.
 *
 * @param asOf the day
 * @param payable whether vendors are asked for, and positive is what they are owed; else customers, and what they owe
 * @param by what lateness is counted from
 * @param today the day of asking: a day before it may be uncertain where the copy does not hold all
 */
public record AgedBalance(LocalDate asOf, boolean payable, By by, LocalDate today) {
    /** What lateness is counted from. */
    public enum By {
        /** The due date of each instalment; the accounting date where there is none. */
        DUE,
        /** The date of the invoice; the accounting date of another entry. */
        INVOICE
    }

    /** Asked for of every item: the hash of a record is made of method handles, which cost more than the map. */
    private record Owner(long company, long currency, long partner) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Owner that && company == that.company && currency == that.currency
                    && partner == that.partner;
        }

        @Override
        public int hashCode() {
            return (Long.hashCode(company) * 31 + Long.hashCode(currency)) * 31 + Long.hashCode(partner);
        }
    }

    /** The rows of one owner while they are added up. */
    private static final class Sum {
        private final Map<AgeBucket, Money> amounts = new EnumMap<>(AgeBucket.class);
        /** The one that was booked last: names change. */
        private OwedItem latest;
        private boolean exact = true;

        private final @Nullable Ref currency;

        Sum(OwedItem first, @Nullable Ref currency) {
            latest = first;
            this.currency = currency;
        }

        /** An item of the owner, whether anything of it is open or not. */
        void note(OwedItem item, boolean certain) {
            latest = item.id() > latest.id() ? item : latest;
            exact &= certain;
        }

        /** What of an item is open. */
        void add(AgedItem aged) {
            amounts.merge(aged.bucket(), aged.owed(), Money::plus);
        }

        AgedRow row() {
            return AgedRow.of(latest.company(), currency, latest.partner(), amounts, exact);
        }
    }

    /**
     * One row for each company, currency and partner with an amount in any bucket, by their names.
     *
     * @param ledger of one connection
     */
    public List<AgedRow> rows(Subledger ledger) {
        return rows(ledger, item -> true);
    }

    /** The same in one money: {@link #openItems(Subledger, CurrencyView)} added up. */
    public List<AgedRow> rows(Subledger ledger, CurrencyView view) {
        return switch (view) {
            case CurrencyView.OfDocuments documents -> rows(ledger, isIn(ledger, view));
            case CurrencyView.OfCompanies companies -> {
                var sums = new LinkedHashMap<Owner, Sum>();
                for (AgedItem aged : openItems(ledger, view)) {
                    Sum sum = sum(sums, aged.item(), ledger.currencyOfCompany(aged.item()));
                    sum.note(aged.item(), aged.exact());
                    sum.add(aged);
                }
                yield rows(sums);
            }
        };
    }

    /** Most items are settled: of those it matters whose they are, and no amount is made. */
    private List<AgedRow> rows(Subledger ledger, Predicate<OwedItem> wanted) {
        var sums = new LinkedHashMap<Owner, Sum>();
        each(ledger, wanted, (item, left) -> {
            Sum sum = sum(sums, item, item.currency());
            sum.note(item, left.exact());
            if (left.amount().signum() != 0) {
                sum.add(aged(item, left));
            }
        });
        return rows(sums);
    }

    private static Sum sum(Map<Owner, Sum> sums, OwedItem item, @Nullable Ref currency) {
        return sums.computeIfAbsent(owner(item, currency), owner -> new Sum(item, currency));
    }

    private static List<AgedRow> rows(Map<Owner, Sum> sums) {
        List<AgedRow> rows = sums.values().stream().map(Sum::row).filter(AgedRow::isSomething).toList();
        return rows.stream().sorted(AgedOrder.NAME.rows(CurrencyOrder.of(rows, AgedRow::total))).toList();
    }

    /**
     * What the rows are made of: each item of which something was open, in no order.
     *
     * @param ledger of one connection
     */
    public List<AgedItem> openItems(Subledger ledger) {
        return open(ledger, item -> true);
    }

    /**
     * The same in one money. In company currency each partner's total is what Odoo booked; on a day in the past it is split
     * over the items in proportion ({@link BookedShares}), which is to be said beside it.
     */
    public List<AgedItem> openItems(Subledger ledger, CurrencyView view) {
        return switch (view) {
            case CurrencyView.OfDocuments documents -> open(ledger, isIn(ledger, view));
            case CurrencyView.OfCompanies companies -> booked(ledger, view.currency());
        };
    }

    /** Of how many items nothing seems to have been open, which is not certain; in no list of items. */
    long uncertainSettled(Subledger ledger, CurrencyView view) {
        var count = new LongAdder();
        each(ledger, isIn(ledger, view), (item, left) -> {
            if (!left.exact() && left.amount().signum() == 0) {
                count.increment();
            }
        });
        return count.sum();
    }

    private static Predicate<OwedItem> isIn(Subledger ledger, CurrencyView view) {
        return switch (view) {
            case CurrencyView.OfDocuments documents -> item -> view.currency()
                    .equals(Ref.nameOf(item.currency()));
            case CurrencyView.OfCompanies companies -> item -> ledger.companyCurrency(item).equals(view.currency());
        };
    }

    private List<AgedItem> booked(Subledger ledger, String currency) {
        var owners = new LinkedHashMap<Owner, List<AgedItem>>();
        for (AgedItem aged : aged(ledger, isIn(ledger, new CurrencyView.OfCompanies(currency)))) {
            owners.computeIfAbsent(owner(aged.item(), null), owner -> new ArrayList<>()).add(aged);
        }
        var shares = new BookedShares(ledger, this, currency);
        return owners.values().stream()
                .flatMap(items -> (asOf.isBefore(today) ? shares.past(items) : shares.today(items)).stream()).toList();
    }

    /** The same of one partner alone; 0 for items without one. */
    public List<AgedItem> openItems(Subledger ledger, long partner) {
        return open(ledger, item -> Ref.idOf(item.partner()) == partner);
    }

    private List<AgedItem> open(Subledger ledger, Predicate<OwedItem> wanted) {
        var open = new ArrayList<AgedItem>();
        each(ledger, wanted, (item, left) -> {
            if (left.amount().signum() != 0) {
                open.add(aged(item, left));
            }
        });
        return open;
    }

    private List<AgedItem> aged(Subledger ledger, Predicate<OwedItem> wanted) {
        var aged = new ArrayList<AgedItem>();
        each(ledger, wanted, (item, left) -> aged.add(aged(item, left)));
        return aged;
    }

    /** Gives each item that was booked by then with what of it was open, also those of which nothing was. */
    void each(Subledger ledger, Predicate<OwedItem> wanted, BiConsumer<OwedItem, Subledger.Open> to) {
        for (int i = 0; i < ledger.items().size(); i++) {
            OwedItem item = ledger.items().get(i);
            if (item.payable() == payable && !item.dates().accounting().isAfter(asOf) && wanted.test(item)) {
                to.accept(item, ledger.open(i, asOf, today));
            }
        }
    }

    /** How late what was open of an item was. */
    AgedItem aged(OwedItem item, Subledger.Open left) {
        BigDecimal owed = payable ? left.amount().negate() : left.amount();
        long days = days(item, owed);
        return new AgedItem(item, AgeBucket.of(days), Money.of(owed, item.currency()), days, left.exact());
    }

    private long days(OwedItem item, BigDecimal owed) {
        if (item.invoice() == 0 && owed.signum() < 0) {
            return 0;
        }
        LocalDate from = switch (by) {
            case DUE -> item.dates().dueOrBooked();
            case INVOICE -> item.dates().invoice();
        };
        return DaysLate.on(asOf, from == null ? item.dates().accounting() : from);
    }

    private static Owner owner(OwedItem item, @Nullable Ref currency) {
        return new Owner(Ref.idOf(item.company()), Ref.idOf(currency), Ref.idOf(item.partner()));
    }
}
