package app.loupe.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.InvoiceChange.Kind;
import app.loupe.domain.InvoiceComparison.Header;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import testkit.StoreRecords;

class InvoiceComparisonTest {
    private static final Instant NOW = Instant.parse("2026-05-06T07:08:09Z");
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
    private static final Header HEADER = new Header(7, "INV/2026/7", 1);

    private final InvoiceComparison comparison = new InvoiceComparison(3, NOW);

    private static Invoice invoice(String residual, MoveState state, PaymentState payment) {
        return StoreRecords.invoice(7, StoreRecords.WRITTEN, "EUR", "120.00", residual, state, payment, 2);
    }

    private static Invoice posted() {
        return invoice("120.00", MoveState.POSTED, PaymentState.NOT_PAID);
    }

    /** The changes in short: kind, field, record, before and after. */
    private List<String> found(Invoice before, Invoice after) {
        return comparison.between(before, after).stream().map(InvoiceComparisonTest::words).toList();
    }

    private static String words(InvoiceChange change) {
        return change.kind() + " " + change.field().odoo() + " " + change.record() + " [" + change.before() + "] ["
                + change.after() + "]" + (change.editedAfterPosting() ? " edited" : "");
    }

    /** The same invoice, printed for this partner, and of a company with this name. */
    private static Invoice of(Invoice i, @Nullable Ref partner, String printed, @Nullable Ref company,
            String narration) {
        return new Invoice(i.id(), i.writeDate().plusSeconds(9), i.name(), i.type(), i.state(), i.paymentState(),
                new Invoice.Parties(partner, i.parties().commercialPartner(), printed),
                new Invoice.Booking(company, i.booking().currency(), i.booking().companyCurrency(),
                        i.booking().journal(), i.booking().salesperson(), i.booking().paymentTerms(),
                        i.booking().reversedEntry(), i.booking().bankAccount()),
                i.dates(),
                i.amounts(),
                new Invoice.OtherInfo(i.otherInfo().ref(), i.otherInfo().paymentReference(), i.otherInfo().origin(),
                        i.otherInfo().sent(), i.otherInfo().toReview(), narration),
                i.lines());
    }

    private static MoveLine line(MoveLine l, long id, String label, String quantity, @Nullable Ref account) {
        return new MoveLine(id, l.writeDate(), l.entry(), l.kind(), l.sequence(), label,
                new MoveLine.Price(l.price().product(), l.price().unit(), new BigDecimal(quantity),
                        l.price().priceUnit(), l.price().discount(), l.price().subtotal(), l.price().total()),
                l.taxes(),
                new MoveLine.Posting(account, l.posting().partner(), l.posting().company(), l.posting().currency(),
                        l.posting().debit(), l.posting().credit(), l.posting().balance(), l.posting().amountCurrency(),
                        l.posting().residual(), l.posting().residualCurrency()),
                l.date(),
                l.dueDate(), l.matching());
    }

    @Test
    void theSameInvoiceIsNoChangeHoweverItsNumbersAreWritten() {
        assertThat(found(posted(), posted())).isEmpty();
        assertThat(found(posted(), StoreRecords.invoice(7, NOW, "EUR", "120.000", "120", MoveState.POSTED,
                PaymentState.NOT_PAID, 2))).isEmpty();
    }

    @Test
    void aPaidInvoiceIsNoEdit() {
        assertThat(found(posted(), invoice("0.00", MoveState.POSTED, PaymentState.PAID))).containsExactly(
                "CHANGED payment_state 0 [not_paid] [paid]", "CHANGED amount_residual 0 [120.00] [0.00]");
        assertThat(found(posted(), invoice("20.00", MoveState.POSTED, PaymentState.PARTIAL))).containsExactly(
                "CHANGED payment_state 0 [not_paid] [partial]", "CHANGED amount_residual 0 [120.00] [20.00]");
        assertThat(found(invoice("0.00", MoveState.POSTED, PaymentState.PAID), posted())).containsExactly(
                "CHANGED payment_state 0 [paid] [not_paid]", "CHANGED amount_residual 0 [0.00] [120.00]");
    }

    @Test
    void whatSomeoneRenamedIsNoChangeOfInvoices() {
        Invoice before = posted();
        Ref partner = new Ref(507, "Partner 7");

        assertThat(found(before, of(before, new Ref(507, "Another name"), "Another name", new Ref(1, "Renamed"),
                before.otherInfo().narration()))).isEmpty();
        assertThat(found(before, of(before, new Ref(508, "Other"), "Other", new Ref(2, "Sister"),
                before.otherInfo().narration()))).containsExactly("CHANGED partner_id 0 [Partner 7] [Other] edited",
                        "CHANGED company_id 0 [Own company] [Sister] edited");
        assertThat(before.parties().partner()).isEqualTo(partner);
    }

