package testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static testkit.StoreRecords.WRITTEN;
import static testkit.StoreRecords.invoice;
import static testkit.StoreRecords.line;
import static testkit.StoreRecords.payment;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.CopyRepository;
import app.loupe.domain.Counterpart;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.JournalEntry;
import app.loupe.domain.LineKind;
import app.loupe.domain.Matching;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.PaymentState;
import app.loupe.domain.ReconciledItem;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Ref;
import app.loupe.domain.WantedPayments;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a copy does about payments: which are wanted, and what the items say of them. */
abstract class CopyPaymentsContract {
    /** A connection. */
    protected static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    /** Another one. */
    protected static final ConnectionId OTHER = new ConnectionId("bbbbbbbb");

    private static final Ref YEN = new Ref(5, "JPY");

    /** The repository under test, empty at the beginning of each test. */
    protected abstract CopyRepository copies();

    /** The reader over the same copy. */
    protected abstract InvoiceReader reader();

    static InvoiceKey key(long id) {
        return new InvoiceKey(SHOP, id);
    }

    @Test
    void wantsPaymentsOnceForEachVersionOfAPaidInvoice() throws Exception {
        var paid = invoice(2, WRITTEN, "EUR", "120.00", "0.00", MoveState.POSTED, PaymentState.PAID, 1);
        var draft = invoice(3, WRITTEN, "EUR", "120.00", "0.00", MoveState.DRAFT, PaymentState.PAID, 1);
        copies().saveInvoices(SHOP, List.of(invoice(1, 1), paid, draft));
        assertThat(copies().paymentsWanted(SHOP, false)).extracting(WantedPayments::invoice).containsExactly(2L);
        var first = payment(LocalDate.of(2026, 3, 1), "100.00");
        var second = payment(LocalDate.of(2026, 3, 2), "20.00");

        copies().savePayments(SHOP, Map.of(2L, List.of(second, first)));

        assertThat(copies().paymentsWanted(SHOP, false)).isEmpty();
        assertThat(reader().payments(key(2))).containsExactly(first, second);
        copies().saveInvoices(SHOP, List.of(invoice(2, WRITTEN.plusSeconds(9), "EUR", "120.00", "20.00",
                MoveState.POSTED, PaymentState.PARTIAL, 1)));
        assertThat(copies().paymentsWanted(SHOP, false)).extracting(WantedPayments::invoice).containsExactly(2L);
        assertThat(reader().payments(key(2))).hasSize(2);
        copies().savePayments(SHOP, Map.of(2L, List.of()));
        assertThat(reader().payments(key(2))).isEmpty();
    }

    @Test
    void wantsPaymentsAgainOfWhatIsSettledOtherwiseInTheSameSecond() throws Exception {
        copies().saveInvoices(SHOP, List.of(
                invoice(2, WRITTEN, "EUR", "120.00", "20.00", MoveState.POSTED, PaymentState.PARTIAL, 1)));
        copies().savePayments(SHOP, Map.of(2L, List.of(payment(LocalDate.of(2026, 3, 1), "100.00"))));

        copies().saveInvoices(SHOP, List.of(
                invoice(2, WRITTEN, "EUR", "120.00", "0.00", MoveState.POSTED, PaymentState.PAID, 1)));

        assertThat(copies().paymentsWanted(SHOP, false)).extracting(WantedPayments::invoice).containsExactly(2L);
    }

    @Test
    void saysWhatPaymentsHaveToAddUpTo() throws Exception {
        var partly = invoice(2, WRITTEN, "EUR", "120.00", "20.00", MoveState.POSTED, PaymentState.PARTIAL, 1);
        copies().saveInvoices(SHOP, List.of(invoice(1, 1), partly));

        assertThat(copies().paymentsWanted(SHOP, false)).singleElement()
                .satisfies(wanted -> assertThat(wanted.settled()).isEqualByComparingTo("100"));
    }

