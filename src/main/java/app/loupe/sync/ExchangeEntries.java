package app.loupe.sync;

import app.loupe.domain.Blocking;
import app.loupe.domain.Counterpart;
import app.loupe.domain.Payment;
import app.loupe.domain.ProblemException;
import app.loupe.reconcile.Reconciliations.Part;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what a part is that settled nothing in the invoice's currency: with a server that says for which reconciliation an
 * entry was booked, the difference of exchange rates of one of the invoice's own, in the company's currency; with one whose
 * payment box makes no difference, a part like any other. Everything else only the box tells.
 */
final class ExchangeEntries {
    private final Map<Long, Set<Long>> partials = new HashMap<>();
    private boolean marked = true;

    private ExchangeEntries() {}

    /** Asks about these entries; nothing when there is none. */
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
        parts.forEach(part -> own.add(part.partial()));
        List<Payment> payments = parts.stream().flatMap(part -> Optional.ofNullable(counterparts.get(part.item()))
                .flatMap(other -> payment(part, other, own)).stream()).toList();
        return payments.size() == parts.size() ? Optional.of(payments) : Optional.empty();
    }

    private Optional<Payment> payment(Part part, Counterpart other, Set<Long> own) {
        if (!part.isMoneyless() || !marked) {
            return Optional.of(other.payment(part.amount()));
        }
        boolean booked = partials.getOrDefault(other.move().id(), Set.of()).stream().anyMatch(own::contains);
        return booked ? Optional.of(other.exchangeDifference()) : Optional.empty();
    }
}
