package testkit.cli;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Folding;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.LineKind;
import app.loupe.domain.LineTerm;
import app.loupe.domain.MoveLine;
import app.loupe.domain.Partner;
import app.loupe.domain.Payment;
import app.loupe.domain.Ref;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A local copy in memory. */
public final class FakeReader implements InvoiceReader {
    private final Map<InvoiceKey, Invoice> invoices = new TreeMap<>(
            Comparator.comparing(InvoiceKey::connection).thenComparingLong(InvoiceKey::id));
    private final Map<InvoiceKey, Presence> presences = new HashMap<>();

    /** Holds an invoice that Odoo still shows. */
    public void put(String connection, Invoice invoice) {
        put(connection, invoice, Presence.PRESENT);
    }

    /** Holds an invoice. */
    public void put(String connection, Invoice invoice, Presence presence) {
        var key = new InvoiceKey(new ConnectionId(connection), invoice.id());
        invoices.put(key, invoice);
        presences.put(key, presence);
    }

    @Override
    public List<InvoiceRow> rows(Set<ConnectionId> connections) {
        return invoices.entrySet().stream().filter(entry -> connections.contains(entry.getKey().connection()))
                .map(entry -> row(entry.getKey(), entry.getValue())).toList();
    }

    private InvoiceRow row(InvoiceKey key, Invoice invoice) {
        return new InvoiceRow(key, invoice.name(), invoice.type(), invoice.state(), invoice.paymentState(),
                invoice.partnerName(), 0, "", invoice.invoiceDate(), invoice.dueDate(), name(invoice.currency()),
                invoice.amountUntaxed(), invoice.amountTax(), invoice.amountTotal(), invoice.amountResidual(),
                invoice.ref(), invoice.paymentReference(), invoice.origin(), name(invoice.company()),
                name(invoice.salesperson()),
                invoice.toReview(), presences.getOrDefault(key, Presence.PRESENT));
    }

    private static String name(@Nullable Ref ref) {
        return ref == null ? "" : ref.name();
    }

    @Override
    public Map<LineTerm, Set<InvoiceKey>> withLines(Set<ConnectionId> connections, Set<LineTerm> terms) {
        return terms.stream().collect(Collectors.toMap(Function.identity(),
                term -> invoices.entrySet().stream().filter(entry -> connections.contains(entry.getKey().connection()))
                        .filter(entry -> entry.getValue().lines().stream().anyMatch(line -> holds(line, term)))
                        .map(Map.Entry::getKey).collect(Collectors.toSet())));
    }

    private static boolean holds(MoveLine line, LineTerm term) {
        return switch (term) {
            case LineTerm.Text text -> {
                String searched = Folding.searchable(line.label() + "\n" + name(line.product()));
                yield line.kind().isPrinted() && Folding.forms(text.typed()).stream()
                        .anyMatch(form -> text.whole()
                                ? Folding.containsWhole(searched, form)
                                : searched.contains(form));
            }
            case LineTerm.Amount amount -> line.kind() == LineKind.PRODUCT
                    && Stream.of(line.priceUnit(), line.priceSubtotal(), line.priceTotal())
                            .anyMatch(value -> value.abs().compareTo(amount.value()) == 0);
        };
    }

    @Override
    public Optional<Invoice> invoice(InvoiceKey key) {
        return Optional.ofNullable(invoices.get(key));
    }

    @Override
    public List<Payment> payments(InvoiceKey key) {
        return List.of();
    }

    @Override
    public Optional<Partner> partner(ConnectionId connection, long id) {
        return Optional.empty();
    }

    @Override
    public void each(ConnectionId connection, boolean withLines, Consumer<Invoice> consumer) {
        invoices.forEach((key, invoice) -> {
            if (key.connection().equals(connection)) {
                consumer.accept(invoice);
            }
        });
    }

    @Override
    public Counts counts(ConnectionId connection) {
        long all = invoices.keySet().stream().filter(key -> key.connection().equals(connection)).count();
        return new Counts(all, 0, 0, 0, 0, 0);
    }
}
