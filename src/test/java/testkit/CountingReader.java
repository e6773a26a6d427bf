package testkit;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Partner;
import app.loupe.domain.Payment;
import app.loupe.domain.PrintedLine;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.util.HashSet;
import java.util.Map;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Counts how often all rows and all lines are read. */
public final class CountingReader implements InvoiceReader {
    private final FakeInvoices copy;
    private final AtomicInteger readings = new AtomicInteger();
    private final AtomicInteger itemReadings = new AtomicInteger();
    private final List<Set<Long>> changedItems = new CopyOnWriteArrayList<>();
    private final AtomicInteger searches = new AtomicInteger();
    private final List<Set<Long>> changed = new CopyOnWriteArrayList<>();
    private final List<Set<Long>> changedLines = new CopyOnWriteArrayList<>();
    private final AtomicBoolean searchesFail = new AtomicBoolean();

    /** Reads from this copy. */
    public CountingReader(FakeInvoices copy) {
        this.copy = copy;
    }

    /** How often all rows were read. */
    public int readings() {
        return readings.get();
    }

    /** How often all lines were read. */
    public int searches() {
        return searches.get();
    }

    /** How often all receivable and payable items of a connection were read. */
    public int itemReadings() {
        return itemReadings.get();
    }

    /** The ids of invoices and items of which items were read, reading by reading. */
    public List<Set<Long>> changedItems() {
        return changedItems;
    }

    @Override
    public void rows(Set<ConnectionId> connections, Consumer<InvoiceRow> consumer) {
        readings.incrementAndGet();
        copy.rows(connections, consumer);
    }

    /** Fails: whoever is counted keeps columns, and a list of all rows beside them would take several times as much. */
    @Override
    public List<InvoiceRow> rows(Set<ConnectionId> connections) {
        throw new AssertionError("all rows in one list");
    }

    /** Whether the lines can be read no longer. */
    public void searchesFail(boolean fail) {
        searchesFail.set(fail);
    }

    @Override
    public List<InvoiceRow> rows(ConnectionId connection, Set<Long> ids) {
        changed.add(Set.copyOf(ids));
        return copy.rows(connection, ids);
    }

    /** The ids of which rows were read, reading by reading. */
    public List<Set<Long>> changed() {
        return changed;
    }

    /** The ids of which lines were read, reading by reading. */
    public List<Set<Long>> changedLines() {
        return changedLines;
    }

    @Override
    public void printedLines(Set<ConnectionId> connections, Consumer<PrintedLine> consumer) throws ProblemException {
        searches.incrementAndGet();
        if (searchesFail.get()) {
            throw ProblemException.of(ProblemCode.STORE_FAILED);
        }
        copy.printedLines(connections, consumer);
    }

    @Override
    public void printedLines(ConnectionId connection, Set<Long> invoices, Consumer<PrintedLine> consumer) {
        changedLines.add(Set.copyOf(invoices));
        copy.printedLines(connection, invoices, consumer);
    }

    @Override
    public Optional<Invoice> invoice(InvoiceKey key) {
        return copy.invoice(key);
    }

    @Override
    public Map<Long, List<Payment>> payments(ConnectionId connection, Set<Long> invoices) {
        return copy.payments(connection, invoices);
    }

    @Override
    public Optional<Partner> partner(ConnectionId connection, long id) {
        return copy.partner(connection, id);
    }

    @Override
    public Optional<Partner> companyContact(ConnectionId connection, long company) {
        return copy.companyContact(connection, company);
    }

    @Override
    public void each(ConnectionId connection, boolean withLines, Consumer<Invoice> consumer) {
        copy.each(connection, withLines, consumer);
    }

    @Override
    public void owedItems(ConnectionId connection, Consumer<OwedItem> consumer) {
        itemReadings.incrementAndGet();
        copy.owedItems(connection, consumer);
    }

    @Override
    public void owedItems(ConnectionId connection, Set<Long> invoices, Set<Long> ids, Consumer<OwedItem> consumer) {
        var all = new HashSet<>(invoices);
        all.addAll(ids);
        changedItems.add(all);
        copy.owedItems(connection, invoices, ids, consumer);
    }

    @Override
    public Counts counts(ConnectionId connection) {
        return copy.counts(connection);
    }

    @Override
    public String state(ConnectionId connection) {
        return copy.state(connection);
    }
}
