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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A copy that knows only how many invoices it holds. */
public final class FakeReader implements InvoiceReader {
    private final Map<ConnectionId, Long> counts = new ConcurrentHashMap<>();

    /** Single invoices that it knows more of. */
    public final List<InvoiceRow> rows = new CopyOnWriteArrayList<>();

    /** Receivable and payable items of each connection. */
    public final Map<ConnectionId, List<OwedItem>> owed = new ConcurrentHashMap<>();

    /** Partners, of whatever connection. */
    public final Map<Long, Partner> partners = new ConcurrentHashMap<>();

    /** Sets how many invoices a connection has. */
    public FakeReader with(ConnectionId id, long invoices) {
        counts.put(id, invoices);
        return this;
    }

    @Override
    public void rows(Set<ConnectionId> connections, Consumer<InvoiceRow> consumer) {
        // only those asked for by their ids
    }

    @Override
    public List<InvoiceRow> rows(ConnectionId connection, Set<Long> ids) {
        return rows.stream().filter(row -> row.key().connection().equals(connection) && ids.contains(row.key().id()))
                .toList();
    }

    @Override
    public void printedLines(Set<ConnectionId> connections, Consumer<PrintedLine> consumer) {
        // holds none
    }

    @Override
    public void printedLines(ConnectionId connection, Set<Long> ids, Consumer<PrintedLine> consumer) {
        // holds none
    }

    @Override
    public Optional<Invoice> invoice(InvoiceKey key) {
        return Optional.empty();
    }

    @Override
    public Map<Long, List<Payment>> payments(ConnectionId connection, Set<Long> invoices) {
        return Map.of();
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
        // holds none
    }

    @Override
    public void owedItems(ConnectionId connection, Consumer<OwedItem> consumer) {
        owed.getOrDefault(connection, List.of()).forEach(consumer);
    }

    @Override
    public void owedItems(ConnectionId connection, Set<Long> invoices, Set<Long> ids, Consumer<OwedItem> consumer) {
        // holds none
    }

    @Override
    public Counts counts(ConnectionId connection) {
        return new Counts(counts.getOrDefault(connection, 0L), 0, 0, 0, 0, 0);
    }
}
