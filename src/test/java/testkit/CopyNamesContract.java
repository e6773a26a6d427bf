package testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static testkit.StoreRecords.WRITTEN;
import static testkit.StoreRecords.invoice;
import static testkit.StoreRecords.invoices;
import static testkit.StoreRecords.partner;

import app.loupe.domain.Applied;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.MoveState;
import app.loupe.domain.NameKind;
import app.loupe.domain.NameSample;
import app.loupe.domain.Named;
import app.loupe.domain.Partner;
import app.loupe.domain.Payment;
import app.loupe.domain.PaymentState;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import app.loupe.domain.WantedPayments;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a copy does about names: one thing has one name in every row. */
abstract class CopyNamesContract extends CopyPaymentsContract {
    @Test
    void aThingThatGotAnotherNameIsCalledSoInEveryRow() throws Exception {
        copies().saveInvoices(SHOP, invoices(1, 4, 2));
        copies().saveInvoices(OTHER, invoices(1, 1, 1));
        NameSample journal = copies().names(SHOP).stream().filter(one -> one.named().kind() == NameKind.JOURNAL)
                .findFirst().orElseThrow();
        assertThat(journal.named().name()).isEqualTo("Sales");

        int things = copies().rename(SHOP, List.of(
                new Named(NameKind.JOURNAL, journal.named().id(), 0, "Customer Invoices"),
                new Named(NameKind.ACCOUNT, 40, 1, "700000 Sales"), new Named(NameKind.ACCOUNT, 40, 2, "elsewhere")));

        assertThat(things).isEqualTo(2);
        for (long id = 1; id <= 4; id++) {
            Invoice invoice = reader().invoice(key(id)).orElseThrow();
            assertThat(invoice.booking().journal()).isEqualTo(new Ref(journal.named().id(), "Customer Invoices"));
            assertThat(invoice.lines()).allSatisfy(
                    line -> assertThat(line.posting().account()).isEqualTo(new Ref(40, "700000 Sales")));
        }
        assertThat(reader().invoice(new InvoiceKey(OTHER, 1)).orElseThrow().booking().journal())
                .isEqualTo(new Ref(journal.named().id(), "Sales"));
        assertThat(copies().names(SHOP)).extracting(NameSample::named)
                .contains(new Named(NameKind.JOURNAL, journal.named().id(), 0, "Customer Invoices"));
        assertThat(copies().rename(SHOP, List.of(
                new Named(NameKind.JOURNAL, journal.named().id(), 0, "Customer Invoices")))).isZero();
    }

    @Test
    void whatWasPaidThroughARenamedJournalIsFoundAnew() throws Exception {
        Invoice through = paid(1);
        Invoice beside = paid(2);
        copies().saveInvoices(SHOP, List.of(through, beside));
        var day = LocalDate.of(2026, 3, 1);
        var part = new BigDecimal("120.00");
        copies().savePayments(SHOP, Map.of(1L, List.of(new Payment(day, part, "Sales", "RINV/1", 9, false)), 2L,
                List.of(new Payment(day, part, "Bank", "BNK/1", 8, false))));
        long journal = Objects.requireNonNull(through.booking().journal()).id();

        copies().rename(SHOP, List.of(new Named(NameKind.JOURNAL, journal, 0, "Sales")));
        assertThat(copies().paymentsWanted(SHOP, false)).isEmpty();
        copies().rename(SHOP, List.of(new Named(NameKind.JOURNAL, journal, 0, "Customer Invoices")));

        assertThat(copies().paymentsWanted(SHOP, false)).extracting(WantedPayments::invoice).containsExactly(1L);
    }

    private static Invoice paid(long id) {
        return invoice(id, WRITTEN, "EUR", "120.00", "0.00", MoveState.POSTED, PaymentState.PAID, 1);
    }

    @Test
    void aPageThatShowsAnotherNameGivesItToTheRowsThatWereHereBefore() throws Exception {
        copies().saveInvoices(SHOP, invoices(1, 3, 1));
        var renamed = copyWithCompany(invoice(4, 1), "Acme Holding");

        assertThat(copies().saveInvoices(SHOP, List.of(renamed))).isEqualTo(new Applied(1, 0, 0, 1));

        assertThat(reader().rows(Set.of(SHOP))).extracting(row -> row.otherInfo().company())
                .containsOnly("Acme Holding");
        assertThat(copies().saveInvoices(SHOP, List.of(invoice(1, 1)))).as("a name changes no record")
                .isEqualTo(new Applied(0, 0, 1));
    }

    private static Invoice copyWithCompany(Invoice i, String company) {
        return new Invoice(i.id(), i.writeDate(), i.name(), i.type(), i.state(), i.paymentState(), i.parties(),
                new Invoice.Booking(new Ref(1, company), i.booking().currency(), i.booking().companyCurrency(),
                        i.booking().journal(), i.booking().salesperson(), i.booking().paymentTerms(),
                        i.booking().reversedEntry(), i.booking().bankAccount()),
                i.dates(), i.amounts(), i.otherInfo(), List.of());
    }

