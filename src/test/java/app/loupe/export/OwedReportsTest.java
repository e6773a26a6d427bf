package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CopyChanges;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.PaymentState;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.domain.Ref;
import app.loupe.owed.Subledger;
import app.loupe.review.Shelf;
import app.loupe.text.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.InMemoryBook;
import testkit.cli.FakeReader;

/** The payments of a month-end pack: only money that moved is added up. */
class OwedReportsTest {
    private static final Ref EUR = new Ref(1, "EUR");
    private static final Ref USD = new Ref(2, "USD");
    private static final String UNMATCHED = " in these days were not matched with a document at their end, and are not"
            + " listed: \u201cOpen items receivable\u201d has them.";

    private static OwedItem item(long id, @Nullable MoveType type, String number, String journal, String day,
            Ref currency,
            String amount, String open, Long... partials) {
        LocalDate date = LocalDate.parse(day);
        return new OwedItem(id, type == null ? 0 : 100 + id, new OwedItem.Entry(id, type, number, journal, ""), false,
                new Ref(1, "Mine"), new Ref(7, "Ann"), currency, new OwedItem.Dates(date, date, date),
                new BigDecimal(amount), new BigDecimal(open),
                new OwedItem.Booked(EUR, new BigDecimal(amount), new BigDecimal(open)), List.of(partials));
    }

    /** What an entry booked in company currency alone. */
    private static OwedItem difference(long id, Ref company, String day, String balance, Long... partials) {
        LocalDate date = LocalDate.parse(day);
        return new OwedItem(id, 0, new OwedItem.Entry(id, null, "EXCH/" + id, "Exchange Difference", ""), false,
                company, new Ref(7, "Ann"), USD, new OwedItem.Dates(date, date, null), BigDecimal.ZERO,
                BigDecimal.ZERO, new OwedItem.Booked(null, new BigDecimal(balance), BigDecimal.ZERO),
                List.of(partials));
    }

    private static Report may(OwedItem... items) throws ProblemException {
        return may(FakeInvoices.empty(), items);
    }

    private static Report may(InvoiceReader invoices, OwedItem... items) throws ProblemException {
        var source = new ExportSource(invoices, new Shelf(invoices, new CopyChanges()), new InMemoryBook(),
                ReadTogether.only(FakeInvoices.profile()));
        return new OwedReports(new Texts(Locale.ENGLISH), source,
                Map.of(FakeInvoices.profile().id(), Subledger.of(List.of(items))), "")
                .settled(ExportSpan.of(YearMonth.of(2026, 5)), LocalDate.of(2026, 6, 15));
    }

    @Test
    void whatACreditNoteSetOffIsToldAndNotAddedToWhatWasPaid() throws ProblemException {
        Report report = may(
                item(1, MoveType.CUSTOMER_INVOICE, "INV/1", "Sales", "2026-04-01", EUR, "1190", "0", 1L, 2L),
                item(2, MoveType.CREDIT_NOTE, "RINV/1", "Sales", "2026-05-10", EUR, "-190", "0", 1L),
                item(3, null, "BNK/1", "Bank", "2026-05-20", EUR, "-1000", "0", 2L));

        assertThat(TotalsOf.report(report)).isEqualTo(Map.of("amount customers EUR", new BigDecimal("1000.00")));
        assertThat(TotalsOf.texts(report, "settled_with", "kind")).containsExactly("RINV/1 Set off by", "BNK/1 Paid");
        assertThat(report.columns().getLast().key()).isEqualTo("kind");
        assertThat(report.notes()).noneMatch(note -> note.contains("not in the totals"));
    }

    /** Odoo has one amount for a payment and the discount in its entry: the total is what was settled, not what came. */
    @Test
    void whatPaymentsSettledDoesNotPassForWhatCameToTheBank() throws ProblemException {
        var invoice = item(1, MoveType.CUSTOMER_INVOICE, "INV/1", "Sales", "2026-04-01", EUR, "1000", "0", 1L);

        assertThat(may(invoice, item(2, null, "BNK/1", "Bank", "2026-05-20", EUR, "-1000", "0", 1L)).notes())
                .contains("Discounts and write-offs that were booked with a payment are in these amounts.");
        assertThat(may(invoice, item(2, null, "MISC/1", "Miscellaneous", "2026-05-20", EUR, "-1000", "0", 1L)).notes())
                .noneMatch(note -> note.startsWith("Discounts"));
    }

