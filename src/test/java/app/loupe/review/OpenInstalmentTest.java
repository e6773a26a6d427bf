package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jspecify.annotations.Nullable;
import testkit.FakeInvoices;

/** An invoice is overdue when any of its instalments is, whatever its own due date says. */
class OpenInstalmentTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 1);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final ConnectionId ACME = FakeInvoices.ACME;

    /** 1,000 due on 1 March, of which something was due on another day already. */
    private static Books books(@Nullable LocalDate openSince) {
        var copy = FakeInvoices.empty();
        copy.add("INV/1", "Ann", "2025-12-01", "2026-03-01", "1000", "1000", "EUR");
        copy.add("INV/2", "Ann", "2025-12-02", "2026-02-15", "100", "100", "EUR");
        return Books.of(copy.rows(Set.of(ACME)).stream()
                .map(row -> row.number().equals("INV/1") ? since(row, openSince) : row).toList());
    }

    private static InvoiceRow since(InvoiceRow row, @Nullable LocalDate day) {
        InvoiceRow.Amounts amounts = row.amounts();
        return new InvoiceRow(row.key(), row.number(), row.type(), row.state(), row.paymentState(), row.partner(),
                row.invoiceDate(), row.dueDate(),
                new InvoiceRow.Amounts(amounts.currency(), amounts.untaxed(), amounts.tax(), amounts.total(),
                        amounts.residual(), day),
                row.booking(), row.otherInfo(), row.presence());
    }

    private static List<String> found(Books books, StatusChoice choice) {
        return books.list(books.find(new InvoiceFilter(Set.of(MoveType.CUSTOMER_INVOICE), Set.of(choice),
                InvoicePeriod.Relative.ALL, "", InvoiceQuery.EMPTY), TODAY).inOrder()).stream()
                .map(row -> row.row().number()).toList();
    }

    private static List<String> byDueDate(Books books, boolean ascending) {
        return books.list(new Rankings(books, Locale.ENGLISH, id -> "Acme").sorted(books.find(InvoiceFilter.ALL, TODAY),
                new InvoiceOrder(InvoiceOrder.Column.DUE_DATE, ascending))).stream().map(row -> row.row().number())
                .toList();
    }

    @Test
    void oneLateInstalmentMakesTheInvoiceOverdueInEveryAnswer() {
        Books books = books(FIRST);
        ReviewRow row = books.list(books.find(InvoiceFilter.ALL, TODAY).inOrder()).stream()
                .filter(one -> one.row().number().equals("INV/1")).findFirst().orElseThrow();

        assertThat(row.status(TODAY)).isEqualTo(InvoiceStatus.OVERDUE);
        assertThat(row.openDueDate()).contains(FIRST);
        assertThat(row.shownDueDate()).isEqualTo(FIRST);
        assertThat(row.lastDueDate()).contains(LocalDate.of(2026, 3, 1));
        assertThat(row.row().dueDate()).as("Odoo's own").isEqualTo("2026-03-01");
        assertThat(found(books, StatusChoice.OVERDUE)).containsExactly("INV/1");
        assertThat(byDueDate(books, true)).containsExactly("INV/1", "INV/2");
        assertThat(Contents.of(books).dueDates()).containsExactly(FIRST, LocalDate.of(2026, 2, 15));
        assertThat(Notices.overdue(books, Map.of(ACME, FIRST), TODAY)).map(notice -> ((Notice.NewlyOverdue) notice)
                .invoices()).contains(Set.of(row.row().key()));
    }

    @Test
    void withTheFirstInstalmentPaidNothingIsLate() {
        Books books = books(null);

        assertThat(found(books, StatusChoice.OVERDUE)).isEmpty();
        assertThat(byDueDate(books, true)).containsExactly("INV/2", "INV/1");
        assertThat(Notices.overdue(books, Map.of(ACME, FIRST), TODAY)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"true, OPEN/1 OPEN/2 PAID/1 PAID/2 NONE", "false, OPEN/2 OPEN/1 PAID/2 PAID/1 NONE"})
    void whatIsStillDueStandsBeforeTheRestWhicheverWayTheDatesGo(boolean ascending, String expected) {
        var copy = FakeInvoices.empty();
        copy.add("PAID/1", "Ann", "2025-12-01", "2026-01-15", "100", "0", "EUR");
        copy.add("OPEN/2", "Ann", "2025-12-01", "2026-03-01", "100", "100", "EUR");
        copy.addAs(MoveType.CUSTOMER_INVOICE, MoveState.POSTED, PaymentState.PAID, "NONE", "Ann", "2025-12-01", null,
                "100", "0", "EUR");
        copy.add("PAID/2", "Ann", "2025-12-01", "2026-04-15", "100", "0", "EUR");
        copy.add("OPEN/1", "Ann", "2025-12-01", "2026-02-01", "100", "100", "EUR");

        assertThat(byDueDate(Books.of(copy.rows(Set.of(ACME))), ascending))
                .hasToString("[" + expected.replace(" ", ", ") + "]");
    }
}
