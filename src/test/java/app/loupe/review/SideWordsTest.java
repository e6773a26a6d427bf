package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;

/** The side stands behind the kind of document, and other words may stand between them. */
class SideWordsTest {
    private static InvoiceQuery query(String typed) {
        return InvoiceQuery.typed(typed, Set.of("EUR"));
    }

    private static List<String> numbers(String typed) {
        FakeInvoices copy = FakeInvoices.empty();
        for (MoveType type : MoveType.values()) {
            copy.addAs(type, MoveState.POSTED, PaymentState.NOT_PAID, type.name(), "Acme", "2026-03-01", "2026-03-01",
                    "50.00", "50.00", "EUR");
        }
        Books books = Books.of(copy.rows(Set.of(FakeInvoices.ACME)));
        return books.list(books.find(InvoiceFilter.of(books.fitted(query(typed))), FakeInvoices.TODAY).inOrder())
                .stream().map(row -> row.row().number()).toList();
    }

    @ParameterizedTest
    @CsvSource({"facturas vencidas de proveedores, VENDOR_BILL", "abonos de clientes, CREDIT_NOTE",
        "facturas rectificativas de clientes, CREDIT_NOTE", "reembolsos de clientes, CREDIT_NOTE",
        "recibos de proveedores, PURCHASE_RECEIPT", "abonos de proveedores, VENDOR_REFUND",
        "facturas pendientes de clientes, CUSTOMER_INVOICE", "de proveedores, VENDOR_BILL",
        "de clientes, CUSTOMER_INVOICE", "vencidas de-proveedores, VENDOR_BILL",
        "facturas y abonos de proveedores, VENDOR_BILL VENDOR_REFUND",
        "documentos de clientes, CUSTOMER_INVOICE CREDIT_NOTE SALES_RECEIPT",
        "de clientes de proveedores, CUSTOMER_INVOICE VENDOR_BILL",
        "credit notes of customers, CREDIT_NOTE", "invoices overdue of vendors, VENDOR_BILL",
        "receipts from vendors, PURCHASE_RECEIPT", "credit notes to customers, CREDIT_NOTE",
        "of customers, CUSTOMER_INVOICE", "of-vendors, VENDOR_BILL",
        "Gutschriften von Kunden, CREDIT_NOTE", "Gutschriften überfällig von Lieferanten, VENDOR_REFUND",
        "Gutschriften an Kunden, CREDIT_NOTE", "von Lieferanten, VENDOR_BILL",
        "avoirs de clients, CREDIT_NOTE", "reçus des fournisseurs, PURCHASE_RECEIPT",
        "factures en retard de fournisseurs, VENDOR_BILL", "documents de clients, CUSTOMER_INVOICE CREDIT_NOTE "
                + "SALES_RECEIPT",
        "creditfacturen van klanten, CREDIT_NOTE", "facturen van leveranciers, VENDOR_BILL",
        "creditnota aan klanten, CREDIT_NOTE", "van klanten, CUSTOMER_INVOICE"})
    void onlyTheDocumentsOfTheSideAreFound(String typed, String expected) {
        assertThat(numbers(typed)).as(typed).containsExactlyInAnyOrder(expected.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reembolsos de clientes", "reembolsos de proveedores", "refunds of customers",
        "Erstattungen an Kunden", "remboursements de fournisseurs", "terugbetalingen van klanten"})
    void nothingIsSaidOfTheOtherSide(String typed) {
        assertThat(query(typed).hints()).as(typed).isEmpty();
    }
}
