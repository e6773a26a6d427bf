package testkit.cli;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Partner;
import app.loupe.domain.Payment;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.PrintedLine;
import app.loupe.domain.Ref;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import testkit.KeyedPayments;
import testkit.FakeRows;

/** A local copy in memory; invoices may come while another thread reads. */
public final class FakeReader implements InvoiceReader {
    private final Map<InvoiceKey, Invoice> invoices = new ConcurrentSkipListMap<>(
            Comparator.comparing(InvoiceKey::connection).thenComparingLong(InvoiceKey::id));
    private final Map<ConnectionId, List<OwedItem>> owed = new HashMap<>();
    private final Map<InvoiceKey, List<Payment>> payments = new HashMap<>();
    /** Whether no payments can be read. */
    public boolean paymentsFail;
    /** Of how many invoices the payments were asked for. */
    public int paymentQuestions;
    private final Map<InvoiceKey, Presence> presences = new ConcurrentHashMap<>();

    private final Map<Long, String> vats = new HashMap<>();

    /** The partner of the invoices with this id has this VAT number. */
    public void putVat(long invoice, String vat) {
        vats.put(invoice, vat);
    }

    /** Holds a payment of an invoice. */
    public void putPayment(String connection, long invoice, Payment payment) {
        payments.computeIfAbsent(new InvoiceKey(new ConnectionId(connection), invoice), key -> new ArrayList<>())
                .add(payment);
    }

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
    public void rows(Set<ConnectionId> connections, Consumer<InvoiceRow> consumer) {
        invoices.entrySet().stream().filter(entry -> connections.contains(entry.getKey().connection()))
                .map(entry -> row(entry.getKey(), entry.getValue())).forEach(consumer);
    }

    private InvoiceRow row(InvoiceKey key, Invoice invoice) {
        return FakeRows.withLines(new InvoiceRow(key, invoice.name(), invoice.type(), invoice.state(),
                invoice.paymentState(),
                new InvoiceRow.Partner(invoice.parties().printedName(), Ref.idOf(invoice.parties().partner()), 0,
                        vats.getOrDefault(invoice.id(), "")),
                invoice.dates().invoice(), invoice.dates().due(),
                new InvoiceRow.Amounts(name(invoice.booking().currency()), invoice.amounts().untaxed(),
                        invoice.amounts().tax(), invoice.amounts().total(), invoice.amounts().residual()),
                new InvoiceRow.Booking(name(invoice.booking().journal()), name(invoice.booking().companyCurrency()),
                        invoice.amounts().signed().untaxed(), invoice.amounts().signed().total(),
                        invoice.amounts().signed().residual()),
                new InvoiceRow.OtherInfo(invoice.otherInfo().ref(), invoice.otherInfo().paymentReference(),
                        invoice.otherInfo().origin(), name(invoice.booking().company()),
                        name(invoice.booking().salesperson()), invoice.otherInfo().toReview()),
                presences.getOrDefault(key, Presence.PRESENT)), invoice.lines());
    }

    private static String name(@Nullable Ref ref) {
        return ref == null ? "" : ref.name();
    }

    @Override
    public List<InvoiceRow> rows(ConnectionId connection, Set<Long> ids) {
        var some = new ArrayList<InvoiceRow>();
        rows(Set.of(connection), some::add);
        some.removeIf(row -> !ids.contains(row.key().id()));
        return some;
    }

    @Override
    public void printedLines(Set<ConnectionId> connections, Consumer<PrintedLine> consumer) {
        invoices.forEach((key, invoice) -> {
            if (connections.contains(key.connection())) {
                invoice.lines().stream().filter(line -> line.kind().isPrinted())
                        .map(line -> new PrintedLine(key, line.kind(), line.label(), line.price().product(),
                                name(line.price().unit()), line.price().quantity(), line.price().priceUnit(),
                                line.price().subtotal(), line.price().total()))
                        .forEach(consumer);
            }
        });
    }

    @Override
    public void printedLines(ConnectionId connection, Set<Long> ids, Consumer<PrintedLine> consumer) {
        printedLines(Set.of(connection), line -> {
            if (ids.contains(line.invoice().id())) {
                consumer.accept(line);
            }
        });
    }

    @Override
    public Optional<Invoice> invoice(InvoiceKey key) {
        return Optional.ofNullable(invoices.get(key));
    }

    @Override
    public Map<Long, List<Payment>> payments(ConnectionId connection, Set<Long> invoices) throws ProblemException {
        if (paymentsFail) {
            throw ProblemException.of(ProblemCode.STORE_FAILED, "copy");
        }
        paymentQuestions += invoices.size();
        return KeyedPayments.of(payments, connection, invoices);
    }

    @Override
    public Optional<Partner> partner(ConnectionId connection, long id) {
        return Optional.empty();
    }

    @Override
    public Optional<Partner> companyContact(ConnectionId connection, long company) {
        return Optional.empty();
    }

    @Override
    public void each(ConnectionId connection, boolean withLines, Consumer<Invoice> consumer) {
        invoices.forEach((key, invoice) -> {
            if (key.connection().equals(connection)) {
                consumer.accept(withLines ? invoice : withoutLines(invoice));
            }
        });
    }

    private static Invoice withoutLines(Invoice whole) {
        return new Invoice(whole.id(), whole.writeDate(), whole.name(), whole.type(), whole.state(),
                whole.paymentState(), whole.parties(), whole.booking(), whole.dates(), whole.amounts(),
                whole.otherInfo(), List.of());
    }

    /** Holds an item that is owed. */
    public void putOwed(String connection, OwedItem item) {
        owed.computeIfAbsent(new ConnectionId(connection), id -> new ArrayList<>()).add(item);
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
        long all = invoices.keySet().stream().filter(key -> key.connection().equals(connection)).count();
        long there = presences.entrySet().stream().filter(entry -> entry.getKey().connection().equals(connection))
                .filter(entry -> entry.getValue() == Presence.PRESENT).count();
        return new Counts(there, all - there, 0, 0, 0, 0);
    }

    @Override
    public String state(ConnectionId connection) {
        return Integer.toString(Objects.hash(invoices, presences));
    }
}
