package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.InvoiceKey;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import app.loupe.domain.ProblemException;
import app.loupe.owed.CurrencyView;
import app.loupe.owed.Owing;
import app.loupe.text.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;

/** Who types what the overview calls what customers owe finds what its card counts, and nothing that is owed to vendors. */
class ReceivableSearchTest {
    private final FakeInvoices copy = copy();

    private static FakeInvoices copy() {
        FakeInvoices copy = FakeInvoices.believable();
        for (MoveType type : MoveType.values()) {
            copy.addAs(type, MoveState.POSTED, PaymentState.NOT_PAID, type.name(), "Acme", "2026-03-01", "2026-03-01",
                    "50.00", "50.00", "EUR");
            copy.addAs(type, MoveState.POSTED, PaymentState.PAID, "PAID " + type.name(), "Acme", "2026-03-01",
                    "2026-03-01", "50.00", "0.00", "EUR");
        }
        return copy;
    }

    private RowList rows(String typed, TypeSet chips) {
        Books books = Books.of(copy.rows(Set.of(FakeInvoices.ACME)));
        InvoiceQuery query = books.fitted(InvoiceQuery.typed(typed, Set.of("EUR", "USD", "JPY")));
        return books.list(books.find(new InvoiceFilter(chips.types(), Set.of(), InvoicePeriod.Relative.ALL, "", query),
                FakeInvoices.TODAY).inOrder());
    }

    enum TypeSet {
        NONE,
        INVOICES,
        BILLS;

        private Set<MoveType> types() {
            return switch (this) {
                case NONE -> Set.of();
                case INVOICES -> Set.of(MoveType.CUSTOMER_INVOICE);
                case BILLS -> Set.of(MoveType.VENDOR_BILL);
            };
        }
    }

    private Set<InvoiceKey> found(String typed, TypeSet chips) {
        return rows(typed, chips).stream().map(row -> row.row().key()).collect(Collectors.toSet());
    }

    /** Of every currency what its card leads to. */
    private Set<InvoiceKey> counted() throws ProblemException {
        var all = new HashSet<InvoiceKey>();
        var ledgers = copy.shelf().subledgers(Set.of(FakeInvoices.ACME));
        for (String currency : List.of("EUR", "USD", "JPY")) {
            all.addAll(Owing.invoices(Owing.of(ledgers, new CurrencyView.OfDocuments(currency), false,
                    FakeInvoices.TODAY, FakeInvoices.TODAY).outstandingShares()));
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "nl"})
    void theNameOfTheCardFindsWhatItCounts(String language) throws ProblemException {
        var texts = new Texts(Locale.of(language));

        for (String key : List.of("overview.card.outstanding", "overview.column.receivable")) {
            assertThat(found(texts.get(key), TypeSet.NONE)).as(texts.get(key)).isEqualTo(counted());
            assertThat(found(texts.get(key), TypeSet.INVOICES)).as("the list begins so: " + texts.get(key))
                    .isEqualTo(counted());
        }
        assertThat(counted()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Por cobrar", "por-cobrar", "sin cobrar", "Außenstände", "aussenstände", "Forderungen",
        "Encours", "à encaisser", "créances", "Te ontvangen", "te innen", "Outstanding", "outstanding", "receivables",
        "Openstaand", "estado:sin-cobrar", "status:außenstände"})
    void soDoOtherWordsForIt(String typed) throws ProblemException {
        assertThat(found(typed, TypeSet.NONE)).isEqualTo(counted());
    }

    @ParameterizedTest
    @CsvSource({"outstanding bills, NONE, VENDOR_BILL", "openstaand inkoopfacturen, NONE, VENDOR_BILL",
        "outstanding, BILLS, VENDOR_BILL", "openstaande, BILLS, VENDOR_BILL", "outstanding vendor:acme, NONE, "
                + "VENDOR_BILL VENDOR_REFUND PURCHASE_RECEIPT",
        "facturas por cobrar, NONE, CUSTOMER_INVOICE", "abonos por cobrar, NONE, CREDIT_NOTE",
        "avoirs encours, NONE, CREDIT_NOTE VENDOR_REFUND", "avoirs encours, BILLS, CREDIT_NOTE VENDOR_REFUND",
        "avoirs encours-clients, BILLS, CREDIT_NOTE", "factures encours, NONE, CUSTOMER_INVOICE",
        "factures fournisseurs encours, NONE, VENDOR_BILL", "encours, BILLS, VENDOR_BILL",
        "Lieferantenrechnungen Außenstände, NONE, VENDOR_BILL", "Lieferantengutschriften Forderungen, NONE, "
                + "VENDOR_REFUND",
        "facturas de proveedor por cobrar, NONE, VENDOR_BILL", "inkoopfacturen te ontvangen, NONE, VENDOR_BILL",
        "por cobrar vendor:acme, NONE, VENDOR_BILL VENDOR_REFUND PURCHASE_RECEIPT",
        "facturas compras por cobrar, NONE, CUSTOMER_INVOICE",
        "Außenstände, BILLS, CUSTOMER_INVOICE CREDIT_NOTE SALES_RECEIPT",
        "outstanding credit notes, NONE, CREDIT_NOTE VENDOR_REFUND"})
    void aKindBesideItIsOfThatKind(String typed, TypeSet chips, String expected) {
        assertThat(rows(typed, chips).stream().map(row -> row.row().number()).filter(number -> !number.contains("/")))
                .as(typed).containsExactlyInAnyOrder(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"Außenstände, true, true", "Por cobrar, true, true", "outstanding, false, false",
        "encours, false, false",
        "outstanding bills, false, false", "outstanding invoices, true, true"})
    void theChipOfBillsIsSetAsideWhereItIsOfCustomersAlone(String typed, boolean aside, boolean sales) {
        var filter = new InvoiceFilter(TypeSet.BILLS.types(), Set.of(StatusChoice.UNPAID), InvoicePeriod.Relative.ALL,
                "", InvoiceQuery.typed(typed, Set.of("EUR")));

        assertThat(new SetAside(filter).types(TypeSet.BILLS.types())).as(typed).isEqualTo(aside);
        assertThat(new SetAside(filter).status(StatusChoice.UNPAID)).isFalse();
        assertThat(new SetAside(filter).status(StatusChoice.PAID)).isTrue();
        assertThat(new SetAside(filter).kinds().stream().anyMatch(MoveType::isSale)).isEqualTo(sales);
    }
}
