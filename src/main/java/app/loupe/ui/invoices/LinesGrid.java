package app.loupe.ui.invoices;

import app.loupe.domain.LineKind;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveType;
import app.loupe.domain.Ref;
import app.loupe.ui.common.Nodes;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/**
 * The lines of an invoice as the document shows them: products with their amounts, sections bold, notes muted. Of
 * documents that give money back quantities and amounts are negative, as in the list. Where the amounts are so long that the
 * names would be squeezed, they stand below the names.
 */
final class LinesGrid {
    /** More are shown when asked for, because every line costs the window five labels. */
    static final int LINES_AT_FIRST = 150;

    private static final int COLUMNS = 4;
    private static final double LABEL_MIN_PX = 64;
    /** Characters of the longest quantity, price and amount together that leave a name room beside them. */
    private static final int MOST_BESIDE = 24;

    private final InvoiceWords words;
    private final MoveType type;
    private final String currency;
    private final List<MoveLine> lines;
    private final GridPane grid = new GridPane();
    private final boolean beside;
    private int rows;

    private LinesGrid(InvoiceDetail detail, InvoiceWords words) {
        this.lines = detail.invoice().lines().stream().filter(MoveLine::isShown).toList();
        this.type = detail.invoice().type();
        this.currency = detail.row().row().amounts().currency();
        this.words = words;
        this.beside = longest(this::quantity) + longest(this::price) + longest(this::amount) <= MOST_BESIDE;
    }

    private int longest(Function<MoveLine, String> text) {
        return lines.stream().filter(line -> line.kind() == LineKind.PRODUCT).map(text).flatMap(String::lines)
                .mapToInt(String::length).max().orElse(0);
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
                column.setMinWidth(beside ? LABEL_MIN_PX : 0);
            } else {
                column.setMinWidth(GridPane.USE_PREF_SIZE);
            }
            grid.getColumnConstraints().add(column);
        }
        row("line-heading", cell(words.get("lines.product"), "line-heading"), words.get("lines.quantity"),
                words.get("lines.price"), words.get("lines.amount"));
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
        grid.add(more, 0, rows, COLUMNS, 1);
    }

    private void add(int from, int to) {
        for (int i = from; i < to; i++) {
            MoveLine line = lines.get(i);
            if (line.kind() == LineKind.PRODUCT) {
                row("line-cell", label(line), quantity(line), price(line), amount(line));
            } else if (line.kind() == LineKind.ROUNDING) {
                grid.add(label(line), 0, rows, COLUMNS - 1, 1);
                grid.add(cell(amount(line), "line-cell", "right"), COLUMNS - 1, rows++);
            } else {
                String kind = line.kind() == LineKind.NOTE ? "line-note" : "line-section";
                grid.add(text(line.label(), kind), 0, rows++, COLUMNS, 1);
            }
        }
    }

    /** A name with three figures beside it or below. */
    private void row(String style, Label name, String... figures) {
        Label first = name;
        if (!beside) {
            name.getStyleClass().add("line-above");
            grid.add(name, 0, rows++, COLUMNS, 1);
            first = cell("", style);
        }
        grid.add(first, 0, rows);
        for (int i = 0; i < figures.length; i++) {
            grid.add(cell(figures[i], style, "right"), i + 1, rows);
        }
        rows++;
    }

    private static Label label(MoveLine line) {
        Ref product = line.price().product();
        return text(line.label().isBlank() && product != null ? product.name() : line.label());
    }

    private static Label text(String text, String... styles) {
        Label cell = filling(Nodes.paragraph(text, "line-cell"));
        cell.getStyleClass().addAll(styles);
        return cell;
    }

    private String quantity(MoveLine line) {
        return plain(type.signed(line.price().quantity()));
    }

    private String price(MoveLine line) {
        String price = money(line.price().priceUnit());
        return line.price().discount().signum() == 0
                ? price
                : words.get("lines.discount", price, plain(line.price().discount()));
    }

    private String amount(MoveLine line) {
        return money(type.signed(line.untaxed(type)));
    }

    private String money(BigDecimal amount) {
        return words.money().plain(amount, currency);
    }

    private String plain(BigDecimal number) {
        return words.money().quantity(number);
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
