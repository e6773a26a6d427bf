package app.loupe.bookcheck;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.Money;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds credit notes and vendor refunds that belong to no invoice or bill: they reverse none and were reconciled with none. Where
 * the other side of a reconciliation is not in the copy it may have been one, and nothing is told. Vendor refunds are typed in
 * from papers, which Odoo does not tie to a bill: one that was paid back is as it should be, and only one that is matched with
 * nothing for some time is told.
 */
final class LoneCredits implements Check {
    /** So long a vendor's refund may wait for the next bill, or for its money: terms are 60 days at most, and one more month. */
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
                && !isYoung(invoice)) {
            credits.put(invoice.id(), invoice.withLines(List.of()));
        }
    }

    @Override
    public void findings(Consumer<Finding> found) {
        for (OwedItem item : links.items()) {
            Invoice credit = credits.get(item.invoice());
            if (credit != null && (!links.areWhole(item) || isMatched(credit.type(), item))) {
                settled.add(item.invoice());
            }
        }
        credits.values().stream().filter(credit -> !settled.contains(credit.id())).map(this::finding).forEach(found);
    }

    private boolean isYoung(Invoice invoice) {
        LocalDate date = invoice.dates().accounting();
        return invoice.type() == MoveType.VENDOR_REFUND && (date == null || date.isAfter(waiting));
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