    @Test
    void wantsAllPaymentsAgainWhenMoreIsToBeKept() throws Exception {
        copies().saveInvoices(SHOP, List.of(
                invoice(2, WRITTEN, "EUR", "120.00", "0.00", MoveState.POSTED, PaymentState.PAID, 1)));
        copies().savePayments(SHOP, Map.of(2L, List.of(payment(LocalDate.of(2026, 3, 1), "120.00"))));
        copies().publish(SHOP, WRITTEN, WRITTEN.plusSeconds(9));

        copies().widen(SHOP);

        assertThat(copies().paymentsWanted(SHOP, false)).extracting(WantedPayments::invoice).containsExactly(2L);
        // what is here goes on counting as read
        assertThat(copies().stamps(SHOP, RecordKind.INVOICE)).containsExactly(Map.entry(2L, WRITTEN));
        assertThat(copies().watermark(SHOP).orElseThrow()).isBetween(WRITTEN, WRITTEN.plusSeconds(9));
        assertThat(copies().listedAt(SHOP)).contains(WRITTEN.plusSeconds(9));
        copies().publish(SHOP, WRITTEN.plusSeconds(20), WRITTEN.plusSeconds(30));
        assertThat(copies().watermark(SHOP)).contains(WRITTEN.plusSeconds(20));
    }

    /** What an invoice's row says of its payments counts once a run was through: until then only payments that are there do. */
    @Test
    void whileItIsFilledForTheFirstTimeItWantsThePaymentsThatAreNotThere() throws Exception {
        copies().publish(SHOP, WRITTEN, null);
        copies().saveInvoices(SHOP, List.of(paid(2, 0), paid(4, 0), invoice(5, 1)));
        assertThat(copies().paymentsWanted(SHOP, false)).containsExactlyInAnyOrderElementsOf(
                copies().paymentsWanted(SHOP, true));
        assertThat(copies().paymentsWanted(SHOP, false)).extracting(WantedPayments::invoice, WantedPayments::noted)
                .containsExactlyInAnyOrder(tuple(2L, true), tuple(4L, true));

        copies().saveNotedPayments(SHOP, Map.of(2L, List.of(payment(LocalDate.of(2026, 3, 1), "120.00"))));
        copies().saveInvoices(SHOP, List.of(paid(6, 0)));

        assertThat(copies().paymentsWanted(SHOP, false)).as("the rest of a run that broke off")
                .extracting(WantedPayments::invoice, WantedPayments::noted)
                .containsExactlyInAnyOrder(tuple(4L, true), tuple(6L, true));
        copies().saveInvoices(SHOP, List.of(paid(2, 9)));
        copies().doubtPayments(SHOP, Set.of(4L));
        assertThat(copies().paymentsWanted(SHOP, false)).extracting(WantedPayments::invoice, WantedPayments::noted)
                .containsExactlyInAnyOrder(tuple(2L, false), tuple(4L, false), tuple(6L, true));
        var one = List.of(payment(LocalDate.of(2026, 3, 2), "120.00"));
        copies().savePayments(SHOP, Map.of(2L, one, 4L, one, 6L, one));
        assertThat(copies().paymentsWanted(SHOP, false)).isEmpty();
        copies().publish(SHOP, WRITTEN, WRITTEN);
        assertThat(copies().paymentsWanted(SHOP, false)).isEmpty();
    }

    @Test
    void ofAWholeCopyThePaymentsOfANewInvoiceAreNotNoted() throws Exception {
        copies().publish(SHOP, WRITTEN, WRITTEN);
        copies().saveInvoices(SHOP, List.of(paid(2, 0)));
        assertThat(copies().paymentsWanted(SHOP, false)).extracting(WantedPayments::noted).containsExactly(false);
        copies().savePayments(SHOP, Map.of(2L, List.of()));
        assertThat(copies().paymentsWanted(SHOP, false)).isEmpty();
        assertThat(copies().paymentsWanted(SHOP, true)).extracting(WantedPayments::noted).containsExactly(true);
    }

    private static Invoice paid(long id, int later) {
        return invoice(id, WRITTEN.plusSeconds(later), "EUR", "120.00", "0.00", MoveState.POSTED, PaymentState.PAID, 1);
    }

    @Test
    void wantsPaymentsAgainThatAreDoubted() throws Exception {
        copies().saveInvoices(SHOP, List.of(
                invoice(2, WRITTEN, "EUR", "120.00", "0.00", MoveState.POSTED, PaymentState.PAID, 1),
                invoice(4, WRITTEN, "EUR", "120.00", "0.00", MoveState.POSTED, PaymentState.PAID, 1)));
        copies().savePayments(SHOP, Map.of(2L, List.of(), 4L, List.of()));
        copies().publish(SHOP, WRITTEN, WRITTEN);

        copies().doubtPayments(SHOP, Set.of(4L, 77L));
        assertThat(copies().paymentsWanted(SHOP, false)).extracting(WantedPayments::invoice).containsExactly(4L);
        assertThat(copies().paymentsWanted(SHOP, true)).extracting(WantedPayments::invoice)
                .containsExactlyInAnyOrder(2L, 4L);
    }

