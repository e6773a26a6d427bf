package app.loupe.sync;

import app.loupe.domain.Blocking;
import app.loupe.domain.Counterpart;
import app.loupe.domain.Payment;
import app.loupe.domain.ProblemException;
import app.loupe.reconcile.Reconciliations.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a reconciled part is that settled nothing in the invoice's currency. Some servers say for which
 * reconciliation an entry was booked: there it is the exchange difference, in the company's currency, of one of the
 * invoice's own reconciliations, whether the entry was reconciled with the invoice or with what settled it. On servers
 * whose payment box makes no such difference, it is a part like any other if it was reconciled with the invoice.
 * Everything else only the payment box tells.
 */
final class ExchangeEntries {
    private final Map<Long, Set<Long>> partials = new HashMap<>();
    private boolean marked = true;

    private ExchangeEntries() {}

    /** Asks about these entries; sends no request when there are none. */
    @Blocking
    static ExchangeEntries read(Work work, Collection<Long> moves) throws ProblemException {
        var entries = new ExchangeEntries();
        work.pages().walk(List.copyOf(moves), work.source()::exchangeEntries, (part, answer) -> {
            entries.marked &= answer.isPresent();
            answer.ifPresent(entries.partials::putAll);
        });
        return entries;
    }

    /** The payments that these parts of one invoice are; empty when one of them is not certain. */
    Optional<List<Payment>> payments(List<Part> parts, Map<Long, Counterpart> counterparts) {
        var own = new HashSet<Long>();
        parts.stream().filter(part -> !part.beyond()).forEach(part -> own.add(part.partial()));
        var payments = new ArrayList<Payment>();
        for (Part part : parts) {
            @Nullable
            Counterpart other = counterparts.get(part.item());
            if (other == null) {
                return Optional.empty();
            }
            Set<Long> bookedFor = partials.getOrDefault(other.move().id(), Set.of());
            if (!part.isMoneyless() || (!marked && !part.beyond())) {
                payments.add(other.payment(part.amount()));
            } else if (bookedFor.stream().anyMatch(own::contains)) {
                payments.add(other.exchangeDifference());
            } else if (marked && (!part.beyond() || bookedFor.isEmpty())) {
                return Optional.empty();
            }
        }
        return Optional.of(payments);
    }
}