    @Test
    void aReversedDocumentIsCalledByTheNumberItHasNow() throws Exception {
        copies().saveInvoices(SHOP, List.of(reversing(invoice(2, 1), new Ref(1, "Draft Invoice (* 1)")),
                reversing(invoice(3, 1), new Ref(77, "not here"))));
        assertThat(reversed(2)).isEqualTo(new Ref(1, "Draft Invoice (* 1)"));
        copies().saveInvoices(SHOP, List.of(numbered(invoice(1, 1), "INV/1")));
        assertThat(reversed(2)).isEqualTo(new Ref(1, "INV/1"));

        copies().saveInvoices(SHOP, List.of(numbered(invoice(1, 1), "INV/2026/00001")));

        assertThat(reversed(2)).isEqualTo(new Ref(1, "INV/2026/00001"));
        assertThat(reversed(3)).isEqualTo(new Ref(77, "not here"));
        copies().saveInvoices(SHOP, List.of(numbered(invoice(1, 1), "/")));
        assertThat(reversed(2)).as("a draft has no number").isEqualTo(new Ref(1, "Draft Invoice (* 1)"));
    }

    @Test
    void whatReversesADocumentIsFoundByIt() throws Exception {
        copies().saveInvoices(SHOP, List.of(invoice(1, 1), reversing(invoice(2, 1), new Ref(1, "INV/1")),
                reversing(invoice(3, 1), new Ref(7, "INV/7")), reversing(invoice(4, 1), new Ref(1, "INV/1"))));
        copies().saveInvoices(OTHER, List.of(reversing(invoice(5, 1), new Ref(1, "INV/1"))));

        assertThat(reader().reversals(key(1))).containsExactlyInAnyOrderElementsOf(
                reader().rows(SHOP, Set.of(2L, 4L)));
        assertThat(reader().reversals(key(2))).isEmpty();
        assertThat(reader().reversals(key(7))).as("of what is not here").extracting(row -> row.key().id())
                .containsExactly(3L);
    }

    private @Nullable Ref reversed(long id) throws ProblemException {
        return reader().invoice(key(id)).orElseThrow().booking().reversedEntry();
    }

    private static Invoice reversing(Invoice i, Ref entry) {
        return new Invoice(i.id(), i.writeDate(), i.name(), i.type(), i.state(), i.paymentState(), i.parties(),
                new Invoice.Booking(i.booking().company(), i.booking().currency(), i.booking().companyCurrency(),
                        i.booking().journal(), i.booking().salesperson(), i.booking().paymentTerms(), entry,
                        i.booking().bankAccount()),
                i.dates(), i.amounts(), i.otherInfo(), i.lines());
    }

    private static Invoice numbered(Invoice i, String number) {
        return new Invoice(i.id(), i.writeDate(), number, i.type(), i.state(), i.paymentState(), i.parties(),
                i.booking(), i.dates(), i.amounts(), i.otherInfo(), i.lines());
    }

    @Test
    void whatShowsANameIsLookedForAnewAndForgottenWhenNothingDoes() throws Exception {
        copies().saveInvoices(SHOP, invoices(1, 2, 1));
        Named terms = new Named(NameKind.PAYMENT_TERMS, 4, 0, "30 Days");
        NameSample first = sample(terms);
        copies().markRemoved(SHOP, Set.of(first.record()), WRITTEN);

        copies().sampleAnew(SHOP, List.of(terms));

        assertThat(sample(terms).record()).isNotEqualTo(first.record());
        copies().markRemoved(SHOP, Set.of(sample(terms).record()), WRITTEN);
        copies().sampleAnew(SHOP, List.of(terms));
        assertThat(copies().names(SHOP)).extracting(NameSample::named).doesNotContain(terms);

        copies().saveInvoices(SHOP, invoices(3, 1, 1));

        assertThat(sample(terms).record()).as("a row shows it again").isEqualTo(3);
    }

    @Test
    void aPartnerCallsWhatItRefersToByItsNewName() throws Exception {
        copies().savePartners(SHOP, List.of(partner(5, "Azure")));
        copies().savePartners(OTHER, List.of(partner(5, "Azure")));

        copies().rename(SHOP, List.of(new Named(NameKind.PARTNER, 1, 0, "Parent Holding"),
                new Named(NameKind.COUNTRY, 20, 0, "Belgique")));

        Partner partner = reader().partner(SHOP, 5).orElseThrow();
        assertThat(partner.parent()).isEqualTo(new Ref(1, "Parent Holding"));
        assertThat(partner.contact().address().country()).isEqualTo(new Ref(20, "Belgique"));
        assertThat(reader().partner(OTHER, 5)).contains(partner(5, "Azure"));
    }

    @Test
    void aCompanyOfTheBooksHasAContactOnceThePartnerThatItIsIsHere() throws Exception {
        copies().saveInvoices(SHOP, invoices(1, 2, 1));
        copies().savePartners(SHOP, List.of(partner(5, "Azure")));
        assertThat(copies().companiesWithoutContact(SHOP)).containsExactly(1L);
        assertThat(reader().companyContact(SHOP, 1)).isEmpty();
        Partner own = Partners.own(1, partner(6, "Own company"));

        copies().savePartners(SHOP, List.of(own));

        assertThat(copies().companiesWithoutContact(SHOP)).isEmpty();
        assertThat(reader().companyContact(SHOP, 1)).contains(own);
        assertThat(reader().companyContact(SHOP, 2)).isEmpty();
        assertThat(reader().companyContact(OTHER, 1)).isEmpty();
    }

    private NameSample sample(Named named) throws ProblemException {
        return copies().names(SHOP).stream().filter(one -> one.named().equals(named)).findFirst().orElseThrow();
    }
}
