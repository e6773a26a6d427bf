package app.loupe.ui.invoices;

import app.loupe.domain.LineKind;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveType;
import app.loupe.domain.Ref;
import app.loupe.ui.common.Nodes;
import java.math.BigDecimal;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/**
 * The lines of an invoice as the document shows them: products with their amounts, sections bold, notes muted. Of
 * documents that give money back quantities and amounts are negative, as in the list.
 */
final class LinesGrid {
    /** More are shown when asked for, because every line costs the window five labels. */
    static final int LINES_AT_FIRST = 150;

    private static final int COLUMNS = 4;
    private static final double LABEL_MIN_PX = 64;

    private final InvoiceWords words;
    private final MoveType type;
    private final String currency;
    private final List<MoveLine> lines;
    private final GridPane grid = new GridPane();

    private LinesGrid(InvoiceDetail detail, InvoiceWords words) {
        this.lines = detail.invoice().lines().stream().filter(MoveLine::isShown).toList();
        this.type = detail.invoice().type();
        this.currency = detail.row().row().currency();
        this.words = words;
    }

    static GridPane of(InvoiceDetail detail, InvoiceWords words) {
        return new LinesGrid(detail, words).build();
    }

    private GridPane build() {
        grid.getStyleClass().add("lines-grid");
        for (int i = 0; i < COLUMNS; i++) {
            var column = new ColumnConstraints();
            column.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
            if (i == 0) {
                column.setHgrow(Priority.ALWAYS);
                column.setMinWidth(LABEL_MIN_PX);
            } else {
                column.setMinWidth(GridPane.USE_PREF_SIZE);
            }
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(0, cell(words.get("lines.product"), "line-heading"), cell(words.get("lines.quantity"),
                "line-heading", "right"), cell(words.get("lines.price"), "line-heading", "right"),
                cell(words.get("lines.amount"), "line-heading", "right"));
        add(0, Math.min(lines.size(), LINES_AT_FIRST));
        if (lines.size() > LINES_AT_FIRST) {
            addMoreLink();
        }
        return grid;
    }

    private void addMoreLink() {
        var more = new Hyperlink(words.get("lines.all", lines.size()));
        more.setOnAction(event -> {
            grid.getChildren().remove(more);
            add(LINES_AT_FIRST, lines.size());
        });
        grid.add(more, 0, LINES_AT_FIRST + 1, COLUMNS, 1);
    }

    private void add(int from, int to) {
        for (int i = from; i < to; i++) {
            MoveLine line = lines.get(i);
            int row = i + 1;
            Label amount = cell(money(type.signed(line.untaxed(type))), "line-cell", "right");
            if (line.kind() == LineKind.PRODUCT) {
                grid.addRow(row, label(line), cell(plain(type.signed(line.quantity())), "line-cell", "right"),
                        price(line), amount);
            } else if (line.kind() == LineKind.ROUNDING) {
                grid.add(label(line), 0, row, COLUMNS - 1, 1);
                grid.add(amount, COLUMNS - 1, row);
            } else {
                String kind = line.kind() == LineKind.NOTE ? "line-note" : "line-section";
                grid.add(text(line.label(), kind), 0, row, COLUMNS, 1);
            }
        }
    }

    private static Label label(MoveLine line) {
        Ref product = line.product();
        return text(line.label().isBlank() && product != null ? product.name() : line.label());
    }

    private static Label text(String text, String... styles) {
        Label cell = filling(Nodes.paragraph(text, "line-cell"));
        cell.getStyleClass().addAll(styles);
        return cell;
    }

    private Label price(MoveLine line) {
        String price = money(line.priceUnit());
        if (line.discount().signum() == 0) {
            return cell(price, "line-cell", "right");
        }
        return cell(words.get("lines.discount", price, plain(line.discount())), "line-cell", "right");
    }

    private String money(BigDecimal amount) {
        return words.money().plain(amount, currency);
    }

    private String plain(BigDecimal number) {
        return words.money().plain(number, "");
    }

    private static Label cell(String text, String... styles) {
        Label cell = filling(Nodes.label(text, styles));
        cell.setMinHeight(Label.USE_PREF_SIZE);
        return cell;
    }

    private static Label filling(Label cell) {
        cell.setMaxWidth(Double.MAX_VALUE);
        cell.setMaxHeight(Double.MAX_VALUE);
        return cell;
    }
}
