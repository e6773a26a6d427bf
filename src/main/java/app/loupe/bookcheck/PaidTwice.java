package app.loupe.bookcheck;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.Money;
import app.loupe.domain.OwedItem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds money that was paid once too often: a payment that is matched with nothing, like one of the same partner and amount
 * that paid an invoice within a week; and a document with more paid than it asks for. A payment that an open invoice of the
 * partner is waiting for is only not matched yet, and no finding.
 */
final class PaidTwice implements Check {
    private static final int DAYS_BETWEEN = 7;

    private final ConnectionId connection;
    private final Links links;
    private final Map<Long, Finding.Document> documents = new HashMap<>();
    private final Map<Alike, List<OwedItem>> payments = new LinkedHashMap<>();
    private final Map<Account, BigDecimal> open = new HashMap<>();

    /** With whom money goes to and fro. */
    private record Account(boolean payable, long company, long partner, long currency) {
        static Account of(OwedItem item) {
            return new Account(item.payable(), Ref.idOf(item.company()), Ref.idOf(item.partner()),
                    Ref.idOf(item.currency()));
        }
    }

    private record Alike(Account account, BigDecimal amount) {}

    PaidTwice(ConnectionId connection, Links links) {
        this.connection = connection;
        this.links = links;
    }

    @Override
    public void invoice(Invoice invoice, boolean present) {
        documents.put(invoice.id(), Finding.Document.of(connection, invoice));
    }

    @Override
    public void item(OwedItem item) {
        if (item.invoice() == 0 && item.entry().type() == null && isPayment(item) && item.partner() != null) {
            payments.computeIfAbsent(new Alike(Account.of(item), item.amount().stripTrailingZeros()),
                    none -> new ArrayList<>(1)).add(item);
        }
        if (item.open().signum() != 0 && !isPayment(item)) {
            open.merge(Account.of(item), item.open().abs(), BigDecimal::add);
        }
    }

    /** Whether it takes off what is owed: a customer's credit, a vendor's debit. */
    private static boolean isPayment(OwedItem item) {
        return item.amount().signum() == (item.payable() ? 1 : -1);
    }

    @Override
    public void findings(Consumer<Finding> found, CancelToken cancel) throws ProblemException {
        payments.forEach((alike, same) -> twice(alike, same, found));
        for (OwedItem item : links.items()) {
            cancel.check();
            Finding.Document document = documents.get(item.invoice());
            if (document != null && item.open().signum() == -item.amount().signum() && item.open().signum() != 0) {
                var fact = new Fact.Overpaid(Ref.nameOf(item.partner()), Money.of(item.open().abs(), item.currency()));
                found.accept(Finding.of(connection, Weight.MEDIUM, List.of(document), fact, "overpaid", item.id(),
                        fact.tooMuch().amount().toPlainString()));
            }
        }
    }

    private void twice(Alike alike, List<OwedItem> same, Consumer<Finding> found) {
        if (same.size() < 2 || open.getOrDefault(alike.account(), BigDecimal.ZERO)
                .compareTo(alike.amount().abs()) >= 0) {
            return;
        }
        same.sort(Comparator.comparing((OwedItem item) -> item.dates().accounting()).thenComparingLong(OwedItem::id));
        var used = new HashSet<Long>();
        for (OwedItem spare : same) {
            if (spare.partials().isEmpty() && spare.open().compareTo(spare.amount()) == 0) {
                same.stream().filter(paid -> paid.entry().id() != spare.entry().id() && isNear(paid, spare)
                        && !used.contains(paid.id()) && !paidBy(paid).isEmpty()).findFirst().ifPresent(paid -> {
                            used.add(paid.id());
                            found.accept(finding(paid, spare));
                        });
            }
        }
    }

    private static boolean isNear(OwedItem one, OwedItem other) {
        return Math.abs(ChronoUnit.DAYS.between(one.dates().accounting(), other.dates().accounting())) <= DAYS_BETWEEN;
    }

    /** The invoices that a payment paid. */
    private List<Finding.Document> paidBy(OwedItem payment) {
        return links.others(payment).map(OwedItem::invoice).distinct().map(documents::get)
                .filter(document -> document != null).toList();
    }

    private Finding finding(OwedItem paid, OwedItem spare) {
        var fact = new Fact.SecondPayment(Ref.nameOf(spare.partner()), Money.of(spare.amount().abs(), spare.currency()),
                spare.number(), paid.dates().accounting(), spare.dates().accounting(), !spare.payable());
        return Finding.of(connection, Weight.HIGH, paidBy(paid), fact, paid.id(), spare.id());
    }
}
