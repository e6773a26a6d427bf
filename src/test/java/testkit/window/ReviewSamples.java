package testkit.window;

import app.loupe.domain.Invoice;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.util.List;
import testkit.cli.FakeReader;
import testkit.cli.Invoices;

/** Invoices of a connection that hold something to find, and products in two currencies. */
public final class ReviewSamples {
    private static final Ref EUR = new Ref(1, "EUR");
    private static final Ref USD = new Ref(2, "USD");

    private final FakeReader reader = new FakeReader();

    private ReviewSamples() {}

    /** A gap, two bills with one reference, a credit note without an invoice, lines that do not add up. */
    public static FakeReader copy() {
        var samples = new ReviewSamples();
        samples.sale(1, "INV/2026/01181", "Brightwater Hotels", "4820.00", EUR,
                line(1, 3, "Acoustic Bloc Screen", "12", "3540.00"),
                line(2, 4, "Cable Management Box", "32", "1280.00"));
        samples.sale(2, "INV/2026/01182", "Deco Addict", "1290.50", EUR,
                line(3, 3, "Acoustic Bloc Screen", "4", "1180.00"),
                line(4, 5, "Delivery", "1", "110.50"));
        samples.sale(3, "INV/2026/01184", "Ready Mat", "9930.00", USD,
                line(5, 6, "Corner Desk Left Sit", "90", "9930.00"));
        samples.sale(4, "INV/2026/01185", "Gemini Furniture", "950.00", EUR,
                line(6, 4, "Cable Management Box", "20", "800.00"));
        samples.put(5, "RINV/2026/00031", MoveType.CREDIT_NOTE, "Deco Addict", "295.00", EUR,
                line(7, 3, "Acoustic Bloc Screen", "1", "295.00"));
        samples.bill(6, "BILL/2026/11/0003", "RE-7731");
        samples.bill(7, "BILL/2026/11/0004", "re 7731");
        return samples.reader;
    }

    private void sale(long id, String number, String partner, String total, Ref currency, MoveLine... lines) {
        put(id, number, MoveType.CUSTOMER_INVOICE, partner, total, currency, lines);
    }

    private void put(long id, String number, MoveType type, String partner, String total, Ref currency,
            MoveLine... lines) {
        reader.put(WindowSamples.ACME.value(),
                Invoices.invoice(id, number, type, MoveState.POSTED, new Ref(id, partner),
                        total, total, currency, List.of(lines)));
    }

    private void bill(long id, String number, String reference) {
        Invoice plain = Invoices.invoice(id, number, MoveType.VENDOR_BILL, MoveState.POSTED, new Ref(9, "Wood Corner"),
                "541.10", "541.10", EUR, List.of(line(id * 10, 8, "Plywood", "10", "541.10")));
        reader.put(WindowSamples.ACME.value(), new Invoice(plain.id(), plain.writeDate(), plain.name(), plain.type(),
                plain.state(), plain.paymentState(), plain.parties(), plain.booking(), plain.dates(), plain.amounts(),
                new Invoice.OtherInfo(reference, "", "", false, false, ""), plain.lines()));
    }

    private static MoveLine line(long id, long product, String name, String quantity, String subtotal) {
        MoveLine plain = Invoices.line(id, LineKind.PRODUCT, name, subtotal);
        return new MoveLine(plain.id(), plain.writeDate(), plain.entry(), plain.kind(), plain.sequence(), plain.label(),
                new MoveLine.Price(new Ref(product, name), new Ref(1, "Units"), new BigDecimal(quantity),
                        plain.price().priceUnit(), BigDecimal.ZERO, plain.price().subtotal(), plain.price().total()),
                plain.taxes(), plain.posting(), plain.date(), plain.dueDate(), plain.matching());
    }
}
