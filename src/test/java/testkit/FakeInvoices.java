package testkit;

import app.loupe.domain.BookId;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.CopyChanges;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveLine;
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
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A copy in memory with believable invoices, as of {@link #TODAY}: three currencies, every status, sections and notes,
 * long names, one removed in Odoo, one with a reversal. Deterministic.
 */
public final class FakeInvoices implements InvoiceReader {
    /** The day all of this is about. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    /** The only connection. */
    public static final ConnectionId ACME = new ConnectionId("acme0000");
    /** When the copy was complete. */
    public static final Instant SYNCED = Instant.parse("2026-11-23T14:02:00Z");

    private static final Instant WRITTEN = Instant.parse("2026-11-20T09:00:00Z");
    private static final List<String> PARTNERS = List.of("Brightwater Hotels", "Deco Addict", "Ready Mat",
            "Azure Interior", "Gemini Furniture", "Lumber Inc", "Wood Corner", "Jackson Group", "Café Zürich",
            "Nordlys Design");

    private final Map<InvoiceKey, Invoice> invoices = new LinkedHashMap<>();
    private final Map<InvoiceKey, InvoiceRow> rows = new LinkedHashMap<>();
    private final Map<InvoiceKey, List<Payment>> payments = new LinkedHashMap<>();
    private final CopyChanges changes = new CopyChanges();
    private final InMemoryBook book = new InMemoryBook();
    private long nextId = 1;

    private FakeInvoices() {
        book.leadsTo(ACME, new BookId("https://acme.example", "acme"));
    }

    /** The owner's book of this copy. */
    public InMemoryBook book() {
        return book;
    }

    /** A copy without invoices. */
    public static FakeInvoices empty() {
        return new FakeInvoices();
    }

    /** The invoices of the mock-up, a credit note and two bills. */
    public static FakeInvoices believable() {
        FakeInvoices fake = mockUp();
        fake.addAs(MoveType.SALES_RECEIPT, MoveState.POSTED, PaymentState.PAID, "RCPT/2026/0001",
                "Café Zürich", "2026-11-02", "2026-11-02", "12.50", "0.00", "EUR");
        return fake;
    }

    /** The same without a receipt. */
    public static FakeInvoices mockUp() {
        var fake = new FakeInvoices();
        fake.add("INV/2026/01184", "Brightwater Hotels", "2026-11-18", "2026-12-05", "4820.00", "4820.00", "EUR");
        fake.add("INV/2026/01183", "Deco Addict", "2026-10-17", "2026-11-14", "1290.50", "1290.50", "EUR");
        fake.add("INV/2026/01182", "Ready Mat", "2026-11-17", "2026-12-07", "9930.00", "4965.00", "USD");
        fake.add("INV/2026/01181", "Gemini Furniture", "2026-11-16", "2026-11-20", "18650.00", "0.00", "EUR");
        fake.add("INV/2026/01180", "Lumber Inc", "2026-11-15", "2026-11-26", "760.20", "760.20", "EUR");
        fake.add("INV/2026/01179", "Wood Corner", "2026-09-15", "2026-10-23", "2204.75", "2204.75", "EUR");
        fake.add("INV/2026/01178", "Jackson Group", "2026-11-14", "2026-11-30", "482000", "0", "JPY");
        fake.add("INV/2026/01176", "Azure Interior", "2026-11-13", "2026-11-23", "5990.00", "5990.00", "EUR");
        fake.addAs(MoveType.CUSTOMER_INVOICE, MoveState.DRAFT, PaymentState.NOT_PAID, "", "Brightwater Hotels", null,
                null, "1120.00", "1120.00", "EUR");
        fake.addAs(MoveType.CUSTOMER_INVOICE, MoveState.POSTED, PaymentState.IN_PAYMENT, "INV/2026/01175",
                "Deco Addict", "2026-11-12", "2026-11-20", "88.40", "0.00", "EUR");
        fake.addAs(MoveType.CUSTOMER_INVOICE, MoveState.POSTED, PaymentState.PARTIAL, "INV/2026/01174",
                "Gemini Furniture", "2026-11-12", "2026-11-18", "12400.00", "6200.00", "EUR");
        fake.addAs(MoveType.CUSTOMER_INVOICE, MoveState.CANCELLED, PaymentState.NOT_PAID, "INV/2026/01173",
                "Ready Mat", "2026-11-11", "2026-11-20", "640.00", "640.00", "USD");
        InvoiceKey reversed = fake.addAs(MoveType.CUSTOMER_INVOICE, MoveState.POSTED, PaymentState.REVERSED,
                "INV/2026/01172", "Azure Interior", "2026-11-10", "2026-11-20", "310.00", "0.00", "EUR");
        fake.addAs(MoveType.CUSTOMER_INVOICE, MoveState.POSTED, PaymentState.BLOCKED, "INV/2026/01171", "Lumber Inc",
                "2026-11-09", "2026-12-20", "75.00", "75.00", "EUR");
        InvoiceKey refund = fake.addAs(MoveType.CREDIT_NOTE, MoveState.POSTED, PaymentState.PAID, "RINV/2026/00031",
                "Azure Interior", "2026-11-16", "2026-11-16", "310.00", "0.00", "EUR");
        fake.reverses(refund, reversed);
        fake.addAs(MoveType.VENDOR_BILL, MoveState.POSTED, PaymentState.NOT_PAID, "BILL/2026/11/0003", "Wood Corner",
                "2026-11-03", "2026-12-03", "541.10", "541.10", "EUR");
        fake.addAs(MoveType.VENDOR_REFUND, MoveState.POSTED, PaymentState.NOT_PAID, "RBILL/2026/11/0001",
                "Wood Corner", "2026-11-04", "2026-11-04", "41.10", "41.10", "EUR");
        return fake;
    }

    /** The believable ones with a very long partner name, a long number and many lines. */
    public static FakeInvoices longNames() {
        FakeInvoices fake = believable();
        fake.add("SUBSIDIARY-EUROPE-NORTH/2026/11/000001185",
                "Vereinigte Donaudampfschifffahrtsgesellschaft für Möbel, Einrichtung und Innenausbau mbH & Co. KG",
                "2026-11-22", "2026-12-22", "1234567890.12", "1234567890.12", "EUR");
        return fake;
    }

    /**
     * The believable ones, and what Odoo makes of 10.34 with 21% and 4.72 with 6% tax that are rounded to five cents: in
     * number 01186 and its credit note the cent is taken from the biggest tax, in 01187 it is a line.
     */
    public static FakeInvoices cashRounding() {
        FakeInvoices fake = believable();
        fake.rounded(MoveType.CUSTOMER_INVOICE, "INV/2026/01186", true);
        fake.rounded(MoveType.CREDIT_NOTE, "RINV/2026/00032", true);
        fake.rounded(MoveType.CUSTOMER_INVOICE, "INV/2026/01187", false);
        return fake;
    }

    private void rounded(MoveType type, String number, boolean biggestTax) {
        InvoiceKey key = addAs(type, MoveState.POSTED, PaymentState.NOT_PAID, number, "Nordlys Design", "2026-11-19",
                "2026-12-19", "17.50", "17.50", "EUR");
        InvoiceRow row = FakeRows.withUntaxed(row(number), new BigDecimal(biggestTax ? "15.06" : "15.05"));
        rows.put(key, row);
        var high = new Ref(4, "VAT 21%");
        invoices.put(key, build(row, null, List.of(
                FakeLines.product(row, 1, "Cable Management Box", "2", FakeLines.share(row, "10.34")),
                FakeLines.product(row, 2, "Handbook", "1", FakeLines.share(row, "4.72")),
                FakeLines.tax(row, 3, high, "2.17"),
                FakeLines.tax(row, 4, new Ref(5, "VAT 6%"), "0.28"),
                FakeLines.rounding(row, 5, biggestTax ? "VAT 21% (rounding)" : "Cash rounding",
                        biggestTax ? high : null, "-0.01"))));
    }

    /** Many customer invoices over four years. */
    public static FakeInvoices many(int count) {
        var fake = new FakeInvoices();
        List<String> currencies = List.of("EUR", "EUR", "USD", "GBP");
        for (int i = 0; i < count; i++) {
            LocalDate date = TODAY.minusDays(i % 1400);
            String total = 10 + i % 9973 + "." + (10 + i % 90);
            fake.add(String.format(Locale.ROOT, "INV/%d/%06d", date.getYear(), count - i),
                    PARTNERS.get(i % PARTNERS.size()) + " " + i % 512, date.toString(),
                    date.plusDays(30).toString(), total, i % 3 == 0 ? total : "0.00", currencies.get(i % 4));
        }
        return fake;
    }

    /** The profile of the only connection. */
    public static ConnectionProfile profile() {
        return new ConnectionProfile(ACME, ConnectionProfile.Kind.ODOO, "Acme Trading", null, null, "19.0", SYNCED);
    }

    /** The key of a number. */
    public synchronized InvoiceKey key(String number) {
        return rows.values().stream().filter(row -> row.number().equals(number)).findFirst().orElseThrow().key();
    }

    /** The row of a number. */
    public synchronized InvoiceRow row(String number) {
        return Optional.ofNullable(rows.get(key(number))).orElseThrow();
    }

    /** Adds a posted customer invoice; its payment state follows from what is left to pay. */
    public synchronized InvoiceKey add(String number, String partner, String date, String due, String total,
            String residual, String currency) {
        var left = new BigDecimal(residual);
        PaymentState state = left.signum() == 0
                ? PaymentState.PAID
                : left.compareTo(new BigDecimal(total)) < 0 ? PaymentState.PARTIAL : PaymentState.NOT_PAID;
        return addAs(MoveType.CUSTOMER_INVOICE, MoveState.POSTED, state, number, partner, date, due, total, residual,
                currency);
    }

    /** Adds any document. */
    public synchronized InvoiceKey addAs(MoveType type, MoveState state, PaymentState payment, String number,
            String partner, @Nullable String date, @Nullable String due, String total, String residual,
            String currency) {
        var key = new InvoiceKey(ACME, nextId++);
        var gross = new BigDecimal(total);
        var left = new BigDecimal(residual);
        BigDecimal tax = gross.subtract(new BigDecimal("0.84").multiply(gross)).setScale(gross.scale(),
                RoundingMode.HALF_UP);
        LocalDate issued = date == null ? null : LocalDate.parse(date);
        LocalDate dueDate = due == null ? null : LocalDate.parse(due);
        rows.put(key,
                new InvoiceRow(key, number, type, state, payment,
                        new InvoiceRow.Partner(partner, 7, 7, "US12345674"),
                        issued, dueDate,
                        new InvoiceRow.Amounts(currency, gross.subtract(tax), tax, gross, left),
                        FakeItems.booking(type, currency, gross.subtract(tax), gross, left),
                        new InvoiceRow.OtherInfo("PO 7731", number, "S00" + key.id(), "Acme Trading",
                                "Mitchell Admin", false),
                        InvoiceRow.Presence.PRESENT));
        changes.invoices(ACME, Set.of(key.id()));
        if (gross.compareTo(left) > 0 && payment != PaymentState.REVERSED) {
            payments.put(key, List.of(new Payment(TODAY.minusDays(3), gross.subtract(left), "Bank", "PAY" + key.id(),
                    900 + key.id(), false)));
        }
        return key;
    }

    /** Marks one as removed in Odoo. */
    public synchronized void remove(InvoiceKey key) {
        rows.computeIfPresent(key, (same, row) -> withPresence(row, InvoiceRow.Presence.REMOVED_IN_ODOO));
        changes.invoices(ACME, Set.of(key.id()));
    }

    /** Lets the copy never have had one. */
    public synchronized void lose(String number) {
        rows.remove(key(number));
    }

    /** Marks one as no longer accessible. */
    public synchronized void conceal(InvoiceKey key) {
        rows.computeIfPresent(key, (same, row) -> withPresence(row, InvoiceRow.Presence.NO_LONGER_ACCESSIBLE));
        changes.invoices(ACME, Set.of(key.id()));
    }

    /** A payment that became known after the rows: nothing of the row changes. */
    public synchronized void pay(InvoiceKey key, String amount, String journal) {
        payments.put(key, List.of(new Payment(TODAY, new BigDecimal(amount), journal, "PAY" + key.id(),
                900 + key.id(), false)));
    }

    /** Gives an invoice these lines, as what it comes to stays. */
    public synchronized void lines(String number, List<MoveLine> lines) {
        InvoiceRow row = FakeRows.withLines(row(number), lines);
        rows.put(row.key(), row);
        invoices.put(row.key(), build(row, null, lines));
    }

    private void reverses(InvoiceKey refund, InvoiceKey reversed) {
        invoices.put(refund, build(Optional.ofNullable(rows.get(refund)).orElseThrow(),
                new Ref(reversed.id(), "INV/2026/01172")));
        settle(reversed, refund);
        settle(refund, reversed);
    }

    private void settle(InvoiceKey key, InvoiceKey by) {
        InvoiceRow other = Optional.ofNullable(rows.get(by)).orElseThrow();
        payments.put(key,
                List.of(new Payment(LocalDate.parse("2026-11-16"), other.amounts().total(), "Customer Invoices",
                        other.number(), by.id(), false)));
    }

    /** A difference of exchange rates, in euros, the currency of the company. */
    public synchronized void exchange(InvoiceKey key, String amount) {
        invoices.put(key, build(Optional.ofNullable(rows.get(key)).orElseThrow(), null));
        payments.put(key, List.of(new Payment(TODAY, new BigDecimal(amount), "Exchange Difference", "EXCH/1",
                950 + key.id(), true)));
    }

    private static InvoiceRow withPresence(InvoiceRow row, InvoiceRow.Presence presence) {
        return new InvoiceRow(row.key(), row.number(), row.type(), row.state(), row.paymentState(), row.partner(),
                row.invoiceDate(), row.dueDate(), row.amounts(), row.booking(), row.otherInfo(), presence);
    }

    private static Invoice build(InvoiceRow row, @Nullable Ref reversed) {
        return build(row, reversed, List.of(
                FakeLines.text(row, 1, LineKind.SECTION, "Office refit"),
                FakeLines.product(row, 2, "[E-COM11] Acoustic Bloc Screen", "3", new BigDecimal("0.6")),
                FakeLines.product(row, 3, "Cable Management Box", "2", new BigDecimal("0.4")),
                FakeLines.text(row, 4, LineKind.NOTE, "Delivered to the rear entrance"),
                FakeLines.tax(row, 5, "VAT 19%")));
    }

    private static Invoice build(InvoiceRow row, @Nullable Ref reversed, List<MoveLine> lines) {
        long id = row.key().id();
        var partner = new Ref(7, row.partner().name());
        var currency = new Ref(1, row.amounts().currency());
        return new Invoice(id, WRITTEN, row.number(), row.type(), row.state(), row.paymentState(),
                new Invoice.Parties(partner, partner, row.partner().name()),
                new Invoice.Booking(new Ref(1, row.otherInfo().company()), currency, new Ref(1, "EUR"), null,
                        new Ref(2, "Mitchell Admin"), new Ref(3, "30 Days"), reversed, null),
                new Invoice.Dates(row.invoiceDate(), row.invoiceDate(), row.dueDate()),
                new Invoice.Amounts(row.amounts().untaxed(), row.amounts().tax(), row.amounts().total(),
                        row.amounts().residual(),
                        new Invoice.SignedAmounts(row.amounts().untaxed(), row.amounts().total(),
                                row.amounts().residual())),
                new Invoice.OtherInfo(row.otherInfo().ref(), row.otherInfo().paymentReference(),
                        row.otherInfo().origin(), true, false,
                        "<p>Please pay within <b>30 days</b>.</p>"),
                lines);
    }

    @Override
    public void rows(Set<ConnectionId> connections, Consumer<InvoiceRow> consumer) {
        rows(connections).forEach(consumer);
    }

    @Override
    public synchronized List<InvoiceRow> rows(Set<ConnectionId> connections) {
        return rows.values().stream().filter(row -> connections.contains(row.key().connection())).toList();
    }

    @Override
    public synchronized List<InvoiceRow> rows(ConnectionId connection, Set<Long> ids) {
        return rows(Set.of(connection)).stream().filter(row -> ids.contains(row.key().id())).toList();
    }

    /** The first five have lines. */
    @Override
    public synchronized void printedLines(Set<ConnectionId> connections, Consumer<PrintedLine> consumer) {
        rows.keySet().stream().filter(key -> connections.contains(key.connection())).limit(5)
                .flatMap(key -> Stream.of("[E-COM11] Acoustic Bloc Screen", "Cable Management Box")
                        .map(label -> new PrintedLine(key, LineKind.NOTE, label, null, "", BigDecimal.ZERO,
                                BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO)))
                .forEach(consumer);
    }

    @Override
    public synchronized void printedLines(ConnectionId connection, Set<Long> ids, Consumer<PrintedLine> consumer) {
        var all = new ArrayList<PrintedLine>();
        printedLines(Set.of(connection), all::add);
        all.stream().filter(line -> ids.contains(line.invoice().id())).forEach(consumer);
    }

    /** The books over this copy: what is added, removed or paid later is noted for them. */
    public Shelf shelf() {
        return new Shelf(this, changes);
    }

    /** What was added, removed or paid since it was taken. */
    public CopyChanges changes() {
        return changes;
    }

    @Override
    public synchronized Optional<Invoice> invoice(InvoiceKey key) {
        return Optional.ofNullable(rows.get(key))
                .map(row -> invoices.computeIfAbsent(key, same -> build(row, null)));
    }

    @Override
    public synchronized Map<Long, List<Payment>> payments(ConnectionId connection, Set<Long> invoices) {
        return KeyedPayments.of(payments, connection, invoices);
    }

    @Override
    public Optional<Partner> companyContact(ConnectionId connection, long company) {
        return Optional.empty();
    }

    @Override
    public synchronized Optional<Partner> partner(ConnectionId connection, long id) {
        return Optional.of(Partners.at(id, WRITTEN, "Deco Addict", "US12345674",
                new Partner.Address("77 Santa Barbara Rd", "", "94523", "Pleasant Hill",
                        new Ref(233, "United States"))));
    }

    @Override
    public synchronized void each(ConnectionId connection, boolean withLines, Consumer<Invoice> consumer) {
        rows.keySet().forEach(key -> invoice(key).ifPresent(consumer));
    }

    /** Each posted invoice has one instalment; what is settled of it was so three days ago by one payment. */
    @Override
    public synchronized void owedItems(ConnectionId connection, Consumer<OwedItem> consumer) {
        rows.values().stream().filter(row -> row.state() == MoveState.POSTED && row.presence() == Presence.PRESENT)
                .flatMap(FakeItems::of).forEach(consumer);
    }

    @Override
    public synchronized void owedItems(ConnectionId connection, Set<Long> invoices, Set<Long> ids,
            Consumer<OwedItem> consumer) {
        var all = new ArrayList<OwedItem>();
        owedItems(connection, all::add);
        all.stream().filter(item -> invoices.contains(item.invoice()) || ids.contains(item.id())).forEach(consumer);
    }

    @Override
    public synchronized Counts counts(ConnectionId connection) {
        return new Counts(rows.size(), 0, rows.size() * 5L, 0, 1, 2);
    }

    @Override
    public synchronized String state(ConnectionId connection) {
        return Integer.toString(Objects.hash(rows, payments));
    }
}
