package testkit.window;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Partner;
import app.loupe.domain.Payment;
import app.loupe.domain.PrintedLine;
import app.loupe.domain.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The copy in memory of the command line's tests, which can look larger than it is. */
public final class FakeReader implements InvoiceReader {
    private final testkit.cli.FakeReader held = new testkit.cli.FakeReader();
    private final Map<ConnectionId, Long> counts = new ConcurrentHashMap<>();
    private final Map<ConnectionId, Long> products = new ConcurrentHashMap<>();

    /** Receivable and payable items of each connection. */
    public final Map<ConnectionId, List<OwedItem>> owed = new ConcurrentHashMap<>();

    /** Partners, of whatever connection. */
    public final Map<Long, Partner> partners = new ConcurrentHashMap<>();

    /** Says that a connection has so many invoices, whatever it gives of them: a large copy takes long to make. */
    public FakeReader with(ConnectionId id, long invoices) {
        counts.put(id, invoices);
        return this;
    }

    /** Says that so many products stand on the invoices of a connection. */
    public FakeReader withProducts(ConnectionId id, long many) {
        products.put(id, many);
        return this;
    }

    /** Holds an invoice that Odoo still shows. */
    public void put(ConnectionId connection, Invoice invoice) {
        held.put(connection.value(), invoice);
    }

    @Override
    public void rows(Set<ConnectionId> connections, Consumer<InvoiceRow> consumer) {
        held.rows(connections, consumer);
    }

    @Override
    public List<InvoiceRow> rows(ConnectionId connection, Set<Long> ids) {
        return held.rows(connection, ids);
    }

    @Override
    public void printedLines(Set<ConnectionId> connections, Consumer<PrintedLine> consumer) {
        held.printedLines(connections, consumer);
    }

    @Override
    public void printedLines(ConnectionId connection, Set<Long> ids, Consumer<PrintedLine> consumer) {
        held.printedLines(connection, ids, consumer);
    }

    @Override
    public Optional<Invoice> invoice(InvoiceKey key) {
        return held.invoice(key);
    }

    @Override
    public Map<Long, List<Payment>> payments(ConnectionId connection, Set<Long> invoices) throws ProblemException {
        return held.payments(connection, invoices);
    }

    @Override
    public Optional<Partner> partner(ConnectionId connection, long id) {
        return Optional.ofNullable(partners.get(id));
    }

    @Override
    public Optional<Partner> companyContact(ConnectionId connection, long company) {
        return partners.values().stream().filter(one -> one.ownCompany() == company).findFirst();
    }

    @Override
    public void each(ConnectionId connection, boolean withLines, Consumer<Invoice> consumer) {
        held.each(connection, withLines, consumer);
    }

    @Override
    public void owedItems(ConnectionId connection, Consumer<OwedItem> consumer) {
        owed.getOrDefault(connection, List.of()).forEach(consumer);
    }

    @Override
    public void owedItems(ConnectionId connection, Set<Long> invoices, Set<Long> ids, Consumer<OwedItem> consumer) {
        owedItems(connection, item -> {
            if (invoices.contains(item.invoice()) || ids.contains(item.id())) {
                consumer.accept(item);
            }
        });
    }

    @Override
    public Counts counts(ConnectionId connection) {
        Counts there = held.counts(connection);
        return new Counts(counts.getOrDefault(connection, there.invoices()), there.removed(), 0, 0, 0,
                products.getOrDefault(connection, 0L));
    }

    @Override
    public String state(ConnectionId connection) {
        return held.state(connection);
    }
}
