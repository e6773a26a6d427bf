package app.loupe.owed;

import app.loupe.domain.Money;
import app.loupe.domain.Ref;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one partner stands with one company in one currency on a day: balance and overdue are those of the aged list.
 * Positive is what is owed: by the customer, or to the vendor.
 *
 * @param partner the commercial partner; null for items without one
 * @param overdue what of the balance is late
 * @param openInvoices how many invoices and credit notes something is open of
 * @param lastInvoice the latest invoice date; null without an invoice
 * @param exact whether all amounts are certain
 */
public record PartnerBalance(@Nullable Ref company, @Nullable Ref partner, Money balance, Money overdue,
        int openInvoices, @Nullable LocalDate lastInvoice, boolean exact) {
    /** The items of one owner while they are added up, by their ids. */
    private static final class Sum {
        private OwedAccount latest;
        private Money balance;
        private Money overdue;
        private final Set<Long> open = new HashSet<>();
        private int lastInvoice = OwedItems.NO_DAY;
        private boolean exact = true;

        Sum(OwedAccount first) {
            latest = first;
            String currency = Ref.nameOf(first.currency());
            balance = Money.zero(currency);
            overdue = Money.zero(currency);
        }

        /** Takes an item that was booked, whether or not anything was open of it. */
        void addBooked(OwedAccount account, int invoiced, boolean isExact) {
            latest = account;
            exact &= isExact;
            lastInvoice = Math.max(lastInvoice, invoiced);
        }

        /** Takes what was open of an item. */
        void addOpen(AgedBalance.Age age, long invoice) {
            balance = balance.plus(age.owed());
            if (age.bucket() != AgeBucket.NOT_DUE) {
                overdue = overdue.plus(age.owed());
            }
            if (invoice != 0) {
                open.add(invoice);
            }
        }

        PartnerBalance balance() {
            return new PartnerBalance(latest.company(), latest.partner(), balance, overdue, open.size(),
                    OwedItems.date(lastInvoice), exact);
        }
    }

    /**
     * One for each company, currency and partner with any item, also where nothing is open; those who owe most first,
     * within a company and currency.
     *
     * @param payable whether of vendors
     */
    public static List<PartnerBalance> of(Subledger ledger, boolean payable, LocalDate day, LocalDate today) {
        var asked = new AgedBalance(day, payable, AgedBalance.By.DUE, today);
        OwedItems items = ledger.columns();
        var sums = new SumsByOwner<Sum>(items, Sum::new);
        asked.each(ledger, account -> true, (place, left) -> {
            Sum sum = sums.of(place);
            sum.addBooked(items.account(place), items.invoiced(place), left.exact());
            if (left.amount().signum() != 0) {
                sum.addOpen(asked.age(items, place, left), items.invoice(place));
            }
        });
        var balances = new ArrayList<PartnerBalance>();
        sums.all().forEach(sum -> balances.add(sum.balance()));
        balances.sort(Comparator.comparing((PartnerBalance one) -> Ref.nameOf(one.company()))
                .thenComparing(one -> one.balance().currency())
                .thenComparing(one -> one.balance().amount(), Comparator.reverseOrder())
                .thenComparing(one -> Ref.nameOf(one.partner())).thenComparingLong(one -> Ref.idOf(one.partner())));
        return balances;
    }
}
