package app.loupe.bookcheck;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.Money;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds credit notes that belong to no invoice: they reverse none and were reconciled with none. Where the other side of a
 * reconciliation is not in the copy it may have been one, and nothing is told. Refunds of vendors are typed in from their
 * papers, which Odoo does not tie to a bill; none of them is told.
 */
final class LoneCredits implements Check {
    private final ConnectionId connection;
    private final Links links;
    private final Map<Long, Invoice> credits = new LinkedHashMap<>();
    private final Set<Long> settled = new HashSet<>();

    LoneCredits(ConnectionId connection, Links links) {
        this.connection = connection;
        this.links = links;
    }

    @Override
    public void invoice(Invoice invoice, boolean present) {
        if (present && invoice.type() == MoveType.CREDIT_NOTE && invoice.state() == MoveState.POSTED
                && invoice.booking().reversedEntry() == null && invoice.amounts().total().signum() > 0) {
            credits.put(invoice.id(), invoice.withLines(List.of()));
        }
    }

    @Override
    public void findings(Consumer<Finding> found) {
        for (OwedItem item : links.items()) {
            if (credits.containsKey(item.invoice()) && (!links.areWhole(item)
                    || links.others(item).map(other -> other.entry().type()).anyMatch(LoneCredits::isInvoice))) {
                settled.add(item.invoice());
            }
        }
        credits.values().stream().filter(credit -> !settled.contains(credit.id())).map(this::finding).forEach(found);
    }

    private static boolean isInvoice(@Nullable MoveType type) {
        return type != null && !type.isRefund();
    }

    private Finding finding(Invoice credit) {
        return Finding.of(connection, Weight.LOW, List.of(Finding.Document.of(connection, credit)),
                new Fact.LoneCredit(credit.parties().printedName(),
                        Money.of(credit.amounts().total(), credit.booking().currency())),
                credit.id());
    }
}