    @Test
    void withoutAPartnerThePrintedNameCounts() {
        Invoice before = of(posted(), null, "Walk-in", new Ref(1, "Own company"), "");

        assertThat(found(before, of(before, null, "Mrs Walk-in", new Ref(1, "Own company"), "")))
                .containsExactly("CHANGED partner_id 0 [Walk-in] [Mrs Walk-in] edited");
    }

    @Test
    void onlyWhatWasPostedBeforeAndAfterIsEditedAfterPosting() {
        MoveLine old = posted().lines().getFirst();
        var lines = new ArrayList<>(posted().lines());
        lines.set(0, line(old, old.id(), old.label(), "2", old.posting().account()));
        Invoice draft = invoice("120.00", MoveState.DRAFT, PaymentState.NOT_PAID);

        assertThat(found(posted(), posted().withLines(lines)))
                .containsExactly("CHANGED line.quantity 700 [1.5] [2] edited");
        assertThat(found(draft, draft.withLines(lines))).containsExactly("CHANGED line.quantity 700 [1.5] [2]");
        assertThat(found(draft, posted())).containsExactly("CHANGED state 0 [draft] [posted]");
        assertThat(found(posted(), draft)).containsExactly("CHANGED state 0 [posted] [draft]");
    }

    @Test
    void linesComeAndGoAndOneMadeAnewSaysNothing() {
        MoveLine first = posted().lines().getFirst();
        MoveLine second = posted().lines().getLast();

        assertThat(found(posted(), posted().withLines(List.of(first)))).containsExactly(
                "LINE_REMOVED invoice_line_ids 701 [1.5 x 10.00 Consulting 7 day 1] [] edited");
        assertThat(found(posted().withLines(List.of(first)), posted())).containsExactly(
                "LINE_ADDED invoice_line_ids 701 [] [1.5 x 10.00 Consulting 7 day 1] edited");
        assertThat(found(posted(), posted().withLines(List.of(first,
                line(second, 990, second.label(), "1.50", second.posting().account()))))).isEmpty();
        assertThat(found(posted(), posted().withLines(List.of(first,
                line(second, 701, "Other", "1.5", new Ref(41, "410000")))))).containsExactly(
                        "CHANGED line.name 701 [Consulting 7 day 1] [Other] edited",
                        "CHANGED line.account_id 701 [400000 Sales] [410000] edited");
    }

    @Test
    void paymentsAreToldByEntryDayAndAmountAndNotByTheirLabel() {
        Payment first = new Payment(DAY, new BigDecimal("20.00"), "Bank", "", 77, false);
        Payment renamed = new Payment(DAY, new BigDecimal("20.0"), "House bank", "RF", 77, false);
        Payment second = new Payment(null, new BigDecimal("100.00"), "", "", 78, false);

        assertThat(comparison.payments(HEADER, List.of(first), List.of(renamed))).isEmpty();
        assertThat(comparison.payments(HEADER, List.of(first), List.of(second, first))).singleElement()
                .satisfies(change -> assertThat(words(change)).isEqualTo("PAYMENT_ADDED payment 78 [] [- 100.00]"));
        assertThat(comparison.payments(HEADER, List.of(first, first), List.of(first))).singleElement()
                .satisfies(change -> assertThat(words(change))
                        .isEqualTo("PAYMENT_REMOVED payment 77 [2026-05-01 20.00 Bank] []"));
    }

    @Test
    void aChangeRepeatsWhoseItIs() {
        InvoiceChange change = comparison.arrival(posted(), Kind.NEW);

        assertThat(change.invoice()).isEqualTo(7);
        assertThat(change.name()).isEqualTo("INV/2026/7");
        assertThat(change.company()).isEqualTo(1);
        assertThat(change.run()).isEqualTo(3);
        assertThat(change.noticed()).isEqualTo(NOW);
        assertThat(change.editedAfterPosting()).isFalse();
        assertThat(comparison.departure(HEADER, Kind.REMOVED).kind()).isEqualTo(Kind.REMOVED);
    }

    @Test
    void longTextsAreCutAndNeverInTheMiddleOfACharacter() {
        Invoice before = posted();
        String emoji = "x" + "\uD83D\uDE00".repeat(600);

        String after = comparison.between(before,
                of(before, before.parties().partner(), before.parties().printedName(), before.booking().company(),
                        emoji))
                .getFirst().after();

        assertThat(after).hasSizeLessThanOrEqualTo(InvoiceChange.LONGEST).endsWith("\uDE00…");
    }
}
