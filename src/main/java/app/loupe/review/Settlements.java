package app.loupe.review;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.Payment;
import app.loupe.domain.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Reads from the copy what settled an invoice, part by part; parts without an amount are none. */
public final class Settlements {
    private final InvoiceReader reader;

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
            settlements.add(Settlement.of(invoice, payment, other));
        }
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
        documents.forEach((id, invoice) -> {
            if (invoices.contains(id)) {
                consumer.accept(invoice,
                        told(payments.getOrDefault(id, List.of())).stream().map(part -> Settlement.of(invoice,
                                part, Optional.ofNullable(documents.get(part.moveId())))).toList());
            }
        });
    }
}
