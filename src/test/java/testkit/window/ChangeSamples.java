package testkit.window;

import app.loupe.domain.BookId;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.Ref;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceChange.Kind;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import app.loupe.domain.Stamp;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import testkit.InMemoryBook;

/** The changes of the mock-up: some of every group, noted by three runs. */
public final class ChangeSamples {
    private static final Instant LAST = WindowSamples.NOW.minus(Duration.ofMinutes(4));

    private final InMemoryBook book;
    private final FakeReader reader;
    private final ConnectionId connection;
    private final int run;
    private final Instant noticed;

    /** Changes that one run of a connection finds. */
    public ChangeSamples(InMemoryBook book, FakeReader reader, ConnectionId connection, int run, Instant noticed) {
        this.book = book;
        this.reader = reader;
        this.connection = connection;
        this.run = run;
        this.noticed = noticed;
        book.leads.putIfAbsent(connection, new BookId("https://" + connection.value() + ".example", "books"));
    }

    /** All of them, in one connection. */
    public static void all(InMemoryBook book, FakeReader reader, ConnectionId connection) {
        var before = new ChangeSamples(book, reader, connection, 1, LAST.minus(Duration.ofDays(2)));
        before.change(1098, "Brightwater Hotels", Kind.CHANGED, InvoiceField.DUE_DATE, "2026-11-19", "2026-12-19");
        before.change(331, "Harbour Print", Kind.CHANGED, InvoiceField.REFERENCE, "F-2291", "F-2219");
        before.payment(1174, "Gemini Furniture", "12400.00", "6200.00", "partial");
        before.payment(1177, "The Jackson Group", "345.00", "0.00", "paid");
        var middle = new ChangeSamples(book, reader, connection, 2, LAST.minus(Duration.ofHours(5)));
        middle.arrive(1171, "Lumber Inc", Kind.REMOVED, "760.20");
        middle.payment(1122, "Gemini Furniture", "18650.00", "0.00", "paid");
        var last = new ChangeSamples(book, reader, connection, 3, LAST);
        last.change(1140, "Azure Interior", Kind.CHANGED, InvoiceField.AMOUNT_TOTAL, "5990.00", "5390.00");
        last.change(1140, "Azure Interior", Kind.CHANGED, InvoiceField.QUANTITY, "20", "18");
        last.arrive(1184, "Brightwater Hotels", Kind.NEW, "4820.00");
        last.arrive(1183, "Deco Addict", Kind.NEW, "1290.50");
        last.arrive(345, Scripts.ARABIC.text(), Kind.NEW, "22140.00");
    }

    /** A posted invoice says something else. */
    public void change(long id, String partner, Kind kind, InvoiceField field, String before, String after) {
        hold(id, partner, "5390.00", "5390.00");
        note(List.of(of(id, kind, field, before, after, true)));
    }

    /** An invoice comes, or goes. */
    public void arrive(long id, String partner, Kind kind, String total) {
        hold(id, partner, total, total);
        note(List.of(of(id, kind, InvoiceField.PRESENCE, "", "", false)));
    }

    /** Money comes in. */
    public void payment(long id, String partner, String total, String residual, String state) {
        hold(id, partner, total, residual);
        var changes = new ArrayList<InvoiceChange>();
        changes.add(of(id, Kind.CHANGED, InvoiceField.PAYMENT_STATE, "not_paid", state, true));
        changes.add(of(id, Kind.PAYMENT_ADDED, InvoiceField.PAYMENT, "", "2026-11-21 " + total + " BNK1/7", false));
        note(changes);
    }

    /** A change of an invoice that the copy does not hold. */
    public void note(long id, Kind kind) {
        note(List.of(of(id, kind, InvoiceField.PRESENCE, "", "", false)));
    }

    private void note(List<InvoiceChange> changes) {
        book.note(connection, Stamp.NEVER, changes);
    }

    private InvoiceChange of(long id, Kind kind, InvoiceField field, String before, String after, boolean posted) {
        return new InvoiceChange(id, number(id), 1, run, noticed, kind, field, 0, before, after, posted);
    }

    /** The number of an invoice. */
    public static String number(long id) {
        return "INV/2026/%05d".formatted(id);
    }

    private void hold(long id, String partner, String total, String residual) {
        var euro = new Ref(1, "EUR");
        var to = new Ref(id, partner);
        var amount = new BigDecimal(total);
        var open = new BigDecimal(residual);
        reader.put(connection, new Invoice(id, noticed, number(id), MoveType.CUSTOMER_INVOICE, MoveState.POSTED,
                PaymentState.NOT_PAID, new Invoice.Parties(to, to, partner),
                new Invoice.Booking(new Ref(1, "Acme"), euro, euro, new Ref(1, "Customer Invoices"), null, null, null,
                        null),
                new Invoice.Dates(LocalDate.of(2026, 11, 15), LocalDate.of(2026, 11, 15), LocalDate.of(2026, 12, 18)),
                new Invoice.Amounts(amount, BigDecimal.ZERO, amount, open,
                        new Invoice.SignedAmounts(amount, amount, open)),
                new Invoice.OtherInfo("", "", "", false, false, ""), List.of()));
    }
}
