package app.loupe.owed;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is owed on a day in one money, by age, with the items behind every figure: the items of the aged list
 * ({@link AgedBalance#openItems(Subledger, CurrencyView)}), which add up to it.
 *
 * @param open the items of which something is open, each with what of it
 * @param payable whether it is owed to vendors
 * @param uncertain of how many items it is not certain what was open, also of those of which nothing seems to have been
 */
public record Owing(CurrencyView view, boolean payable, List<Share> open, long uncertain) {
    /** Copies the list. */
    public Owing {
        open = List.copyOf(open);
    }

    /** What of an item is open. */
    public record Share(ConnectionId connection, AgedItem aged) {
        /** In the money of the whole. */
        public Money amount() {
            return aged.owed();
        }

        /** Whether it is an instalment of an invoice, a credit note or a receipt. */
        public boolean isOfInvoice() {
            return aged.invoice() != 0;
        }

        /** Whether it is late. */
        public boolean isLate() {
            return aged.bucket() != AgeBucket.NOT_DUE;
        }
    }

    /**
     * What is owed to, or by, the companies of some connections at the end of a day.
     *
     * @param today the day of asking: a day before it may be uncertain where the copy does not hold all
     */
    public static Owing of(Map<ConnectionId, Subledger> ledgers, CurrencyView view, boolean payable, LocalDate day,
            LocalDate today) {
        var open = new ArrayList<Share>();
        var balance = new AgedBalance(day, payable, AgedBalance.By.DUE, today);
        ledgers.forEach((connection, ledger) -> balance.openItems(ledger, view)
                .forEach(aged -> open.add(new Share(connection, aged))));
        long settled = ledgers.values().stream().mapToLong(ledger -> balance.uncertainSettled(ledger, view)).sum();
        return new Owing(view, payable, open,
                settled + open.stream().filter(share -> !share.aged().exact()).count());
    }

    /** Of what invoices, credit notes and receipts something is open, all together. */
    public Money outstanding() {
        return sum(outstandingShares());
    }

    /** What that is made of. */
    public List<Share> outstandingShares() {
        return open.stream().filter(Share::isOfInvoice).toList();
    }

    /** What of that is late. */
    public List<Share> overdueShares() {
        return open.stream().filter(Share::isOfInvoice).filter(Share::isLate).toList();
    }

    /** What is so late, payments that are not matched included. */
    public List<Share> shares(AgeBucket bucket) {
        return open.stream().filter(share -> share.aged().bucket() == bucket).toList();
    }

    /** How many days the latest is late; 0 when nothing is. */
    public long oldest() {
        return overdueShares().stream().filter(share -> share.amount().signum() > 0)
                .mapToLong(share -> share.aged().days()).max().orElse(0);
    }

    /** Everything that is open by how late it is, payments that are not matched included: the aged list's last line. */
    public Map<AgeBucket, Money> byAge() {
        var ages = new EnumMap<AgeBucket, Money>(AgeBucket.class);
        for (AgeBucket bucket : AgeBucket.values()) {
            ages.put(bucket, sum(shares(bucket)));
        }
        return ages;
    }

    /** What some of the items come to. */
    public Money sum(Collection<Share> shares) {
        return shares.stream().map(Share::amount).reduce(Money.zero(view.currency()), Money::plus);
    }

    /** The invoices among some of the items, each once. */
    public static Set<InvoiceKey> invoices(Collection<Share> shares) {
        return shares.stream().filter(Share::isOfInvoice)
                .map(share -> new InvoiceKey(share.connection(), share.aged().invoice()))
                .collect(Collectors.toSet());
    }
}
