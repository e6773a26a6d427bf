package app.loupe.app.commands;

import app.loupe.domain.CancelToken;
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
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Reads from another reader until somebody asks to stop: looks at the token before each question and at each record that is found,
 * so that whoever goes through a whole copy need not. Throws {@link ProblemCode#CANCELLED} then.
 */
final class StoppableReader implements InvoiceReader {
    /** So many are asked for at a time where a question gives its answer whole. */
    private static final int AT_ONCE = 2_000;

    private final InvoiceReader reader;
    private final CancelToken cancel;

    StoppableReader(InvoiceReader reader, CancelToken cancel) {
        this.reader = reader;
        this.cancel = cancel;
    }

    /** Asks the other reader, which gives what it finds to a taker. */
    @FunctionalInterface
    private interface Question<T> {
        void ask(Consumer<T> taker) throws ProblemException;
    }

    private <T> void each(Consumer<T> consumer, Question<T> question) throws ProblemException {
        cancel.check();
        try {
            question.ask(found -> {
                if (cancel.isCancelled()) {
                    // nothing that is checked gets through a consumer
                    throw new CancellationException();
                }
                consumer.accept(found);
            });
        } catch (CancellationException stopped) {
            cancel.check();
            throw stopped;
        }
    }

    @Override
    public void rows(Set<ConnectionId> connections, Consumer<InvoiceRow> consumer) throws ProblemException {
        each(consumer, taker -> reader.rows(connections, taker));
    }

    @Override
    public List<InvoiceRow> rows(ConnectionId connection, Set<Long> ids) throws ProblemException {
        cancel.check();
        return reader.rows(connection, ids);
    }

    @Override
    public List<InvoiceRow> reversals(InvoiceKey key) throws ProblemException {
        cancel.check();
        return reader.reversals(key);
    }

    @Override
    public void printedLines(Set<ConnectionId> connections, Consumer<PrintedLine> consumer) throws ProblemException {
        each(consumer, taker -> reader.printedLines(connections, taker));
    }

    @Override
    public void printedLines(ConnectionId connection, Set<Long> invoices, Consumer<PrintedLine> consumer)
            throws ProblemException {
        each(consumer, taker -> reader.printedLines(connection, invoices, taker));
    }

    @Override
    public Optional<Invoice> invoice(InvoiceKey key) throws ProblemException {
        cancel.check();
        return reader.invoice(key);
    }

    /** {@inheritDoc} In the order of the ids, as they lie. */
    @Override
    public Map<Long, List<Payment>> payments(ConnectionId connection, Set<Long> invoices) throws ProblemException {
        List<Long> ids = invoices.stream().sorted().toList();
        var payments = new HashMap<Long, List<Payment>>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            cancel.check();
            payments.putAll(reader.payments(connection,
                    Set.copyOf(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))));
        }
        return payments;
    }

    @Override
    public Map<Long, LocalDate> accountingDates(ConnectionId connection) throws ProblemException {
        cancel.check();
        return reader.accountingDates(connection);
    }

    @Override
    public Optional<Partner> partner(ConnectionId connection, long id) throws ProblemException {
        cancel.check();
        return reader.partner(connection, id);
    }

    @Override
    public Optional<Partner> companyContact(ConnectionId connection, long company) throws ProblemException {
        cancel.check();
        return reader.companyContact(connection, company);
    }

    @Override
    public void each(ConnectionId connection, boolean withLines, Consumer<Invoice> consumer) throws ProblemException {
        each(consumer, taker -> reader.each(connection, withLines, taker));
    }

    @Override
    public void each(ConnectionId connection, Set<Long> invoices, boolean withLines, Consumer<Invoice> consumer)
            throws ProblemException {
        each(consumer, taker -> reader.each(connection, invoices, withLines, taker));
    }

    @Override
    public void eachShown(ConnectionId connection, Set<Long> invoices, Consumer<Invoice> consumer)
            throws ProblemException {
        each(consumer, taker -> reader.eachShown(connection, invoices, taker));
    }

    @Override
    public void owedItems(ConnectionId connection, Consumer<OwedItem> consumer) throws ProblemException {
        each(consumer, taker -> reader.owedItems(connection, taker));
    }

    @Override
    public void owedItems(ConnectionId connection, Set<Long> invoices, Set<Long> ids, Consumer<OwedItem> consumer)
            throws ProblemException {
        each(consumer, taker -> reader.owedItems(connection, invoices, ids, taker));
    }

    @Override
    public Counts counts(ConnectionId connection) throws ProblemException {
        cancel.check();
        return reader.counts(connection);
    }

    @Override
    public String state(ConnectionId connection) throws ProblemException {
        cancel.check();
        return reader.state(connection);
    }
}
