package testkit;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.LineTerm;
import app.loupe.domain.Partner;
import app.loupe.domain.Payment;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Counts how often the rows are read and the lines are searched. */
public final class CountingReader implements InvoiceReader {
    private final FakeInvoices copy;
    private final AtomicInteger readings = new AtomicInteger();
    private final AtomicInteger searches = new AtomicInteger();
    private final AtomicBoolean searchesFail = new AtomicBoolean();

    /** Reads from this copy. */
    public CountingReader(FakeInvoices copy) {
        this.copy = copy;
    }

    /** How often all rows were read. */
    public int readings() {
        return readings.get();
    }

    /** How often the lines were searched. */
    public int searches() {
        return searches.get();
    }

    @Override
    public List<InvoiceRow> rows(Set<ConnectionId> connections) {
        readings.incrementAndGet();
        return copy.rows(connections);
    }

    /** Whether the lines can be searched no longer. */
    public void searchesFail(boolean fail) {
        searchesFail.set(fail);
    }

    @Override
    public Map<LineTerm, Set<InvoiceKey>> withLines(Set<ConnectionId> connections, Set<LineTerm> terms)
            throws ProblemException {
        searches.incrementAndGet();
        if (searchesFail.get()) {
            throw ProblemException.of(ProblemCode.STORE_FAILED);
        }
        return copy.withLines(connections, terms);
    }

    @Override
    public Optional<Invoice> invoice(InvoiceKey key) {
        return copy.invoice(key);
    }

    @Override
    public List<Payment> payments(InvoiceKey key) {
        return copy.payments(key);
    }

    @Override
    public Optional<Partner> partner(ConnectionId connection, long id) {
        return copy.partner(connection, id);
    }

    @Override
    public void each(ConnectionId connection, boolean withLines, Consumer<Invoice> consumer) {
        copy.each(connection, withLines, consumer);
    }

    @Override
    public Counts counts(ConnectionId connection) {
        return copy.counts(connection);
    }
}
