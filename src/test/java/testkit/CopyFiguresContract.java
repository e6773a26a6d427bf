package testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static testkit.StoreRecords.WRITTEN;
import static testkit.StoreRecords.invoice;
import static testkit.StoreRecords.invoices;
import static testkit.StoreRecords.payment;

import app.loupe.domain.Applied;
import app.loupe.domain.Figures;
import app.loupe.domain.Invoice;
import app.loupe.domain.MoveState;
import app.loupe.domain.Payment;
import app.loupe.domain.PaymentState;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Stamp;
import app.loupe.domain.WantedPayments;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a copy says of its invoices when they are compared, and what it does about those that turn out to be wrong. */
abstract class CopyFiguresContract extends CopyNamesContract {
    @Test
    void figuresAreThoseOfWhatWasStored() throws Exception {
        List<Invoice> stored = List.of(invoice(1, 3), invoice(2, WRITTEN, "KWD", "12.345", 2), invoice(3, 0),
                invoice(4, 1));
        copies().saveInvoices(SHOP, stored);
        copies().saveInvoices(OTHER, invoices(9, 1, 1));
        copies().markRemoved(SHOP, Set.of(4L), WRITTEN);

        Map<Long, Figures> found = copies().figures(SHOP, List.of(1L, 2L, 3L, 4L, 9L));

        assertThat(found).containsOnlyKeys(1L, 2L, 3L);
        stored.stream().filter(invoice -> invoice.id() != 4)
                .forEach(invoice -> assertThat(found).containsEntry(invoice.id(), Figures.of(invoice)));
    }

    @Test
    void whatIsDoubtedIsWrittenAgainAlthoughItSaysTheSame() throws Exception {
        var paid = invoice(2, WRITTEN, "EUR", "120.00", "0.00", MoveState.POSTED, PaymentState.PAID, 1);
        copies().saveInvoices(SHOP, List.of(invoice(1, 1), paid));
        copies().savePayments(SHOP, Map.of(2L, List.of(payment(LocalDate.of(2026, 3, 1), "120.00"))));

        copies().doubt(SHOP, Set.of(2L));

        assertThat(copies().stamps(SHOP, RecordKind.INVOICE)).as("a run that breaks off here leaves it to the next")
                .isEqualTo(Map.of(1L, WRITTEN, 2L, Stamp.NEVER));
        copies().saveInvoices(SHOP, List.of(invoice(1, 1), paid));
        assertThat(copies().stamps(SHOP, RecordKind.INVOICE)).containsEntry(2L, WRITTEN);
        assertThat(copies().figures(SHOP, List.of(2L))).containsEntry(2L, Figures.of(paid));
        assertThat(copies().paymentsWanted(SHOP, false)).extracting(WantedPayments::invoice).containsExactly(2L);
    }

    @Test
    void aLineThatWentToAnotherInvoiceByMistakeComesBackAfterADoubt() throws Exception {
        Invoice right = invoice(1, 2);
        Invoice other = invoice(2, 1);
        copies().saveInvoices(SHOP, List.of(right, other));
        copies().saveInvoices(SHOP,
                List.of(other.withLines(List.of(right.lines().getFirst(), other.lines().getFirst()))));
        Map<Long, Figures> wanted = Map.of(1L, Figures.of(right), 2L, Figures.of(other));

        copies().doubt(SHOP, Set.of(1L, 2L));
        copies().saveInvoices(SHOP, List.of(right, other));

        assertThat(copies().figures(SHOP, List.of(1L, 2L))).isEqualTo(wanted);
    }

    /** Its write date was taken from it, so that it does not tell whether its payments are others by now. */
    @Test
    void paymentsOfWhatWasReadAgainAndIsDifferentAreWanted() throws Exception {
        copies().saveInvoices(SHOP,
                List.of(invoice(2, WRITTEN, "EUR", "120.00", "0.00", MoveState.POSTED, PaymentState.PAID, 1)));
        copies().savePayments(SHOP, Map.of(2L, List.of(payment(LocalDate.of(2026, 3, 1), "120.00"))));
        assertThat(copies().paymentsWanted(SHOP, false)).isEmpty();
        copies().readAgain(SHOP, RecordKind.INVOICE, Set.of(2L));

        copies().saveInvoices(SHOP,
                List.of(invoice(2, WRITTEN, "EUR", "150.00", "0.00", MoveState.POSTED, PaymentState.PAID, 1)));

        assertThat(copies().paymentsWanted(SHOP, false)).extracting(WantedPayments::invoice).containsExactly(2L);
    }

    @Test
    void paymentsThatAreAskedForAgainAndAreTheSameAreNotWanted() throws Exception {
        var paid = invoice(2, WRITTEN, "EUR", "120.00", "0.00", MoveState.POSTED, PaymentState.PAID, 1);
        copies().saveInvoices(SHOP, List.of(paid));
        Map<Long, List<Payment>> payments = Map.of(2L,
                List.of(payment(LocalDate.of(2026, 3, 1), "120.00")));
        copies().savePayments(SHOP, payments);

        assertThat(copies().paymentsWanted(SHOP, true)).extracting(WantedPayments::invoice).containsExactly(2L);
        copies().savePayments(SHOP, payments);

        assertThat(copies().paymentsWanted(SHOP, false)).isEmpty();
        assertThat(copies().saveInvoices(SHOP, List.of(paid))).isEqualTo(new Applied(0, 0, 1));
    }

    @Test
    void whatIsToBeReadAgainLosesItsWriteDateAndNothingElse() throws Exception {
        copies().saveInvoices(SHOP, List.of(invoice(1, 1), invoice(2, 1)));
        copies().savePartners(SHOP, List.of(StoreRecords.partner(5, "Bill")));

        copies().readAgain(SHOP, RecordKind.INVOICE, Set.of(1L, 77L));
        copies().readAgain(SHOP, RecordKind.PARTNER, Set.of(5L));

        assertThat(copies().stamps(SHOP, RecordKind.INVOICE)).containsOnly(Map.entry(1L, Stamp.NEVER),
                Map.entry(2L, WRITTEN));
        assertThat(copies().stamps(SHOP, RecordKind.PARTNER)).containsOnly(Map.entry(5L, Stamp.NEVER));
        assertThat(copies().saveInvoices(SHOP, List.of(invoice(1, 1)))).isEqualTo(new Applied(0, 0, 1));
        assertThat(copies().stamps(SHOP, RecordKind.INVOICE)).containsEntry(1L, WRITTEN);
    }
}
