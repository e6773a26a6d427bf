package app.loupe.review;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Money;
import app.loupe.domain.Ref;
import app.loupe.owed.Owing;
import app.loupe.owed.PaymentHabit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One customer of a connection with all that they owe its companies in one money, and how they pay.
 *
 * @param partner the commercial partner; null for items without one
 * @param owed what the shares come to
 * @param shares the items of which something is open
 * @param habit null of one who has not paid an invoice yet
 */
public record Debtor(ConnectionId connection, @Nullable Ref partner, Money owed, List<Owing.Share> shares,
        @Nullable PaymentHabit habit) {
    /** Copies the list. */
    public Debtor {
        shares = List.copyOf(shares);
    }

    /** Whose shares are added up together: one connection knows nothing of the ids of another. */
    private record Owner(ConnectionId connection, long partner) {}

    /**
     * Those who owe more than nothing, most first: together with all others they owe what is owed.
     *
     * @param owing what customers owe
     * @param habits of each connection, how each of its partners pays
     */
    static List<Debtor> of(Owing owing, Map<ConnectionId, Map<Long, PaymentHabit>> habits) {
        var owners = new HashMap<Owner, List<Owing.Share>>();
        for (Owing.Share share : owing.open()) {
            owners.computeIfAbsent(new Owner(share.connection(), Ref.idOf(share.aged().partner())),
                    none -> new ArrayList<>()).add(share);
        }
        var debtors = new ArrayList<Debtor>();
        owners.forEach((owner, shares) -> {
            Money owed = owing.sum(shares);
            if (owed.signum() > 0) {
                debtors.add(new Debtor(owner.connection(), latest(shares), owed, shares,
                        habits.getOrDefault(owner.connection(), Map.of()).get(owner.partner())));
            }
        });
        debtors.sort(Comparator.comparing((Debtor one) -> one.owed().amount()).reversed()
                .thenComparing(one -> Ref.nameOf(one.partner())).thenComparingLong(one -> Ref.idOf(one.partner()))
                .thenComparing(one -> one.connection().value()));
        return debtors;
    }

    /** Names change: that of the item with the highest id is the present one. */
    private static @Nullable Ref latest(List<Owing.Share> shares) {
        return shares.stream().max(Comparator.comparingLong(share -> share.aged().id())).orElseThrow().aged()
                .partner();
    }

    /** What of it is late. */
    public Money overdue() {
        return shares.stream().filter(Owing.Share::isLate).map(Owing.Share::amount)
                .reduce(Money.zero(owed.currency()), Money::plus);
    }

    /** Of how many invoices and credit notes something is open. */
    public int openInvoices() {
        return Owing.invoices(shares).size();
    }

    /** The company and the currency that all of it is booked with; null where there are several. */
    public @Nullable Account account() {
        List<Account> accounts = shares.stream().map(share -> share.aged().item())
                .map(item -> new Account(item.company(), Ref.nameOf(item.currency()))).distinct().limit(2).toList();
        return accounts.size() == 1 ? accounts.getFirst() : null;
    }

    /** One of the accounts that a partner has with the companies of a connection. */
    public record Account(@Nullable Ref company, String currency) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Account that && Ref.idOf(company) == Ref.idOf(that.company)
                    && currency.equals(that.currency);
        }

        @Override
        public int hashCode() {
            return Objects.hash(Ref.idOf(company), currency);
        }
    }
}