    @Test
    void givesWhatWasReconciledAndNamesTheOtherSide() throws Exception {
        var term = owed(100, JournalEntry.of(new Ref(1, "INV/OLD"), MoveState.POSTED), "120.00", "20.00", 9L, 7L);
        var bank = owed(500, new JournalEntry(new Ref(50, "BNK1/3"), MoveState.POSTED, new Ref(6, "Bank"), "4711"),
                "-100.00", "0.00", 7L);
        var alone = owed(501, new JournalEntry(new Ref(51, "BNK1/4"), MoveState.POSTED, new Ref(6, "Bank"), ""),
                "-5.00", "-5.00");
        copies().saveInvoices(SHOP, List.of(invoice(1, 1).withLines(List.of(line(101, 1, 0, "EUR", "Desk"), term))));
        copies().saveJournalItems(SHOP, List.of(bank, alone));

        var found = new ArrayList<ReconciledItem>();
        copies().eachReconciled(SHOP, found::add);

        assertThat(found).extracting(ReconciledItem::id, ReconciledItem::invoice, ReconciledItem::currency,
                ReconciledItem::partials)
                .containsExactlyInAnyOrder(tuple(100L, 1L, YEN.id(), List.of(7L, 9L)),
                        tuple(500L, 0L, YEN.id(), List.of(7L)));
        assertThat(found).allSatisfy(
                item -> assertThat(item.settled()).isEqualByComparingTo(item.id() == 100 ? "100" : "-100"));
        Map<Long, Counterpart> sides = copies().counterparts(SHOP, Set.of(100L, 500L, 999L));
        assertThat(sides.keySet()).containsExactlyInAnyOrder(100L, 500L);
        assertThat(sides.get(500L)).usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(new Counterpart(bank.date(), new Ref(50, "BNK1/3"), "Bank", "4711",
                        bank.posting().balance()));
        assertThat(sides.get(100L)).usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(new Counterpart(term.date(), new Ref(1, "INV/2026/1"), "Sales", "PO-1",
                        term.posting().balance()));
    }

    /** An item in yen; in company currency it is twice as much, and what is open a quarter. */
    private static MoveLine owed(long id, JournalEntry entry, String amount, String open, Long... partials) {
        MoveLine line = line(id, entry.move().id(), 9, "EUR", "");
        var inCurrency = new BigDecimal(amount);
        var rest = new BigDecimal(open);
        LineKind kind = entry.journal() == null ? LineKind.PAYMENT_TERM : LineKind.PAYABLE;
        return new MoveLine(id, line.writeDate(), entry, kind, 9, "",
                new MoveLine.Price(null, null, line.price().quantity(), line.price().priceUnit(),
                        line.price().discount(), line.price().subtotal(), line.price().total()),
                new MoveLine.Taxes(List.of(), null, null, line.taxes().baseAmount()),
                new MoveLine.Posting(line.posting().account(), line.posting().partner(), line.posting().company(),
                        YEN, line.posting().debit(), line.posting().credit(), inCurrency.multiply(BigDecimal.TWO),
                        inCurrency, rest.multiply(new BigDecimal("0.25")), rest),
                line.date(), null,
                new Matching(false, "", List.of(partials)));
    }

    @Test
    void wantsThePaymentsOfAnInvoiceWhosePaymentWasTakenBack() throws Exception {
        copies().saveInvoices(SHOP, List.of(invoice(2, WRITTEN, "EUR", "120.00", "0.00", MoveState.POSTED,
                PaymentState.PAID, 1), invoice(3, 1)));
        copies().savePayments(SHOP, Map.of(2L, List.of(payment(LocalDate.of(2026, 3, 1), "120.00"))));

        copies().saveInvoices(SHOP, List.of(invoice(2, WRITTEN.plusSeconds(9), "EUR", "120.00", "120.00",
                MoveState.POSTED, PaymentState.NOT_PAID, 1)));

        assertThat(copies().paymentsWanted(SHOP, false)).extracting(WantedPayments::invoice).containsExactly(2L);
        copies().savePayments(SHOP, Map.of(2L, List.of()));
        assertThat(copies().paymentsWanted(SHOP, false)).isEmpty();
    }
}
