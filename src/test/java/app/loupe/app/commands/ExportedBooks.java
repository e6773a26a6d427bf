package app.loupe.app.commands;

import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import testkit.cli.CommandsOverFakes;
import testkit.cli.Invoices;

/** The books that the tests of {@code loupe export} take away. */
final class ExportedBooks {
    private ExportedBooks() {}

    /** Puts them into a connection of its own: an invoice that is open, others of each kind, and a payment. */
    static void into(CommandsOverFakes bench, String connection) throws ProblemException {
        bench.connections.put(connection, "Acme", CommandsOverFakes.NOW);
        bench.reader.put(connection, Invoices.posted(1, "INV/2026/0001", "Deco Addict", "1290.5", null));
        bench.reader.put(connection, document(2, "RINV/1", MoveType.CREDIT_NOTE, MoveState.POSTED));
        bench.reader.put(connection, document(3, "BILL/1", MoveType.VENDOR_BILL, MoveState.POSTED));
        bench.reader.put(connection, document(4, "INV/2026/0002", MoveType.CUSTOMER_INVOICE, MoveState.CANCELLED));
        bench.reader.put(connection, Invoices.emptyDraft(5));
        bench.reader.put(connection, document(6, "INV/2026/0003", MoveType.CUSTOMER_INVOICE, MoveState.POSTED),
                InvoiceRow.Presence.REMOVED_IN_ODOO);
        item(bench, connection, 10, 1, "1290.5", "290.5", LocalDate.of(2026, 9, 18));
        item(bench, connection, 11, 0, "-1000", "0", LocalDate.of(2026, 9, 30));
    }

    /** A document of Deco Addict. */
    static Invoice document(long id, String number, MoveType type, MoveState state) {
        return Invoices.invoice(id, number, type, state, new Ref(7, "Deco Addict"), "90.5", "0", new Ref(1, "EUR"),
                List.of(Invoices.line(id * 10, LineKind.PRODUCT, "Work", "90.5")));
    }

    private static void item(CommandsOverFakes bench, String connection, long id, long invoice, String amount,
            String open, LocalDate date) {
        bench.reader.putOwed(connection, new OwedItem(id, invoice,
                new OwedItem.Entry(invoice == 0 ? 900 : invoice, invoice == 0 ? null : MoveType.CUSTOMER_INVOICE,
                        invoice == 0 ? "BNK/7" : "INV/2026/0001", invoice == 0 ? "Bank" : "Sales", ""),
                false, new Ref(1, "My Company"), new Ref(7, "Deco Addict"), new Ref(1, "EUR"),
                new OwedItem.Dates(date, invoice == 0 ? null : date, invoice == 0 ? null : date),
                new BigDecimal(amount),
                new BigDecimal(open), new OwedItem.Booked(null, new BigDecimal(amount), new BigDecimal(open)),
                List.of(5L)));
    }
}