    /** The difference of rates of item 4 is one of the company's currency alone: a row of 0.00 would say nothing. */
    @Test
    void entriesWithoutMoneyAreNotAddedEither() throws ProblemException {
        Report report = may(
                item(1, MoveType.CUSTOMER_INVOICE, "INV/1", "Sales", "2026-04-01", USD, "100", "0", 1L, 2L, 3L),
                item(2, null, "MISC/2026/1", "Miscellaneous Operations", "2026-05-02", USD, "-30", "0", 1L),
                item(3, null, "BNK/1", "Bank", "2026-05-03", USD, "-70", "0", 2L),
                item(4, null, "EXCH/2026/1", "Exchange Difference", "2026-05-04", USD, "0", "0", 3L));

        assertThat(TotalsOf.report(report)).isEqualTo(Map.of("amount customers USD", new BigDecimal("70.00")));
        assertThat(TotalsOf.texts(report, "settled_with", "kind")).containsExactly("MISC/2026/1 Settled by",
                "BNK/1 Paid");
    }

    /** Two currencies on both sides of one group: nothing tells how much of the invoices each payment settled. */
    @Test
    void anAmountThatNobodyKnowsIsMissedInTheTotalAndSaidSo() throws ProblemException {
        Report report = may(
                item(1, MoveType.CUSTOMER_INVOICE, "INV/1", "Sales", "2026-05-01", EUR, "100", "40", 1L, 2L),
                item(2, MoveType.CUSTOMER_INVOICE, "INV/2", "Sales", "2026-05-01", EUR, "100", "40", 3L, 4L),
                item(3, null, "BNK/1", "Bank", "2026-05-03", EUR, "-90", "-30", 1L, 3L),
                item(4, null, "BNK/2", "Bank", "2026-05-04", EUR, "-90", "-30", 2L, 4L),
                // what settled this one is not in the copy
                item(5, MoveType.CUSTOMER_INVOICE, "INV/3", "Sales", "2026-05-01", EUR, "50", "0", 9L),
                item(6, MoveType.CUSTOMER_INVOICE, "INV/4", "Sales", "2026-05-01", EUR, "8", "0", 8L),
                item(7, null, "BNK/3", "Bank", "2026-05-06", EUR, "-8", "0", 8L));

        assertThat(TotalsOf.report(report)).isEqualTo(Map.of("amount customers EUR", new BigDecimal("8.00")));
        assertThat(report.notes())
                .contains("5 rows are not in the totals: the copy does not hold what settled them, or "
                        + "does not say how much.");
    }

    @Test
    void paymentsThatAreMatchedWithNothingAreInNoRowAndSaidSo() throws ProblemException {
        Report report = may(
                item(1, MoveType.CUSTOMER_INVOICE, "INV/1", "Sales", "2026-04-01", EUR, "100", "40", 1L),
                item(2, null, "BNK/1", "Bank", "2026-05-03", EUR, "-90", "-30", 1L),
                item(3, null, "BNK/2", "Bank", "2026-05-04", EUR, "-20", "-20"),
                item(4, null, "BNK/3", "Bank", "2026-05-05", USD, "-7", "-7"),
                // of other days, and without money
                item(5, null, "BNK/4", "Bank", "2026-06-01", EUR, "-500", "-500"),
                item(6, null, "MISC/1", "Miscellaneous", "2026-05-05", EUR, "-500", "-500"));

        assertThat(report.notes()).contains("Payments of customers of €\u00a050.00, $\u00a07.00" + UNMATCHED);
    }

    /** All of a pack is as of its last day: on the 31st of May this advance was matched with nothing, and aged says so. */
    @Test
    void whatWasMatchedLaterWasNotMatchedAtTheEndOfTheMonth() throws ProblemException {
        var advance = item(2, null, "BNK/1", "Bank", "2026-05-28", EUR, "-1000", "0", 1L);

        assertThat(may(advance, item(1, MoveType.CUSTOMER_INVOICE, "INV/1", "Sales", "2026-06-03", EUR, "1000", "0",
                1L)).notes()).contains("Payments of customers of €\u00a01,000.00" + UNMATCHED);
        assertThat(may(advance, item(1, MoveType.CUSTOMER_INVOICE, "INV/1", "Sales", "2026-05-03", EUR, "1000", "0",
                1L)).notes()).noneMatch(note -> note.contains("not matched"));
    }

