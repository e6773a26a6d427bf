package testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Fills a {@link FakeOdoo} as a business of some years does: invoices with six printed lines, a tax and a receivable
 * item, for 60 partners, each written at a second of its own; one in ten is overdue, the rest is due later.
 */
public final class ManyInvoices {
    private static final int PARTNERS = 60;
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 2);
    private static final String DUE_LATER = "2099-01-01";
    private static final int DAYS = 800;

    private ManyInvoices() {}

    /** Invoices 1 to so many, written before this moment. */
    public static void fill(OdooBooks books, int count, Instant before) {
        books.clock(before.minusSeconds(count + 1L));
        for (int partner = 1; partner <= PARTNERS; partner++) {
            books.addPartner(partner, "Partner " + partner);
        }
        books.addOwnCompany(PARTNERS + 1);
        for (int id = 1; id <= count; id++) {
            books.clock(before.minusSeconds(count - id + 1L));
            int partner = 1 + id % PARTNERS;
            books.addInvoice(id, partner, "Partner " + partner, FIRST_DAY.plusDays(id % DAYS).toString(),
                    100 + id % 900);
            if (id % 10 > 0) {
                books.set("account.move", id, "invoice_date_due", DUE_LATER);
            }
            // nothing together, so that the invoice's sums stay right
            for (int price : List.of(10, -10, 25, -25, 0)) {
                books.addLine(id, "INV/" + id, "product", "Delivered of order " + id + " at " + price, price, -price);
            }
        }
    }
}
