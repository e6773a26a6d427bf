package app.loupe.ui.invoices;

import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceStatus;
import app.loupe.export.SettlementWords;
import app.loupe.review.Settlement;
import app.loupe.review.TaxSummary;
import app.loupe.ui.common.Nodes;
import java.math.BigDecimal;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * What an invoice comes to: untaxed, tax groups, total, what settled it, amount due. Of documents that give money back
 * every amount is negative, as in the list.
 */
final class TotalsGrid {
    private final InvoiceWords words;
    private final InvoiceDetail detail;
    private final DetailLinks links;
    private final GridPane grid = new GridPane();

    private TotalsGrid(InvoiceDetail detail, InvoiceWords words, DetailLinks links) {
        this.detail = detail;
        this.links = links;
        this.words = words;
    }

    static GridPane of(InvoiceDetail detail, InvoiceWords words, DetailLinks links) {
        return new TotalsGrid(detail, words, links).build();
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
        row(Nodes.paragraph(words.get("detail.untaxed"), "muted"), money(invoice.amounts().untaxed()));
        TaxSummary taxes = TaxSummary.of(invoice);
        taxes.groups().forEach(group -> row(Nodes.paragraph(group.name(), "muted"), money(group.amount())));
        if (taxes.rest().signum() != 0) {
            row(Nodes.paragraph(words.get("detail.other-tax"), "muted"), money(taxes.rest()));
        }
        row(Nodes.paragraph(words.get("detail.total"), "strong"), money(invoice.amounts().total()), "strong");
        detail.settlements().forEach(this::settlement);
        String late = detail.row().status(words.today()) == InvoiceStatus.OVERDUE ? "late" : "due";
        row(Nodes.paragraph(words.get("detail.amount-due"), "strong", late), due(), "strong", late);
        return grid;
    }

    /** As in the list: nobody owes a draft. */
    private String due() {
        return detail.row().owed().map(due -> words.money().format(due, detail.row().row().amounts().currency()))
                .orElse(InvoiceColumns.NOTHING);
    }

    private void settlement(Settlement settlement) {
        var said = new SettlementWords(words.wording().shown(), words.dates());
        Label what = links.entry(detail, said.what(settlement), settlement.payment().moveId());
        what.getStyleClass().add("muted");
        var box = new VBox(what);
        String more = said.more(settlement);
        if (!more.isBlank()) {
            box.getChildren().add(Nodes.paragraph(more, "subtle", "small"));
        }
        row(box, words.money().format(settlement.amount(detail.invoice().type()), settlement.currency()), "muted");
    }

    private String money(BigDecimal amount) {
        return words.money().format(detail.invoice().type().signed(amount),
                detail.row().row().amounts().currency());
    }

    private void row(Node name, String amount, String... styles) {
        var value = new Label(amount);
        value.getStyleClass().addAll(styles);
        GridPane.setValignment(value, VPos.TOP);
        grid.addRow(grid.getRowCount(), name, value);
    }
}