    @Test
    void ofAnAdvanceThatIsMatchedInPartsTheRestIsTold() throws ProblemException {
        Report report = may(
                item(1, MoveType.CUSTOMER_INVOICE, "INV/1", "Sales", "2026-05-03", EUR, "300", "0", 1L),
                item(2, null, "BNK/1", "Bank", "2026-05-28", EUR, "-1000", "-100", 1L, 2L),
                item(3, MoveType.CUSTOMER_INVOICE, "INV/2", "Sales", "2026-06-03", EUR, "600", "0", 2L),
                // what gave it back came later, too
                item(4, null, "BNK/2", "Bank", "2026-05-29", EUR, "-50", "0", 3L),
                item(5, null, "BNK/3", "Bank", "2026-06-01", EUR, "50", "0", 3L));

        assertThat(report.notes()).contains("Payments of customers of €\u00a0750.00" + UNMATCHED)
                .noneMatch(note -> note.contains("not certain"));
    }

    @Test
    void howMuchWasMatchedIsUncertainWhereTheCopyDoesNotHoldWithWhat() throws ProblemException {
        assertThat(may(item(2, null, "BNK/1", "Bank", "2026-05-28", EUR, "-1000", "0", 9L)).notes())
                .contains("Of 1 payment it is not certain how much was matched: the copy does not hold all of it.");
    }

    /** A gain is booked to the debit of the partner's account, whether it is a customer's or a vendor's. */
    @Test
    void gainsAndLossesByExchangeRatesAreToldOfEachCompany() throws ProblemException {
        Ref mine = new Ref(1, "Mine");
        Report report = may(
                item(1, MoveType.CUSTOMER_INVOICE, "INV/1", "Sales", "2026-04-01", USD, "100", "0", 1L, 2L),
                item(2, null, "BNK/1", "Bank", "2026-05-03", USD, "-100", "0", 1L, 3L),
                difference(3, mine, "2026-05-03", "-83.03", 2L), difference(4, mine, "2026-05-04", "43.04", 3L),
                // of another month, and matched with nothing
                item(5, MoveType.CUSTOMER_INVOICE, "INV/2", "Sales", "2026-04-01", USD, "100", "100", 5L),
                difference(6, mine, "2026-06-02", "-51.17", 5L), difference(7, mine, "2026-05-05", "-9"));

        assertThat(report.notes()).contains("Exchange differences of these days, Mine: gain \u20ac\u00a043.04, loss"
                + " \u20ac\u00a083.03, together \u20ac\u00a0\u221239.99.");
        assertThat(TotalsOf.texts(report, "settled_with", "kind")).containsExactly("BNK/1 Paid");
    }

    private static Invoice document(long id, MoveType type, @Nullable Ref reversed) {
        BigDecimal one = BigDecimal.ONE;
        return new Invoice(id, Instant.EPOCH, "N/" + id, type, MoveState.POSTED, PaymentState.PAID,
                new Invoice.Parties(null, null, "x"), new Invoice.Booking(null, EUR, EUR, null, null, null, reversed,
                        null),
                new Invoice.Dates(null, null, null),
                new Invoice.Amounts(one, one, one, one, new Invoice.SignedAmounts(one, one, one)),
                new Invoice.OtherInfo("", "", "", false, false, ""), List.of());
    }

    /** The same word as in "loupe payments", where the document itself names what it reverses. */
    @Test
    void aReversalIsCalledOneAndNoOtherCreditNote() throws ProblemException {
        var books = new FakeReader();
        String own = FakeInvoices.profile().id().value();
        books.put(own, document(101, MoveType.CUSTOMER_INVOICE, null));
        books.put(own, document(102, MoveType.CREDIT_NOTE, new Ref(101, "INV/1")));
        books.put(own, document(103, MoveType.CREDIT_NOTE, new Ref(999, "INV/9")));

        assertThat(TotalsOf.texts(may(books,
                item(1, MoveType.CUSTOMER_INVOICE, "INV/1", "Sales", "2026-04-01", EUR, "1190", "0", 1L, 2L),
                item(2, MoveType.CREDIT_NOTE, "RINV/1", "Sales", "2026-05-10", EUR, "-190", "0", 1L),
                item(3, MoveType.CREDIT_NOTE, "RINV/2", "Sales", "2026-05-11", EUR, "-1000", "0", 2L)),
                "settled_with", "kind")).containsExactly("RINV/1 Reversed by", "RINV/2 Set off by");
    }

    @Test
    void withoutSuchPaymentsNothingIsSaid() throws ProblemException {
        assertThat(may(item(1, MoveType.CUSTOMER_INVOICE, "INV/1", "Sales", "2026-04-01", EUR, "100", "0", 1L),
                item(2, null, "BNK/1", "Bank", "2026-05-03", EUR, "-100", "0", 1L)).notes())
                .noneMatch(note -> note.contains("not matched"))
                .contains(
                        "An entry counts as a payment unless its journal is known as one without money: a write-off in"
                                + " a journal with a name of its own is in these amounts.");
    }
}
