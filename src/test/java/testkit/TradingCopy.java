package testkit;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.CopyChanges;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Partner;
import app.loupe.domain.Payment;
import app.loupe.domain.PaymentState;
import app.loupe.domain.PrintedLine;
import app.loupe.domain.Ref;
import app.loupe.review.Shelf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A {@link FakeInvoices} whose customers are told apart, each paying after days of its own, and whose invoices have sold
 * one product each. Deterministic.
 */
public final class TradingCopy implements InvoiceReader {
    private static final List<String> CUSTOMERS = List.of("Gemini Furniture", "Brightwater Hotels", "Azure Interior",
            "Wood Corner", "Deco Addict", "Ready Mat", "Lumber Inc", "Jackson Group", "Café Zürich", "Nordlys Design");
    private static final List<String> PRODUCTS = List.of("Large Meeting Table", "Acoustic Bloc Screens",
            "Customizable Desk", "Cable Management Box", "Office Chair Black", "Drawer", "Conference Chair");
    private static final int USUAL_DAYS = 14;

    private final FakeInvoices invoices;
    private final CopyChanges changes;
    private final List<OwedItem> entries = new ArrayList<>();
    private boolean products = true;
    private final Map<String, Books> books = new HashMap<>();

    /** A company, and the currency that it keeps its books in. */
    private record Books(Ref company, Ref currency) {}

    /** A copy of these invoices. */
    public TradingCopy(FakeInvoices invoices) {
        this.invoices = invoices;
        changes = invoices.changes();
    }

    /** Two years of a business with a season, three currencies and a few who pay late. */
    public static TradingCopy business() {
        return business(CUSTOMERS);
    }

    /** The same with these customers. */
    public static TradingCopy business(List<String> customers) {
        FakeInvoices fake = FakeInvoices.empty();
        for (int i = 0; i < 760; i += 2) {
            LocalDate date = FakeInvoices.TODAY.minusDays(759L - i);
            int size = 900 + (i * 37) % 1700 + (int) (600 * Math.sin(date.getDayOfYear() / 58.0)) + i;
            String total = size + "." + (10 + i % 90);
            String customer = customers.get(i / 2 % customers.size());
            boolean open = (i > 640 && i % 3 == 0) || i > 740;
            fake.add("INV/" + date.getYear() + "/" + String.format(Locale.ROOT, "%05d", i), customer, date.toString(),
                    date.plusDays(i % 5 == 0 ? 7 : 30).toString(), total, open ? total : "0.00",
                    i % 11 == 0 ? "USD" : i % 13 == 0 ? "JPY" : "EUR");
            if (i % 6 == 0) {
                fake.addAs(MoveType.VENDOR_BILL, MoveState.POSTED,
                        i > 700 ? PaymentState.NOT_PAID : PaymentState.PAID, "BILL/" + i, "Wood Corner",
                        date.toString(), date.plusDays(21).toString(), size / 2 + ".00",
                        i > 700 ? size / 2 + ".00" : "0.00", "EUR");
            }
        }
        return new TradingCopy(fake);
    }

    /** The same with an open item in euros of an entry that is no invoice, which a customer owes since a day. */
    public TradingCopy withEntry(String customer, LocalDate day, String amount) {
        return withEntry(false, customer, day, amount);
    }

    /** The same, or one that is owed to a vendor: then what is owed is negative. */
    public TradingCopy withEntry(boolean payable, String partner, LocalDate day, String amount) {
        var sum = new BigDecimal(amount);
        long id = 9_000_000L + entries.size();
        entries.add(new OwedItem(id, 0, new OwedItem.Entry(id, null, "MISC/" + id, "Miscellaneous", ""), payable,
                new Ref(1, "Acme Trading"), new Ref(partner(partner), partner), new Ref(1, "EUR"),
                new OwedItem.Dates(day, day, null), sum, sum, new OwedItem.Booked(new Ref(1, "EUR"), sum, sum),
                List.of()));
        return this;
    }

    /** The same, where documents with such a number are of another company, which keeps its books in their currency. */
    public TradingCopy withCompany(String number, Ref company, Ref currency) {
        books.put(number, new Books(company, currency));
        return this;
    }

    /** The same, where no line names a product. */
    public TradingCopy withoutProducts() {
        products = false;
        return this;
    }

    /** What it is a copy of. */
    public FakeInvoices invoices() {
        return invoices;
    }

    /** The books over this copy. */
    public Shelf shelf() {
        return new Shelf(this, changes);
    }

