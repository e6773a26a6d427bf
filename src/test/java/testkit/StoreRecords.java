package testkit;

import app.loupe.domain.Invoice;
import app.loupe.domain.JournalEntry;
import app.loupe.domain.Matching;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.Partner;
import app.loupe.domain.Payment;
import app.loupe.domain.PaymentState;
import app.loupe.domain.Product;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Makes records for store tests: every field set, values that follow from the id alone. */
public final class StoreRecords {
    /** When everything was written first. */
    public static final Instant WRITTEN = Instant.parse("2026-03-01T10:00:00Z");

    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);
    private static final long LINES_PER_ID = 100;

    private StoreRecords() {}

    /** A posted customer invoice in euro with this many lines. */
    public static Invoice invoice(long id, int lines) {
        return invoice(id, WRITTEN, "EUR", "120.00", lines);
    }

    /** A posted customer invoice; the total in the currency, nothing paid. */
    public static Invoice invoice(long id, Instant written, String currency, String total, int lines) {
        return invoice(id, written, currency, total, total, MoveState.POSTED, PaymentState.NOT_PAID, lines);
    }

    /** An invoice in any state. */
    public static Invoice invoice(long id, Instant written, String currency, String total, String residual,
            MoveState state, PaymentState payment, int lines) {
        var amount = new BigDecimal(total);
        var rest = new BigDecimal(residual);
        var money = currency(currency);
        List<MoveLine> own = IntStream.range(0, lines)
                .mapToObj(i -> line(id * LINES_PER_ID + i, id, i, currency, "Consulting " + id + " day " + i)).toList();
        return new Invoice(id, written, "INV/2026/" + id, MoveType.CUSTOMER_INVOICE, state, payment,
                new Invoice.Parties(new Ref(500 + id % 50, "Partner " + id % 50),
                        new Ref(500 + id % 25, "Partner " + id % 25), "Printed " + id % 50),
                new Invoice.Booking(new Ref(1, "Own company"), money, money, new Ref(7, "Sales"),
                        new Ref(2, "Marc Demo"), new Ref(4, "30 Days"), null, null),
                new Invoice.Dates(DAY.plusDays(id % 300), DAY.plusDays(id % 300), DAY.plusDays(id % 300 + 30)),
                new Invoice.Amounts(amount, BigDecimal.ZERO.setScale(amount.scale()), amount, rest,
                        new Invoice.SignedAmounts(amount, amount, rest)),
                new Invoice.OtherInfo("PO-" + id, "INV/2026/" + id, "SO" + id, true, id % 7 == 0,
                        "<p>Terms &amp; conditions ü€</p>"),
                own);
    }

    /** One product line. */
    public static MoveLine line(long id, long move, int sequence, String currency, String label) {
        var zero = BigDecimal.ZERO.setScale(scale(currency));
        var price = BigDecimal.TEN.setScale(scale(currency));
        var money = currency(currency);
        return new MoveLine(id, WRITTEN, JournalEntry.of(new Ref(move, "INV/2026/" + move), MoveState.POSTED),
                LineKind.PRODUCT, sequence, label,
                new MoveLine.Price(new Ref(900 + id % 40, "[P" + id % 40 + "] Product"), new Ref(1, "Units"),
                        new BigDecimal("1.5"), price, BigDecimal.ZERO, price, price),
                new MoveLine.Taxes(List.of(11L, 12L), null, null, zero),
                new MoveLine.Posting(new Ref(40, "400000 Sales"), new Ref(500 + id % 50, "Partner " + id % 50),
                        new Ref(1, "Own company"), money, zero, price, price.negate(), price.negate(), zero, zero),
                DAY, null, Matching.NONE);
    }

    /** One id for one currency, as everywhere. */
    private static Ref currency(String name) {
        return new Ref(3 + List.of("EUR", "KWD", "JPY").indexOf(name), name);
    }

    private static int scale(String currency) {
        return java.util.Currency.getInstance(currency).getDefaultFractionDigits();
    }

    /** Many invoices with consecutive ids. */
    public static List<Invoice> invoices(long firstId, int count, int lines) {
        var all = new ArrayList<Invoice>(count);
        for (int i = 0; i < count; i++) {
            all.add(invoice(firstId + i, lines));
        }
        return all;
    }

    /** A partner with every field. */
    public static Partner partner(long id, String name) {
        return new Partner(id, WRITTEN, name, new Ref(1, "Parent"), new Ref(id, name), true, false, "BE0477472701",
                "C" + id, new Partner.Contact("a@b.example", "+32 2 290 34 90",
                        new Partner.Address("Street 1", "Box 2", "1000", "Brüssel", new Ref(20, "Belgium"))),
                0);
    }

    /** A product with every field. */
    public static Product product(long id, String name) {
        return new Product(id, WRITTEN, name, "REF" + id, "5400" + id, true, new Ref(1, "All"), new Ref(1, "Units"));
    }

    /** A payment on a day. */
    public static Payment payment(LocalDate day, String amount) {
        return new Payment(day, new BigDecimal(amount), "Bank", "RF18", 77, false);
    }
}
