package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import app.loupe.review.InvoiceOrder.Column;
import app.loupe.review.ReviewRow;
import app.loupe.ui.common.ColumnLayout;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.FxStage;

/** What is on the clipboard after the selected rows were copied. */
class RowCopyFxTest extends InvoicesWindow {
    private final FakeInvoices copy = FakeInvoices.believable();

    private InvoicesView selecting(String... numbers) {
        InvoicesView screen = show(copy);
        FxStage.run(() -> screen.model().choice().types().clear());
        FxStage.until(() -> table(screen).getItems().size() == copy.rows(Set.of(FakeInvoices.ACME)).size());
        FxStage.run(() -> {
            TableView<ReviewRow> table = table(screen);
            assertThat(table.getSelectionModel().getSelectionMode()).isEqualTo(SelectionMode.MULTIPLE);
            for (String number : numbers) {
                table.getItems().stream().filter(row -> row.row().number().equals(number)).findFirst()
                        .ifPresent(row -> table.getSelectionModel().select(row));
            }
            var other = new ClipboardContent();
            other.putString("before");
            Clipboard.getSystemClipboard().setContent(other);
        });
        return screen;
    }

    private static String pressed(InvoicesView screen, boolean shift) {
        FxStage.run(() -> Event.fireEvent(table(screen),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.C, shift, true, false, false)));
        FxStage.until(() -> !"before".equals(Clipboard.getSystemClipboard().getString()));
        return FxStage.on(() -> Clipboard.getSystemClipboard().getString());
    }

    private static List<List<String>> cells(String text, String separator) {
        return text.lines().map(line -> Arrays.asList(line.split(separator, -1))).toList();
    }

    @Test
    void theSelectedRowsAreCopiedWithAHeadingAndExactAmounts() {
        String text = pressed(selecting("INV/2026/01182", "RINV/2026/00031", "INV/2026/01178"), false);

        List<List<String>> cells = cells(text, "\t");
        assertThat(cells.getFirst()).containsExactly("Number", "Customer / Vendor", "Invoice date", "Due date", "Total",
                "Amount due", "Currency", "Status");
        assertThat(cells.subList(1, cells.size())).containsExactlyInAnyOrder(
                List.of("INV/2026/01182", "Ready Mat", "2026-11-17", "2026-12-07", "9930.00", "4965.00", "USD",
                        "Partly paid"),
                List.of("RINV/2026/00031", "Azure Interior", "2026-11-16", "2026-11-16", "-310.00", "0.00", "EUR",
                        "Paid"),
                List.of("INV/2026/01178", "Jackson Group", "2026-11-14", "2026-11-30", "482000", "0", "JPY", "Paid"));
    }

    @Test
    void allRowsComeToWhatTheRowsComeTo() {
        InvoicesView screen = selecting();
        FxStage.run(() -> table(screen).getSelectionModel().selectAll());

        List<List<String>> cells = cells(pressed(screen, false), "\t");

        List<ReviewRow> rows = FxStage.on(() -> List.copyOf(table(screen).getItems()));
        assertThat(cells).hasSize(rows.size() + 1);
        BigDecimal euros = cells.stream().filter(row -> row.get(6).equals("EUR")).map(row -> new BigDecimal(row.get(4)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(euros).isEqualByComparingTo(rows.stream()
                .filter(row -> row.row().amounts().currency().equals("EUR")).map(ReviewRow::signedTotal)
                .reduce(BigDecimal.ZERO, BigDecimal::add)).isNotZero();
        assertThat(cells.stream().map(List::getFirst)).contains("Draft");
    }

    @Test
    void asCsvFormulasStayTextsAndNoMarkOfAFileGoesBefore() {
        copy.addAs(MoveType.CUSTOMER_INVOICE, MoveState.POSTED, PaymentState.NOT_PAID, "INV/9", "=1+1, \"Inc\"",
                "2026-11-20", "2026-11-30", "1.50", "1.50", "EUR");

        String text = pressed(selecting("INV/9"), true);

        assertThat(text).isEqualTo("Number,Customer / Vendor,Invoice date,Due date,Total,Amount due,Currency,Status\r\n"
                + "INV/9,\"'=1+1, \"\"Inc\"\"\",2026-11-20,2026-11-30,1.50,1.50,EUR,Unpaid\r\n");
    }

    /** It stays without a number, and is no draft for that: on paper and in files it is called by what became of it. */
    @Test
    void aCancelledDocumentWithoutANumberIsCalledCancelled() {
        copy.addAs(MoveType.CUSTOMER_INVOICE, MoveState.CANCELLED, PaymentState.NOT_PAID, "", "Nobody Else",
                "2026-11-20", "2026-11-30", "1.50", "0", "EUR");
        InvoicesView screen = selecting();
        FxStage.run(() -> table(screen).getSelectionModel().selectAll());

        List<List<String>> cells = cells(pressed(screen, false), "\t");

        assertThat(cells.stream().filter(row -> row.get(1).equals("Nobody Else"))).singleElement()
                .satisfies(row -> assertThat(row.getFirst()).isEqualTo("Cancelled"));
    }

    /** Nobody owes a draft, and only the owner pays a bill; what a vendor gives back nobody has to pay. */
    @Test
    void aDraftOwesNothingAndABillIsToPay() {
        copy.addAs(MoveType.VENDOR_BILL, MoveState.POSTED, PaymentState.NOT_PAID, "BILL/9", "Acme", "2026-11-20",
                "2026-12-30", "1.50", "1.50", "EUR");
        copy.addAs(MoveType.VENDOR_REFUND, MoveState.POSTED, PaymentState.NOT_PAID, "RBILL/9", "Acme", "2026-11-20",
                "2026-12-30", "1.50", "1.50", "EUR");
        copy.addAs(MoveType.CUSTOMER_INVOICE, MoveState.DRAFT, PaymentState.NOT_PAID, "INV/10", "Acme", "2026-11-20",
                "2026-12-30", "1.50", "1.50", "EUR");

        List<List<String>> cells = cells(pressed(selecting("BILL/9", "RBILL/9", "INV/10"), false), "\t");

        assertThat(cells.subList(1, cells.size())).extracting(List::getFirst, row -> row.get(5), row -> row.get(7))
                .containsExactlyInAnyOrder(tuple("BILL/9", "1.50", "To pay"), tuple("RBILL/9", "-1.50", "Unpaid"),
                        tuple("INV/10", "", "Draft"));
    }

    @Test
    void columnsComeInTheirOrderWithoutThoseTheOwnerHidAndWithThoseThatHaveNoRoom() {
        InvoicesView screen = selecting("INV/2026/01182");
        FxStage.run(() -> {
            screen.fitting().restore(new ColumnLayout(List.of("STATUS", "TOTAL", "NUMBER"),
                    Set.of("PARTNER", "AMOUNT_DUE"), Map.of()));
            stage.setWidth(760);
            laidOutNow(screen);
        });
        FxStage.until(() -> screen.fitting().aside().get().contains(Column.INVOICE_DATE.name()));

        assertThat(cells(pressed(screen, false), "\t")).containsExactly(
                List.of("Status", "Total", "Currency", "Number", "Invoice date", "Due date"),
                List.of("Partly paid", "9930.00", "USD", "INV/2026/01182", "2026-11-17", "2026-12-07"));
    }

    private static void laidOutNow(InvoicesView screen) {
        screen.view().applyCss();
        screen.view().layout();
    }

    @Test
    void withoutASelectionNothingIsCopied() throws InterruptedException {
        InvoicesView screen = selecting();

        press(table(screen), KeyCode.C, true);

        // a copy would come from the background
        executor.shutdown();
        assertThat(executor.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        assertThat(FxStage.on(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("before");
    }

    @Test
    void theMenuOfTheRowsHasBothAndTheNumberAlone() {
        InvoicesView screen = selecting("INV/2026/01182");
        List<MenuItem> items = FxStage.on(() -> List.copyOf(table(screen).getContextMenu().getItems()));

        assertThat(items).extracting(MenuItem::getText).endsWith("Copy the selected documents  Ctrl+C",
                "Copy them as CSV  Ctrl+Shift+C",
                "Copy the number");
        FxStage.run(items.getLast()::fire);
        assertThat(FxStage.on(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("INV/2026/01182");
        assertThat(FxStage.on(() -> screen.keys().stream().map(key -> key.key().getDisplayText()).toList()))
                .endsWith("Ctrl+C", "Ctrl+Shift+C");
        assertThat(FxStage.on(() -> screen.inbox().keys())).isEmpty();
    }

    /** Whoever copies twice pastes what they asked for last, however long the first takes. */
    @Test
    void whatWasAskedForLastIsWhatIsCopied() throws InterruptedException {
        InvoicesView screen = selecting("INV/2026/01182");
        var go = new CountDownLatch(1);
        for (int i = 0; i < 2; i++) {
            var _ = executor.submit(() -> go.await(2, TimeUnit.MINUTES));
        }
        press(table(screen), KeyCode.C, true);
        FxStage.run(() -> table(screen).getContextMenu().getItems().getLast().fire());
        go.countDown();
        executor.shutdown();
        assertThat(executor.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        FxStage.run(() -> {});

        assertThat(FxStage.on(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("INV/2026/01182");
    }
}
