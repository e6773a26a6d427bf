package app.loupe.review;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.Payment;
import app.loupe.domain.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Reads from the copy what settled an invoice, part by part; parts without an amount are none. Differences of exchange rates
 * are read of a whole connection when the first of them is met, and again for one that had not come by then. Used by one thread
 * at a time.
 */
public final class Settlements {
    private static final Comparator<Settlement> OLDEST_FIRST = Comparator.comparing(Settlement::date,
            Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()));

    private final InvoiceReader reader;
    /** By entry; an entry that the copy does not hold has none. */
    private final Map<ConnectionId, Map<Long, List<BigDecimal>>> differences = new HashMap<>();

    /** Over this copy. */
    public Settlements(InvoiceReader reader) {
        this.reader = reader;
    }

    /** The parts of this invoice, oldest first. */
    @Blocking
    public List<Settlement> of(InvoiceKey key, Invoice invoice) throws ProblemException {
        var settlements = new ArrayList<Settlement>();
        for (Payment payment : told(reader.payments(key))) {
            Optional<Invoice> other = reader.invoice(new InvoiceKey(key.connection(), payment.moveId()));
            settlements.add(Settlement.of(invoice, payment, other, gain(key.connection(), payment)));
        }
        settlements.sort(OLDEST_FIRST);
        return settlements;
    }

    /** Odoo lists differences of exchange rates of no amount in a document's currency: they say nothing. */
    private static List<Payment> told(List<Payment> parts) {
        return parts.stream().filter(part -> part.amount().signum() != 0).toList();
    }

    /**
     * Gives these invoices of a connection, without their lines, and the parts of each, oldest first; ids ascending. All are
     * read together, which for a whole book is a small part of what one question for each invoice and each payment costs; they
     * are in memory as long as this takes.
     */
    @Blocking
    public void each(ConnectionId connection, Set<Long> invoices, BiConsumer<Invoice, List<Settlement>> consumer)
            throws ProblemException {
        Map<Long, List<Payment>> payments = reader.payments(connection, invoices);
        var wanted = new HashSet<>(invoices);
        payments.values().forEach(parts -> parts.forEach(part -> wanted.add(part.moveId())));
        Map<Long, Invoice> documents = new TreeMap<>();
        reader.each(connection, wanted, false, document -> documents.put(document.id(), document));
        for (Map.Entry<Long, Invoice> document : documents.entrySet()) {
            if (invoices.contains(document.getKey())) {
                var settlements = new ArrayList<Settlement>();
                for (Payment part : told(payments.getOrDefault(document.getKey(), List.of()))) {
                    settlements.add(Settlement.of(document.getValue(), part,
                            Optional.ofNullable(documents.get(part.moveId())), gain(connection, part)));
                }
                settlements.sort(OLDEST_FIRST);
                consumer.accept(document.getValue(), List.copyOf(settlements));
            }
        }
    }

    /**
     * Whether a difference of exchange rates was a gain, 1, or a loss, -1: Odoo gives no sign, and books a gain to the debit of
     * the account of the partner. 0 where the copy does not hold the entry, or the entry has both.
     */
    private int gain(ConnectionId connection, Payment payment) throws ProblemException {
        if (!payment.exchangeDifference()) {
            return 0;
        }
        List<BigDecimal> booked = differences(connection, payment.moveId());
        List<BigDecimal> own = booked.stream().filter(one -> one.abs().compareTo(payment.amount().abs()) == 0)
                .toList();
        List<Integer> signs = (own.isEmpty() ? booked : own).stream().map(BigDecimal::signum).distinct().toList();
        return signs.size() == 1 ? signs.getFirst() : 0;
    }

    /** What this entry booked with partners that moves nothing in the currency of the item. */
    private List<BigDecimal> differences(ConnectionId connection, long entry) throws ProblemException {
        Map<Long, List<BigDecimal>> known = differences.computeIfAbsent(connection, none -> new HashMap<>());
        if (!known.containsKey(entry)) {
            var found = new HashMap<Long, List<BigDecimal>>();
            reader.owedItems(connection, item -> {
                if (item.isDifference()) {
                    found.computeIfAbsent(item.entry().id(), one -> new ArrayList<>(1)).add(item.booked().balance());
                }
            });
            known.putAll(found);
        }
        return known.computeIfAbsent(entry, missing -> List.of());
    }
}
