package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CopyChanges;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.domain.Ref;
import app.loupe.owed.Subledger;
import app.loupe.review.Shelf;
import app.loupe.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.InMemoryBook;

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

    private static Report may(OwedItem... items) {
        var invoices = FakeInvoices.empty();
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
