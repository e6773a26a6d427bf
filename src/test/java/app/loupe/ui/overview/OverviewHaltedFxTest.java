package app.loupe.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import app.loupe.domain.ProblemException;
import app.loupe.owed.CurrencyView;
import app.loupe.owed.Owing;
import app.loupe.owed.PartnerList;
import app.loupe.owed.Subledger;
import app.loupe.review.InvoiceFilter;
import app.loupe.review.InvoiceQuery;
import app.loupe.review.Overview;
import app.loupe.review.ReviewRow;
import app.loupe.review.Shelf;
import app.loupe.text.Texts;
import app.loupe.ui.common.Memory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;
import testkit.TradingCopy;
import testkit.window.Fx;
import testkit.window.OverviewWindow;

/**
 * A payment without an entry (Odoo 18 and later) leaves all of an invoice open in the ledger, and so does a payment on hold. The
 * figures go by the ledger, as Odoo's aged report does; the card says how many of its rows carry another word than "Overdue", and each
 * such row says why.
 */
class OverviewHaltedFxTest {
    private static final LocalDate TODAY = FakeInvoices.TODAY;

    /** Three late ones: unpaid, in payment and blocked; and one in payment that is not due yet. */
    private static FakeInvoices copy() {
        FakeInvoices fake = FakeInvoices.empty();
        fake.add("INV/1", "Deco Addict", "2026-10-01", "2026-10-31", "100.00", "100.00", "EUR");
        put(fake, PaymentState.IN_PAYMENT, "INV/2", "2026-11-02", "400.00");
        put(fake, PaymentState.BLOCKED, "INV/3", "2026-11-03", "30.00");
        put(fake, PaymentState.IN_PAYMENT, "INV/4", "2026-12-24", "7.00");
        put(fake, PaymentState.IN_PAYMENT, "INV/5", "2026-11-05", "0.00");
        return fake;
    }

    private static void put(FakeInvoices fake, PaymentState payment, String number, String due, String open) {
        fake.addAs(MoveType.CUSTOMER_INVOICE, MoveState.POSTED, payment, number, "Gemini Furniture", "2026-10-02", due,
                "400.00", open, "EUR");
    }

    private static Overview overview(LocalDate day) throws ProblemException {
        var copy = copy();
        var shelf = new Shelf(copy, copy.changes());
        Set<ConnectionId> acme = Set.of(FakeInvoices.ACME);
        return Overview.of(shelf.withLines(acme), shelf.subledgers(acme), new CurrencyView.OfDocuments("EUR"), day,
                TODAY);
    }

    @Test
    void whatTheLedgerHasAsOpenIsOverdueWhateverItsStatusAndTheRestIsCounted() throws ProblemException {
        Overview overview = overview(TODAY);
        Owing owed = overview.receivable();

        assertThat(owed.sum(owed.overdueShares()).amount()).isEqualByComparingTo("530.00");
        assertThat(owed.outstanding().amount()).isEqualByComparingTo("537.00");
        assertThat(overview.halted()).isEqualTo(2);
        assertThat(overview(TODAY.minusDays(3)).halted()).as("nobody knows what it was then").isZero();
    }

    @Test
    void theRestIsWhatTheSearchDoesNotCallOverdue() throws ProblemException {
        var copy = copy();
        var shelf = new Shelf(copy, copy.changes());
        var books = shelf.withLines(Set.of(FakeInvoices.ACME));
        List<ReviewRow> found = books.list(
                books.find(InvoiceFilter.of(InvoiceQuery.typed("overdue", Set.of("EUR"))), TODAY).inOrder());

        assertThat(found).extracting(row -> row.row().number()).containsExactly("INV/1");
        Overview overview = overview(TODAY);
        assertThat(Owing.invoices(overview.receivable().overdueShares()))
                .hasSize(found.size() + overview.halted());
    }

    /** Every figure that goes by the ledger has the same rows, and what a row says of itself names each page that has one. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "nl"})
    void thePagesThatCountItAreNamed(String language) throws ProblemException {
        var copy = copy();
        Map<ConnectionId, Subledger> ledgers = new Shelf(copy, copy.changes()).subledgers(Set.of(FakeInvoices.ACME));
        var texts = new Texts(Locale.of(language));

        assertThat(PartnerList.of(ledgers, false, TODAY, TODAY).entries().stream()
                .map(entry -> entry.balance().overdue().amount()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("530.00");
        for (String state : List.of("in-payment", "blocked")) {
            assertThat(texts.get("invoices.why-due." + state)).contains(texts.get("nav.overview"),
                    texts.get("nav.customers"), texts.get("nav.aged"));
            assertThat(texts.get("invoices.why-due.purchase." + state)).contains(texts.get("nav.vendors"),
                    texts.get("nav.aged")).doesNotContain(texts.get("nav.overview"));
        }
    }

    @Test
    void theCardSaysItAndItsRowsSayWhy() {
        try (var at = new OverviewWindow(new TradingCopy(copy()), new Memory(Map.of()), Locale.US)) {
            at.await("#card-overdue");
            assertThat(at.texts("#card-overdue .card-detail"))
                    .containsExactly("3 documents · oldest 23 days · 2 in payment or blocked");

            at.press("#card-overdue");
            List<ReviewRow> rows = at.listed("Overdue, EUR");
            assertThat(rows.stream().map(ReviewRow::signedDue).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo("530.00");
            assertThat(rows).extracting(row -> row.status(TODAY)).containsExactlyInAnyOrder(InvoiceStatus.OVERDUE,
                    InvoiceStatus.IN_PAYMENT, InvoiceStatus.BLOCKED);
            assertThat(tips(at)).anyMatch(tip -> tip.startsWith("A payment is registered in Odoo"))
                    .anyMatch(tip -> tip.startsWith("The payment is on hold in Odoo"));

            Fx.run(() -> at.findAll(".invoice-table").forEach(node -> {
                var table = (TableView<?>) node;
                table.getSelectionModel().select(table.getItems().indexOf(rows.stream()
                        .filter(row -> row.row().number().equals("INV/2")).findFirst().orElseThrow()));
            }));
            at.await(".totals-grid");
            assertThat(at.texts(".small")).anyMatch(text -> text.startsWith("A payment is registered in Odoo"));
        }
    }

    private static List<String> tips(OverviewWindow at) {
        return Fx.get(() -> at.findAll(".invoice-table .table-cell").stream()
                .map(node -> String.valueOf(node.getAccessibleHelp())).toList());
    }
}
