package app.loupe.ui.overview;

import app.loupe.ui.common.Navigator;
import app.loupe.ui.common.Nodes;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;

/** The questions below the cards: two beside each other where they have room, else all below each other. */
final class OverviewPanels {
    private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("hidden");
    private static final double TWO_COLUMNS_EM = 66;
    private static final double LEFT_PERCENT = 57.5;
    private static final List<String> MONTH_SERIES = List.of("now", "before");
    private static final List<String> CASH_SERIES = List.of("best", "likely", "worst");

    private final OverviewWords words;
    private final Navigator navigator;
    private final ObservableValue<Font> font;
    private final GridPane view = new GridPane();
    private final Panel months;
    private final Panel ages;
    private final Panel cash;
    private final Panel owing;
    private final Panel sold;
    private final ColumnChart monthChart;
    private final AgeChart receivable;
    private final AgeChart payable;
    private final ColumnChart cashChart;
    private final SaidFigures owedHeading = new SaidFigures();
    private final SaidFigures owingHeading = new SaidFigures();
    private final VBox owedHead = new VBox(owedHeading, Nodes.paragraph("", "muted", "small"));
    private final VBox owingHead = new VBox(owingHeading, Nodes.paragraph("", "muted", "small"));
    private final ShortTable monthTable;
    private final ShortTable ageTable;
    private final ShortTable cashTable;
    private final ShortTable debtors;
    private final ShortTable products;
    private final List<Node> panels;

    OverviewPanels(OverviewWords words, Navigator navigator, ObservableValue<Font> font) {
        this.words = words;
        this.navigator = navigator;
        this.font = font;
        months = panel("months");
        ages = panel("ages");
        cash = panel("cash");
        monthChart = new ColumnChart(navigator, months::read, MONTH_SERIES).tellingFirst();
        receivable = new AgeChart(navigator, ages::read, font);
        payable = new AgeChart(navigator, ages::read, font);
        cashChart = new ColumnChart(navigator, cash::read, CASH_SERIES);
        monthTable = table("months", "month", "now", "before");
        ageTable = table("ages", "age", "receivable", "payable");
        cashTable = table("cash", "week", "best", "likely", "worst");
        debtors = table("debtors", "customer", "due", "overdue", "pays-after");
        products = table("products", "product", "quantity", "untaxed").shortening(1);
        charted(months, List.of(legend("months", MONTH_SERIES), monthChart), monthTable, "months");
        charted(ages, List.of(receivable, payable), ageTable, "ages");
        // what a sum counts besides the cards is said where the sum stands
        ages.above(receivable, owedHead).above(payable, owingHead);
        charted(cash, List.of(legend("cash", CASH_SERIES), cashChart), cashTable, "cash");
        cash.with(Nodes.paragraph(words.get("cash.rule"), "muted", "small"));
        owing = panel("debtors").with(debtors.view());
        sold = panel("products").with(products.view());
        panels = List.of(months, ages, owing, sold,
                cash);
        view.getStyleClass().add("overview-grid");
        font.subscribe(now -> place());
        view.widthProperty().subscribe(now -> place());
    }

    GridPane view() {
        return view;
    }

    /**
     * Shows these figures.
     *
     * @param day of which they are, in words; empty of today
     */
    void show(OverviewContent content, Optional<String> day) {
        view.pseudoClassStateChanged(HIDDEN, words.hideAmounts());
        owing.explain(day.orElseGet(() -> words.get("debtors.aside")));
        sold.explain(content.asides().products());
        months.explain(content.asides().months());
        cash.explain(content.asides().cash());
        monthChart.show(content.months());
        say(owedHeading, owedHead, content.receivable());
        say(owingHeading, owingHead, content.payable());
        receivable.show(content.receivable().groups(), content.payable().groups());
        payable.show(content.payable().groups(), content.receivable().groups());
        cashChart.show(content.cash());
        monthTable.show(content.tables().months());
        ageTable.show(content.tables().ages());
        cashTable.show(content.tables().cash());
        debtors.placeholder(content.asides().noDebtors());
        debtors.show(content.debtors());
        products.placeholder(content.products().isPresent()
                ? content.asides().noProducts()
                : words.get("products.reading"));
        products.show(content.products().orElse(List.of()));
    }

    private void say(SaidFigures heading, VBox head, OverviewContent.Ages ages) {
        if (head.getChildren().getLast() instanceof Label note) {
            note.setText(ages.note());
            Nodes.show(note, !ages.note().isEmpty());
        }
        heading.say(ages.heading(), ages.late().stream().map(one -> new SaidFigures.Figure(one.text(),
                ages.heading() + ": " + one.text(), () -> one.lead().follow(navigator))).toList());
    }

    /** Shows nothing, and leads nowhere. */
    void forget() {
        show(OverviewContent.NONE, Optional.empty());
        Stream.of(monthTable, ageTable, cashTable, debtors, products).forEach(ShortTable::forget);
    }

    private Panel panel(String id) {
        return new Panel(words.get(id + ".title"), words.get(id + ".aside"));
    }

    private ShortTable table(String id, String... heads) {
        return new ShortTable("table-" + id, words.get(id + ".title"),
                Stream.of(heads).map(head -> words.get("column." + head)).toList(), navigator, font);
    }

    private void charted(Panel panel, List<Node> chart, ShortTable table, String id) {
        panel.with(chart, table.view(), words.get("as-table"), words.get("as-table.name", words.get(id + ".title")),
                "as-table-" + id);
    }

    private HBox legend(String chart, List<String> series) {
        var legend = new HBox();
        legend.getStyleClass().add("legend");
        for (String one : series) {
            var swatch = new Region();
            swatch.getStyleClass().addAll("swatch", one);
            legend.getChildren().addAll(swatch,
                    Nodes.label(words.get("legend." + chart + "." + one), "small", "muted"));
        }
        return legend;
    }

    private void place() {
        boolean two = view.getWidth() >= TWO_COLUMNS_EM * font.getValue().getSize();
        int columns = two ? 2 : 1;
        if (view.getColumnConstraints().size() == columns) {
            return;
        }
        Consumer<Double> add = percent -> {
            var column = new ColumnConstraints();
            column.setPercentWidth(percent);
            column.setHgrow(Priority.ALWAYS);
            view.getColumnConstraints().add(column);
        };
        view.getColumnConstraints().clear();
        if (two) {
            add.accept(LEFT_PERCENT);
            add.accept(100 - LEFT_PERCENT);
        } else {
            add.accept(100.0);
        }
        if (view.getChildren().isEmpty()) {
            view.getChildren().setAll(panels);
        }
        IntStream.range(0, panels.size()).forEach(i -> {
            boolean wide = i == panels.size() - 1;
            GridPane.setConstraints(panels.get(i), two && !wide ? i % 2 : 0, two ? i / 2 : i, wide ? columns : 1, 1);
        });
    }
}