    /** The id of a customer. */
    public static long partner(String name) {
        return 100L + Math.floorMod(name.hashCode(), 100_000);
    }

    @Override
    public void rows(Set<ConnectionId> connections, Consumer<InvoiceRow> consumer) {
        invoices.rows(connections, row -> consumer.accept(apart(row)));
    }

    @Override
    public List<InvoiceRow> rows(ConnectionId connection, Set<Long> ids) {
        return invoices.rows(connection, ids).stream().map(this::apart).toList();
    }

    private InvoiceRow apart(InvoiceRow row) {
        long id = partner(row.partner().name());
        Books own = books.get(row.number());
        InvoiceRow.Booking booking = own == null
                ? row.booking()
                : new InvoiceRow.Booking(row.booking().journal(), own.currency().name(), row.amounts().untaxed(),
                        row.amounts().total(), row.amounts().residual());
        InvoiceRow.OtherInfo info = row.otherInfo();
        return new InvoiceRow(row.key(), row.number(), row.type(), row.state(), row.paymentState(),
                new InvoiceRow.Partner(row.partner().name(), id, id, row.partner().vat()), row.invoiceDate(),
                row.dueDate(), row.amounts(), booking, own == null
                        ? info
                        : new InvoiceRow.OtherInfo(info.ref(), info.paymentReference(), info.origin(),
                                own.company().name(), info.salesperson(), info.toReview()),
                row.presence());
    }

    @Override
    public void printedLines(Set<ConnectionId> connections, Consumer<PrintedLine> consumer) {
        for (InvoiceRow row : invoices.rows(connections)) {
            int product = (int) (row.key().id() % 23 % PRODUCTS.size());
            BigDecimal amount = row.amounts().untaxed();
            consumer.accept(new PrintedLine(row.key(), LineKind.PRODUCT, PRODUCTS.get(product),
                    products ? new Ref(product + 1, PRODUCTS.get(product)) : null, "Units",
                    new BigDecimal(1 + row.key().id() % 9),
                    amount, amount, row.amounts().total()));
        }
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
    public void owedItems(ConnectionId connection, Consumer<OwedItem> consumer) {
        var seen = new ArrayList<OwedItem>();
        invoices.owedItems(connection, item -> {
            Ref partner = item.partner() == null
                    ? null
                    : new Ref(partner(item.partner().name()), item.partner().name());
            OwedItem.Dates dates = item.dates();
            if (item.invoice() == 0 && partner != null) {
                LocalDate paid = seen.getLast().dates().accounting().plusDays(USUAL_DAYS + partner.id() % 50);
                LocalDate day = paid.isAfter(FakeInvoices.TODAY) ? FakeInvoices.TODAY : paid;
                dates = new OwedItem.Dates(day, day, null);
            }
            Books in = books.get(item.number());
            var own = new OwedItem(item.id(), item.invoice(), item.entry(), item.payable(),
                    in == null ? item.company() : in.company(), partner, item.currency(), dates, item.amount(),
                    item.open(), in == null
                            ? item.booked()
                            : new OwedItem.Booked(in.currency(), item.amount(), item.open()),
                    item.partials());
            seen.add(own);
            consumer.accept(own);
        });
        entries.forEach(consumer);
    }

    @Override
    public void owedItems(ConnectionId connection, Set<Long> wanted, Set<Long> ids, Consumer<OwedItem> consumer) {
        owedItems(connection, item -> {
            if (wanted.contains(item.invoice()) || ids.contains(item.id())) {
                consumer.accept(item);
            }
        });
    }

    @Override
    public Optional<Invoice> invoice(InvoiceKey key) {
        return invoices.invoice(key);
    }

    @Override
    public Map<Long, List<Payment>> payments(ConnectionId connection, Set<Long> ids) {
        return invoices.payments(connection, ids);
    }

    @Override
    public Optional<Partner> partner(ConnectionId connection, long id) {
        return invoices.partner(connection, id);
    }

    @Override
    public Optional<Partner> companyContact(ConnectionId connection, long company) {
        return invoices.companyContact(connection, company);
    }

    @Override
    public void each(ConnectionId connection, boolean withLines, Consumer<Invoice> consumer) {
        invoices.each(connection, withLines, consumer);
    }

    @Override
    public Counts counts(ConnectionId connection) {
        return invoices.counts(connection);
    }

    @Override
    public String state(ConnectionId connection) {
        return invoices.state(connection);
    }
}
