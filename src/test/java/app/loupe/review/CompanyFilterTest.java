package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.FakeInvoices;

/** The invoices of one company, by its name, in whatever connection. */
class CompanyFilterTest {
    private static final ConnectionId OTHER = new ConnectionId("bbbb2222");

    private static InvoiceRow row(ConnectionId connection, long id, String company) {
        InvoiceRow like = FakeInvoices.believable().row("INV/2026/01184");
        InvoiceRow.OtherInfo info = like.otherInfo();
        return new InvoiceRow(new InvoiceKey(connection, id), company + " " + id, like.type(), like.state(),
                like.paymentState(), like.partner(), like.invoiceDate(), like.dueDate(), like.amounts(), like.booking(),
                new InvoiceRow.OtherInfo(info.ref(), info.paymentReference(), info.origin(), company,
                        info.salesperson(), info.toReview()),
                like.presence());
    }

    private static Books books(String... companies) {
        var rows = new ArrayList<InvoiceRow>();
        for (String company : companies) {
            rows.add(row(FakeInvoices.ACME, rows.size() + 1L, company));
        }
        rows.add(row(OTHER, 9, companies[0]));
        return Books.of(rows);
    }

    private static InvoiceFilter chip(String company, String typed) {
        return InvoiceFilter.of(InvoiceQuery.typed(typed, Set.of("EUR"))).ofCompany(company);
    }

    private static List<String> found(String company, String typed) {
        Books books = books("Nord BV", "Nord BV Holding", "");
        return books.list(books.find(chip(company, typed), FakeInvoices.TODAY).inOrder()).stream()
                .map(row -> row.row().number()).toList();
    }

    @ParameterizedTest
    @CsvSource({"Nord BV, '', Nord BV 1;Nord BV 9", "Nord BV Holding, '', Nord BV Holding 2",
        "'', '', Nord BV 1;Nord BV Holding 2; 3;Nord BV 9",
        "Nord BV Holding, -company:holding, ''", "Nord BV, brightwater, Nord BV 1;Nord BV 9"})
    void onlyThoseOfTheCompanyWhoseNameItIs(String company, String typed, String expected) {
        assertThat(String.join(";", found(company, typed))).isEqualTo(expected);
    }

    @Test
    void theChipGivesWayToACompanyThatIsTyped() {
        assertThat(found("Nord BV", "company:holding")).containsExactly("Nord BV Holding 2");
        assertThat(new SetAside(chip("Nord BV", "company:holding")).company()).isTrue();
        assertThat(new SetAside(chip("Nord BV Holding", "company:holding")).company()).isFalse();
        assertThat(new SetAside(chip("Nord BV", "company:nord company:holding")).company()).isTrue();
        assertThat(found("Nord BV", "company:nord company:holding")).containsExactly("Nord BV 1",
                "Nord BV Holding 2", "Nord BV 9");
        assertThat(new SetAside(chip("Nord BV", "holding -company:holding")).company()).isFalse();
    }

    @Test
    void theChipThatAWordNamesTooIsTheOnlyCompany() {
        assertThat(new SetAside(chip("Nord BV", "company:nord")).company()).isFalse();
        assertThat(found("Nord BV", "company:nord")).containsExactly("Nord BV 1", "Nord BV 9");
        assertThat(found("Nord BV Holding", "company:nord company:bv")).containsExactly("Nord BV Holding 2");
    }

    @Test
    void itStaysBesideAllElseThatIsChosen() {
        InvoiceFilter filter = chip("Nord BV", "");

        assertThat(filter.among(Set.of(new InvoiceKey(OTHER, 9))).company()).isEqualTo("Nord BV");
        assertThat(filter.searching(InvoiceQuery.EMPTY).company()).isEqualTo("Nord BV");
    }

    @Test
    void thereIsAChoiceAmongSeveralThatHaveAName() {
        assertThat(Contents.of(books("B", "A", "")).choosableCompanies()).containsExactly("A", "B");
        assertThat(Contents.of(books("A", "")).choosableCompanies()).isEmpty();
        assertThat(Contents.of(books("")).choosableCompanies()).isEmpty();
        assertThat(Contents.of(books("A", "A")).choosableCompanies()).as("of two connections").isEmpty();
    }
}
