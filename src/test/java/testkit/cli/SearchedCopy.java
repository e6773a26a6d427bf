package testkit.cli;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.JournalEntry;
import app.loupe.domain.Matching;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Seventeen invoices whose names, lines and amounts collide with the words of the search, two of them gone from Odoo. */
public final class SearchedCopy {
    /** The only connection. */
    public static final String ID = "cccc3333";

    private static final BigDecimal ZERO = BigDecimal.ZERO;
    private static final Ref COMPANY = new Ref(1, "My Company");

    private final FakeReader reader;

    private SearchedCopy(FakeReader reader) {
        this.reader = reader;
    }

    private record Amounts(String untaxed, String tax, String due, String currency) {}

    private record Line(String label, String amount) {}

    /** Puts all of them into a copy. */
    public static void fill(FakeReader reader) {
        new SearchedCopy(reader).fill();
    }

    private void fill() {
        put(1, "INV/2026/0001", "Bill Smith", "2026-11-05 2026-12-05", PaymentState.NOT_PAID,
                new Amounts("300", "72", "372", "EUR"), new Line("Consulting", "300"));
        put(2, "BILL/2026/11/0001", "Smith Ltd", "2026-11-10 2026-11-20", PaymentState.NOT_PAID,
                new Amounts("100", "21", "121", "EUR"), new Line("Paper, prepaid", "100"));
        put(3, "INV/2026/0003", "Crédit Agricole", "2026-10-24 2026-11-24", PaymentState.PAID,
                new Amounts("1020.30", "214.26", "0", "EUR"), new Line("Rent November", "1020.30"));
        put(4, "RINV/2026/0004", "Hotel Brightwater", "2026-11-20 2026-11-20", PaymentState.PAID,
                new Amounts("40", "10", "0", "USD"), new Line("Minibar, credit", "40"));
        put(5, "INV/2026/0005", "Hotel Brightwater", "2026-09-01 2026-10-01", PaymentState.NOT_PAID,
                new Amounts("700", "100", "800", "USD"), new Line("Room 24 Nov 2026", "700"));
        put(6, "INV/2026/0006", "Mueller GmbH", "2026-03-15 2027-01-01", PaymentState.PARTIAL,
                new Amounts("840", "160", "400", "EUR"), new Line("Pencils", "840"));
        put(7, "INV/2026/0007", "Müller & Söhne", "2026-08-01 2026-08-31", PaymentState.PAID,
                new Amounts("70", "5.50", "0", "EUR"), new Line("Müsli", "70"));
        put(8, "", "May Ltd", "", PaymentState.NOT_PAID, new Amounts("8", "2", "10", "EUR"),
                new Line("Draft beer", "8"));
        put(9, "INV/2025/0009", "Paid Parking", "2025-11-30 2025-12-30", PaymentState.NOT_PAID,
                new Amounts("16", "4", "20", "EUR"), new Line("Parking", "16"));
        put(10, "INV/2026/0010", "Studio November", "2026-06-02 2026-12-31", PaymentState.NOT_PAID,
                new Amounts("400", "100", "500", "EUR"), new Line("Photos", "372"));
        put(11, "INV/2026/0011", "Bill Smith", "2026-11-02 2026-11-12", PaymentState.NOT_PAID,
                new Amounts("80", "19", "99", "EUR"), new Line("Consulting", "80"));
        put(12, "INV/2026/0012", "Hotel Alpha", "2026-11-03 2026-11-13", PaymentState.NOT_PAID,
                new Amounts("80", "20", "100", "EUR"), new Line("Laundry", "80"));
        put(13, "RBILL/2026/0013", "Smith Ltd", "2026-11-12 2026-12-12", PaymentState.NOT_PAID,
                new Amounts("35", "7", "42", "EUR"), new Line("Paper", "35"));
        put(14, "RCPT/2026/0014", "Bar Removed Ltd", "2026-11-02 2026-11-02", PaymentState.PAID,
                new Amounts("10", "2.50", "0", "CHF"), new Line("Lunch", "10"));
        put(15, "INV/2026/0015", "Blue Sky", "2026-02-28 2026-03-28", PaymentState.REVERSED,
                new Amounts("50", "10", "0", "JPY"), new Line("Kites", "50"));
        put(16, "INV/2026/0016", "Blumen Jo", "2026-11-01 2026-12-24", PaymentState.BLOCKED,
                new Amounts("4200", "800", "5000", "EUR"), new Line("Roses", "4200"));
        put(17, "INV/2026/0017", "Overdue Collectors", "2026-11-15 2026-11-15", PaymentState.IN_PAYMENT,
                new Amounts("540", "100", "0", "EUR"), new Line("Fee", "540"));
    }

    private void put(long id, String number, String partner, String dates, PaymentState payment, Amounts amounts,
            Line line) {
        LocalDate date = dates.isEmpty() ? null : LocalDate.parse(dates.split(" ", -1)[0]);
        LocalDate due = dates.isEmpty() ? null : LocalDate.parse(dates.split(" ", -1)[1]);
        MoveState state = date == null ? MoveState.DRAFT : id == 9 ? MoveState.CANCELLED : MoveState.POSTED;
        var customer = new Ref(id, partner);
        var currency = new Ref(amounts.currency().hashCode(), amounts.currency());
        var untaxed = new BigDecimal(amounts.untaxed());
        var tax = new BigDecimal(amounts.tax());
        var due2 = new BigDecimal(amounts.due());
        BigDecimal total = untaxed.add(tax);
        var salesperson = id % 2 == 0 ? null : new Ref(5, "Zoë Møller");
        Presence presence = id == 11
                ? Presence.REMOVED_IN_ODOO
                : id == 12 ? Presence.NO_LONGER_ACCESSIBLE : Presence.PRESENT;
        reader.put(ID, new Invoice(id, Instant.EPOCH, number, type(number), state, payment,
                new Invoice.Parties(customer, customer, partner),
                new Invoice.Booking(COMPANY, currency, currency, null, salesperson, null, null, null),
                new Invoice.Dates(date, date, due),
                new Invoice.Amounts(untaxed, tax, total, due2, new Invoice.SignedAmounts(untaxed, total, due2)),
                new Invoice.OtherInfo("PO " + (7000 + id), number, "S0" + id, false, false, ""),
                List.of(line(id, line, state))), presence);
    }

    private static MoveType type(String number) {
        return switch (number.split("/", -1)[0]) {
            case "BILL" -> MoveType.VENDOR_BILL;
            case "RBILL" -> MoveType.VENDOR_REFUND;
            case "RINV" -> MoveType.CREDIT_NOTE;
            case "RCPT" -> MoveType.SALES_RECEIPT;
            default -> MoveType.CUSTOMER_INVOICE;
        };
    }

    private static MoveLine line(long id, Line line, MoveState state) {
        var amount = new BigDecimal(line.amount());
        return new MoveLine(id * 10, Instant.EPOCH, JournalEntry.of(new Ref(id, ""), state), LineKind.PRODUCT, 1,
                line.label(),
                new MoveLine.Price(null, null, BigDecimal.ONE, amount, ZERO, amount, amount),
                new MoveLine.Taxes(List.of(), null, null, ZERO),
                new MoveLine.Posting(null, null, COMPANY, null, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO),
                null, null, Matching.NONE);
    }

    /** The profile's id. */
    public static ConnectionId connection() {
        return new ConnectionId(ID);
    }
}
