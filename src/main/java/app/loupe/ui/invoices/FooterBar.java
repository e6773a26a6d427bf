package app.loupe.ui.invoices;

import app.loupe.domain.EnumKey;
import app.loupe.review.Totals;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.WrappingTooltip;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The line below the table: how many, what they come to per currency and direction, and how old the copy is. */
final class FooterBar {
    private static final String BETWEEN = " · ";
    /** Totals up to this width get one line. */
    private static final double ONE_LINE_PX = 720;
    private static final double ROOM_FOR_BOTH_PX = 900;

    private final InvoicesViewModel model;
    private final InvoiceWords words;
    private final FlowPane totals = new FlowPane();
    private final Label copy = new Label();
    private final HBox view = new HBox();
    private final Tooltip explanation;

    FooterBar(InvoicesViewModel model, InvoiceWords words) {
        this.model = model;
        this.words = words;
        explanation = new WrappingTooltip(words.get("footer.explanation"));
        HBox.setHgrow(totals, Priority.ALWAYS);
        totals.setPrefWrapLength(ONE_LINE_PX);
        // the figures take a second line before the age is cut, and come first where both do not fit
        view.widthProperty().subscribe(
                width -> copy.setMinWidth(width.doubleValue() >= ROOM_FOR_BOTH_PX ? Region.USE_PREF_SIZE : 0));
        copy.getStyleClass().add("copy-age");
        totals.getStyleClass().add("footer-totals");
        view.getStyleClass().add("footer-bar");
        view.getChildren().addAll(totals, copy);
        model.result().subscribe(result -> show(result.totals()));
        model.connections().subscribe(profiles -> showAge());
    }

    HBox view() {
        return view;
    }

    private void show(Totals sums) {
        totals.getChildren()
                .setAll(part(Nodes.label(words.get("footer.count", sums.count()), "footer-figure"),
                        Nodes.label(words.get("footer.of", sums.count()), "footer-name")));
        boolean both = sums.sums().stream().map(Totals.Sum::direction).distinct().count() > 1;
        for (Totals.Direction direction : Totals.Direction.values()) {
            List<Totals.Sum> some = sums.sums().stream().filter(sum -> sum.direction() == direction).toList();
            if (!some.isEmpty()) {
                String key = both ? "footer." + EnumKey.of(direction) : "footer.total";
                add(words.get(key), list(some, Totals.Sum::total));
                add(words.get(direction == Totals.Direction.SALES ? "footer.due" : "footer.to-pay"),
                        list(some, Totals.Sum::due));
            }
        }
    }

    private void add(String name, String amounts) {
        HBox part = part(Nodes.label(name, "footer-name"), Nodes.label(amounts, "footer-figure"));
        Tooltip.install(part, explanation);
        totals.getChildren().add(part);
    }

    /** Currencies in which nothing is due are left out, unless nothing is due at all. */
    private String list(List<Totals.Sum> sums, Function<Totals.Sum, BigDecimal> amount) {
        List<Totals.Sum> shown = sums.stream().filter(sum -> amount.apply(sum).signum() != 0).toList();
        return String.join(BETWEEN, (shown.isEmpty() ? sums : shown).stream()
                .map(sum -> words.money().format(amount.apply(sum), sum.currency())).toList());
    }

    private static HBox part(Label first, Label second) {
        var part = new HBox(first, second);
        part.getStyleClass().add("footer-part");
        part.setMinWidth(Region.USE_PREF_SIZE);
        return part;
    }

    private void showAge() {
        copy.setText(model.copyTime().map(when -> words.get("footer.copy", words.dates().moment(when)))
                .orElse(words.get("footer.never")));
    }
}
