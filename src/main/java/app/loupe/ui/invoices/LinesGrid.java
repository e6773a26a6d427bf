package app.loupe.ui.invoices;

import app.loupe.domain.LineKind;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveType;
import app.loupe.domain.Ref;
import app.loupe.ui.common.Nodes;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/**
 * The lines of an invoice as the document shows them: products with their amounts, sections bold, notes muted. Of
 * documents that give money back quantities and amounts are negative, as in the list. Where the amounts are so long that the
 * names would be squeezed, they stand below the names.
 */
final class LinesGrid {
    /** More are shown when asked for, because every line costs the window five labels. */
    static final int LINES_AT_FIRST = 150;

    private static final int FIGURES = 3;
    /** Characters of the longest quantity, price and amount together that leave a name room beside them. */
    private static final int MOST_BESIDE = 24;
    /** Characters of the longest name that are about three lines beside the figures; a longer one has the whole width. */
    private static final int MOST_NAME = 60;
    /** A description that somebody pasted into a product must not push the totals out of sight; its tip has all of it. */
    static final int MOST_LINES = 3;

    private final InvoiceWords words;
    private final InvoiceDetail detail;
    private final DetailLinks links;
    private final MoveType type;
    private final String currency;
    private final List<MoveLine> lines;
    private final FiguresGrid grid;

    private LinesGrid(InvoiceDetail detail, InvoiceWords words, DetailLinks links) {
        this.words = words;
        this.detail = detail;
        this.links = links;
        this.lines = detail.invoice().lines().stream().filter(MoveLine::isShown).toList();
        this.type = detail.invoice().type();
        this.currency = detail.row().row().amounts().currency();
        this.grid = new FiguresGrid(FIGURES,
                longest(this::quantity) + longest(this::price) + longest(this::amount) <= MOST_BESIDE
                        && longest(this::name) <= MOST_NAME);
    }

    private int longest(Function<MoveLine, String> text) {
        return lines.stream().filter(line -> line.kind() == LineKind.PRODUCT).map(text).flatMap(String::lines)
                .mapToInt(String::length).max().orElse(0);
    }

    static GridPane of(InvoiceDetail detail, InvoiceWords words, DetailLinks links) {
        return new LinesGrid(detail, words, links).build();
    }

    private GridPane build() {
        grid.heading(words.get("lines.product"), words.get("lines.quantity"), words.get("lines.price"),
                words.get("lines.amount"));
        add(0, Math.min(lines.size(), LINES_AT_FIRST));
        if (lines.size() > LINES_AT_FIRST) {
            addMoreLink();
        }
        return grid.view();
    }

    private void addMoreLink() {
        var more = new Hyperlink(words.get("lines.all", lines.size()));
        more.setOnAction(event -> {
            grid.remove(more);
            add(LINES_AT_FIRST, lines.size());
        });
        grid.across(more);
    }

    private void add(int from, int to) {
        for (int i = from; i < to; i++) {
            MoveLine line = lines.get(i);
            if (line.kind() == LineKind.PRODUCT) {
                grid.row("line-cell", label(line), quantity(line), price(line), amount(line));
            } else if (line.kind() == LineKind.ROUNDING) {
                grid.last(label(line), amount(line));
            } else {
                String kind = line.kind() == LineKind.NOTE ? "line-note" : "line-section";
                grid.across(styled(Nodes.paragraph(line.label()), kind));
            }
        }
    }

    private Label label(MoveLine line) {
        return styled(links.product(detail, name(line), line.price().product()).upTo(MOST_LINES));
    }

    private String name(MoveLine line) {
        Ref product = line.price().product();
        return line.label().isBlank() && product != null ? product.name() : line.label();
    }

    private static Label styled(Label cell, String... styles) {
        cell.getStyleClass().add("line-cell");
        cell.getStyleClass().addAll(styles);
        return FiguresGrid.filling(cell);
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
}
