package app.loupe.owed;

import app.loupe.domain.DaysLate;
import app.loupe.domain.Money;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
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

    /** The rows of one owner while they are added up. */
    private static final class Sum {
        private final Map<AgeBucket, Money> amounts = new EnumMap<>(AgeBucket.class);
        private final @Nullable Ref currency;
        /** Of the item with the highest id: names change. */
        private OwedAccount account;
        private long latest;
        private boolean exact = true;

        Sum(OwedAccount account, @Nullable Ref currency) {
            this.account = account;
            this.currency = currency;
        }

        /** An item of the owner, whether anything of it is open or not. */
        void note(long id, OwedAccount of, boolean certain) {
            if (id > latest) {
                latest = id;
                account = of;
            }
            exact &= certain;
        }

        /** What of an item is open. */
        void add(AgeBucket bucket, Money owed) {
            amounts.merge(bucket, owed, Money::plus);
        }

        AgedRow row() {
            return AgedRow.of(account.company(), currency, account.partner(), amounts, exact);
        }
    }

    /** How late what is open of an item is. */
    record Age(Money owed, long days) {
        AgeBucket bucket() {
            return AgeBucket.of(days);
        }
    }

    /** Gets the place of an item in its ledger, with what of it was open. */
    @FunctionalInterface
    interface To {
        /** Takes it. */
        void accept(int place, Subledger.Open left);
    }

    /**
     * One row for each company, currency and partner with an amount in any bucket, by their names.
     *
     * @param ledger of one connection
     */
    public List<AgedRow> rows(Subledger ledger) {
        return rows(ledger, account -> true);
    }

    /** The same in one money: {@link #openItems(Subledger, CurrencyView)} added up. */
    public List<AgedRow> rows(Subledger ledger, CurrencyView view) {
        return switch (view) {
            case CurrencyView.OfDocuments documents -> rows(ledger, isIn(ledger, view));
            case CurrencyView.OfCompanies companies -> {
                var sums = new LinkedHashMap<Owner, Sum>();
                for (AgedItem aged : openItems(ledger, view)) {
                    Ref booked = ledger.currencyOf(aged.company());
                    Sum sum = sums.computeIfAbsent(Owner.of(aged.account(), booked),
                            owner -> new Sum(aged.account(), booked));
                    sum.note(aged.id(), aged.account(), aged.exact());
                    sum.add(aged.bucket(), aged.owed());
                }
                yield rows(sums.values());
            }
        };
    }

    /** Most items are settled: of those it matters whose they are, and no amount is made. */
    private List<AgedRow> rows(Subledger ledger, Predicate<OwedAccount> wanted) {
        OwedItems items = ledger.columns();
        var sums = new SumsByOwner<Sum>(items, account -> new Sum(account, account.currency()));
        each(ledger, wanted, (place, left) -> {
            Sum sum = sums.of(place);
            sum.note(items.id(place), items.account(place), left.exact());
            if (left.amount().signum() != 0) {
                Age age = age(items, place, left);
                sum.add(age.bucket(), age.owed());
            }
        });
        return rows(sums.all());
    }

    private static List<AgedRow> rows(Collection<Sum> sums) {
        List<AgedRow> rows = sums.stream().map(Sum::row).filter(AgedRow::isSomething).toList();
        return rows.stream().sorted(AgedOrder.NAME.rows(CurrencyOrder.of(rows, AgedRow::total))).toList();
    }

    /**
     * What the rows are made of: each item of which something was open, in no order.
     *
     * @param ledger of one connection
     */
    public List<AgedItem> openItems(Subledger ledger) {
        return open(ledger, account -> true);
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
        each(ledger, isIn(ledger, view), (place, left) -> {
            if (!left.exact() && left.amount().signum() == 0) {
                count.increment();
            }
        });
        return count.sum();
    }

    private static Predicate<OwedAccount> isIn(Subledger ledger, CurrencyView view) {
        return switch (view) {
            case CurrencyView.OfDocuments documents -> account -> view.currency()
                    .equals(Ref.nameOf(account.currency()));
            case CurrencyView.OfCompanies companies -> account -> view.currency()
                    .equals(Ref.nameOf(ledger.currencyOf(account.company())));
        };
    }

    private List<AgedItem> booked(Subledger ledger, String currency) {
        OwedItems items = ledger.columns();
        var owners = new LinkedHashMap<Owner, List<BookedShares.Left>>();
        each(ledger, isIn(ledger, new CurrencyView.OfCompanies(currency)),
                (place, left) -> owners
                        .computeIfAbsent(Owner.of(items.account(place), null), owner -> new ArrayList<>())
                        .add(new BookedShares.Left(place, left)));
        var shares = new BookedShares(ledger, this, currency);
        return owners.values().stream()
                .flatMap(own -> (asOf.isBefore(today) ? shares.past(own) : shares.today(own)).stream()).toList();
    }

    /** The same of one partner alone; 0 for items without one. */
    public List<AgedItem> openItems(Subledger ledger, long partner) {
        return open(ledger, account -> Ref.idOf(account.partner()) == partner);
    }

    private List<AgedItem> open(Subledger ledger, Predicate<OwedAccount> wanted) {
        var open = new ArrayList<AgedItem>();
        each(ledger, wanted, (place, left) -> {
            if (left.amount().signum() != 0) {
                open.add(aged(ledger.columns(), place, left));
            }
        });
        return open;
    }

    /** Gives each item that was booked by then with what of it was open, by their ids, also those of which nothing was. */
    void each(Subledger ledger, Predicate<OwedAccount> wanted, To to) {
        OwedItems items = ledger.columns();
        boolean[] accounts = items.among(account -> account.payable() == payable && wanted.test(account));
        long day = asOf.toEpochDay();
        for (int place = 0; place < items.size(); place++) {
            if (accounts[items.accountNumber(place)] && items.accounting(place) <= day) {
                to.accept(place, ledger.open(place, asOf, today));
            }
        }
    }

    /** An item with how late what was open of it was. */
    AgedItem aged(OwedItems items, int place, Subledger.Open left) {
        return new AgedItem(items, place, age(items, place, left), left.exact());
    }

    /** How late what was open of an item was. */
    Age age(OwedItems items, int place, Subledger.Open left) {
        BigDecimal owed = payable ? left.amount().negate() : left.amount();
        return new Age(Money.of(owed, items.account(place).currency()), days(items, place, owed));
    }

    private long days(OwedItems items, int place, BigDecimal owed) {
        if (items.invoice(place) == 0 && owed.signum() < 0) {
            return 0;
        }
        int from = switch (by) {
            case DUE -> items.dueOrBooked(place);
            case INVOICE -> items.invoiced(place);
        };
        return DaysLate.on(asOf.toEpochDay(), from == OwedItems.NO_DAY ? items.accounting(place) : from);
    }
}
