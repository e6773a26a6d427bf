package app.loupe.ui.invoices;

import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.Money;
import app.loupe.domain.MoveType;
import app.loupe.review.Instalment;
import app.loupe.ui.common.Nodes;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The instalments of an invoice: when each is due, how much it is, what of it is open, and how it stands. */
final class InstalmentsGrid {
    /** Characters of the longest amount and open amount together that leave a day room beside them. */
    private static final int MOST_BESIDE = 30;

    private InstalmentsGrid() {}

    static GridPane of(List<Instalment> instalments, MoveType type, InvoiceWords words) {
        int longest = instalments.stream().mapToInt(one -> text(one.amount(), words).length()
                + text(one.open(), words).length()).max().orElse(0);
        var grid = new FiguresGrid(2, longest <= MOST_BESIDE);
        grid.view().getStyleClass().add("instalments-grid");
        grid.heading(words.get("instalments.due"), words.get("instalments.amount"), words.get("instalments.open"));
        for (Instalment one : instalments) {
            LocalDate due = one.due();
            String late = one.status() == InvoiceStatus.OVERDUE ? "late" : "muted";
            var name = new VBox(Nodes.paragraph(due == null ? InvoiceColumns.NOTHING : words.dates().day(due)),
                    Nodes.paragraph(words.status(one.status(), type), "small", late));
            name.getStyleClass().add("line-cell");
            grid.row("line-cell", FiguresGrid.filling(name), text(one.amount(), words), text(one.open(), words));
        }
        return grid.view();
    }

    private static String text(Money money, InvoiceWords words) {
        return words.money().format(money);
    }
}
