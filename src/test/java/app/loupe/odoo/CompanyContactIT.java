package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CancelToken;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.Partner;
import app.loupe.domain.Ref;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.FakeOdoo;

/** Who a company of the books is, and where the payment of an invoice goes to. */
class CompanyContactIT {
    @ParameterizedTest
    @EnumSource(FakeOdoo.Version.class)
    void aCompanyIsFoundByItsIdAndSaysWhichItIs(FakeOdoo.Version version) throws Exception {
        try (var odoo = FakeOdoo.start(version); var gateway = new HttpsOdooGateway()) {
            odoo.books().addPartner(10, "Azure Interior");
            odoo.books().put("res.partner", 11, Map.of("name", "My Company", "is_company", true, "active", true, "city",
                    "Ghent", "vat", "BE0477472701", "ref_company_ids", List.of(1L)));
            try (InvoiceSource source = gateway.open(odoo.endpoint(), odoo.pin(), FakeOdoo.lending(FakeOdoo.API_KEY),
                    record -> {}, new CancelToken())) {
                assertThat(source.companyContacts(Set.of(1L, 2L))).containsExactly(11L);
                assertThat(source.companyContacts(Set.of(2L))).isEmpty();
                assertThat(source.partners(List.of(10L, 11L)).records()).extracting(Partner::ownCompany)
                        .containsExactly(0L, 1L);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(FakeOdoo.Version.class)
    void anInvoiceSaysWhereItsPaymentGoesTo(FakeOdoo.Version version) throws Exception {
        try (var odoo = FakeOdoo.start(version); var gateway = new HttpsOdooGateway()) {
            odoo.books().addPartner(10, "Azure Interior");
            odoo.books().addInvoice(1, 10, "Azure Interior", "2026-01-15", 100);
            odoo.books().addInvoice(2, 10, "Azure Interior", "2026-01-16", 100);
            odoo.books().set("account.move", 2, "partner_bank_id", List.of(3L, "BE71 0961 2345 6769"));
            try (InvoiceSource source = gateway.open(odoo.endpoint(), odoo.pin(), FakeOdoo.lending(FakeOdoo.API_KEY),
                    record -> {}, new CancelToken())) {
                assertThat(source.invoices(List.of(1L, 2L)).records())
                        .extracting(invoice -> invoice.booking().bankAccount())
                        .containsExactly(null, new Ref(3, "BE71 0961 2345 6769"));
            }
        }
    }
}
