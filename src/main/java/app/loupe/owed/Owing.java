package app.loupe.owed;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is owed today in one money, by age, with the items behind every figure: they add up to it. In company currency the
 * amounts are Odoo's own of today.
 *
 * @param open the items of which something is open, each with what of it
 * @param payable whether it is owed to vendors
 */
public record Owing(CurrencyView view, boolean payable, List<Share> open) {
    /** Copies the list. */
    public Owing {
        open = List.copyOf(open);
    }

    /** What of an item is open. */
    public record Share(ConnectionId connection, AgedItem aged, Money amount) {
        /** Whether it is an instalment of an invoice, a credit note or a receipt. */
        public boolean isOfInvoice() {
            return aged.item().invoice() != 0;
        }

        /** Whether it is late. */
        public boolean isLate() {
            return aged.bucket() != AgeBucket.NOT_DUE;
        }
    }

    /** What is owed to, or by, the companies of some connections. */
    public static Owing of(Map<ConnectionId, Subledger> ledgers, CurrencyView view, boolean payable,
            LocalDate today) {
        var open = new ArrayList<Share>();
        ledgers.forEach((connection, ledger) -> {
            for (AgedItem aged : new AgedBalance(today, payable, AgedBalance.By.DUE, today).openItems(ledger)) {
                Money amount = amount(aged, ledger, view, payable);
                if (amount.currency().equals(view.currency()) && amount.signum() != 0) {
                    open.add(new Share(connection, aged, amount));
                }
            }
        });
        return new Owing(view, payable, open);
    }

    private static Money amount(AgedItem aged, Subledger ledger, CurrencyView view, boolean payable) {
        return switch (view) {
            case CurrencyView.OfDocuments documents -> aged.owed();
            case CurrencyView.OfCompanies companies -> {
                BigDecimal residual = aged.item().booked().residual();
                yield new Money(payable ? residual.negate() : residual, ledger.companyCurrency(aged.item()));
            }
        };
    }

    /** Of what invoices, credit notes and receipts something is open, all together. */
    public Money outstanding() {
        return sum(open.stream().filter(Share::isOfInvoice).toList());
    }

    /** What of that is late. */
    public List<Share> overdueShares() {
        return open.stream().filter(Share::isOfInvoice).filter(Share::isLate).toList();
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
            ages.put(bucket, sum(open.stream().filter(share -> share.aged().bucket() == bucket).toList()));
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
                .map(share -> new InvoiceKey(share.connection(), share.aged().item().invoice()))
                .collect(Collectors.toSet());
    }
}
