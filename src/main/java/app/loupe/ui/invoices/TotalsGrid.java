package app.loupe.ui.invoices;

import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.Payment;
import app.loupe.review.TaxSummary;
import app.loupe.ui.common.Nodes;
import java.math.BigDecimal;
import java.time.LocalDate;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What an invoice comes to, as the document prints it: untaxed, tax groups, total, payments, amount due. */
final class TotalsGrid {
    private final InvoiceWords words;
    private final InvoiceDetail detail;
    private final GridPane grid = new GridPane();

    private TotalsGrid(InvoiceDetail detail, InvoiceWords words) {
        this.detail = detail;
        this.words = words;
    }

    static GridPane of(InvoiceDetail detail, InvoiceWords words) {
        return new TotalsGrid(detail, words).build();
    }

    private GridPane build() {
        Invoice invoice = detail.invoice();
        grid.getStyleClass().add("totals-grid");
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        var amounts = new ColumnConstraints();
        amounts.setHalignment(HPos.RIGHT);
        amounts.setMinWidth(GridPane.USE_PREF_SIZE);
        grid.getColumnConstraints().addAll(names, amounts);
        row(Nodes.paragraph(words.get("detail.untaxed"), "muted"), invoice.amountUntaxed());
        TaxSummary.of(invoice).groups().forEach(group -> row(Nodes.paragraph(group.name(), "muted"), group.amount()));
        row(Nodes.paragraph(words.get("detail.total"), "strong"), invoice.amountTotal(), "strong");
        detail.payments().forEach(this::payment);
        String late = detail.row().status(words.today()) == InvoiceStatus.OVERDUE ? "late" : "due";
        row(Nodes.paragraph(words.get("detail.amount-due"), "strong", late), invoice.amountResidual(), "strong", late);
        return grid;
    }

    private void payment(Payment payment) {
        LocalDate date = payment.date();
        String what = payment.exchangeDifference()
                ? words.get("detail.exchange-difference")
                : date == null ? words.get("detail.paid") : words.get("detail.paid-on", words.dates().day(date));
        var box = new VBox(Nodes.paragraph(what, "muted"));
        String more = payment.label().isBlank() ? payment.reference() : payment.label();
        if (!more.isBlank()) {
            box.getChildren().add(Nodes.paragraph(more, "subtle", "small"));
        }
        row(box, payment.amount(), "muted");
    }

    private void row(Node name, BigDecimal amount, String... styles) {
        var value = new Label(words.money().format(amount, detail.row().row().currency()));
        value.getStyleClass().addAll(styles);
        GridPane.setValignment(value, VPos.TOP);
        grid.addRow(grid.getRowCount(), name, value);
    }
}
