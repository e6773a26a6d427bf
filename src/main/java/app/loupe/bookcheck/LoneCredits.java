package app.loupe.bookcheck;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.Money;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.PaymentState;
import app.loupe.domain.ProblemException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds credit notes and vendor refunds that belong to no invoice or bill: they reverse none and were reconciled with none. Where
 * the other side of a reconciliation is not in the copy it may have been one, and nothing is told. Vendor refunds are typed in
 * from papers, which Odoo does not tie to a bill: one that was paid back is as it should be, and only one that is open and matched
 * with nothing for some time is told. A payment without an entry, which Odoo knows from 18 on, is matched with nothing: that it was
 * made stands in the payment state alone.
 */
final class LoneCredits implements Check {
    /** So long a vendor's refund may wait for the next bill, or for its money: the usual terms of up to 60 days, and one more month. */
    private static final int GRACE_DAYS = 90;

    private final ConnectionId connection;
    private final Links links;
    private final LocalDate waiting;
    private final Map<Long, Invoice> credits = new LinkedHashMap<>();
    private final Set<Long> settled = new HashSet<>();

    /** As of today. */
    LoneCredits(ConnectionId connection, Links links, LocalDate today) {
        this.connection = connection;
        this.links = links;
        this.waiting = today.minusDays(GRACE_DAYS);
    }

    @Override
    public void invoice(Invoice invoice, boolean present) {
        if (present && invoice.type().isRefund() && invoice.state() == MoveState.POSTED
                && invoice.booking().reversedEntry() == null && invoice.amounts().total().signum() > 0
                && (invoice.type() != MoveType.VENDOR_REFUND || isWaiting(invoice))) {
            credits.put(invoice.id(), invoice.withLines(List.of()));
        }
    }

    @Override
    public void findings(Consumer<Finding> found, CancelToken cancel) throws ProblemException {
        for (OwedItem item : links.items()) {
            cancel.check();
            Invoice credit = credits.get(item.invoice());
            if (credit != null && (!links.areWhole(item) || isMatched(credit.type(), item))) {
                settled.add(item.invoice());
            }
        }
        credits.values().stream().filter(credit -> !settled.contains(credit.id())).map(this::finding).forEach(found);
    }

    /** Whether nobody has used a refund, or paid any of it back, since it was booked, which is some time ago. */
    private boolean isWaiting(Invoice refund) {
        LocalDate date = refund.dates().accounting();
        return date != null && !date.isAfter(waiting) && refund.amounts().residual().signum() != 0
                && (refund.paymentState() == PaymentState.NOT_PAID || refund.paymentState() == PaymentState.BLOCKED);
    }

    private boolean isMatched(MoveType type, OwedItem item) {
        return (type == MoveType.VENDOR_REFUND && links.others(item).findAny().isPresent())
                || links.others(item).map(other -> other.entry().type()).anyMatch(LoneCredits::isInvoice);
    }

    private static boolean isInvoice(@Nullable MoveType type) {
        return type != null && !type.isRefund();
    }

    private Finding finding(Invoice credit) {
        return Finding.of(connection, Weight.LOW, List.of(Finding.Document.of(connection, credit)),
                new Fact.LoneCredit(credit.type().isSale(), credit.parties().printedName(),
                        Money.of(credit.amounts().total(), credit.booking().currency())),
                credit.id());
    }
}
