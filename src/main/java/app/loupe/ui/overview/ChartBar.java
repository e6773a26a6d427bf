package app.loupe.ui.overview;

import app.loupe.ui.common.Navigator;
import app.loupe.ui.common.WrappingTooltip;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;

/** One bar: says what it is of under the pointer, to the keyboard and to a screen reader, and leads to its rows. */
final class ChartBar extends Button {
    private final Tooltip tooltip = new WrappingTooltip("");
    private Optional<OverviewContent.Bar> shown = Optional.empty();

    /**
     * A bar without a length.
     *
     * @param read is told what the bar says while the pointer or the keyboard is there, and nothing afterwards
     */
    ChartBar(Navigator navigator, Consumer<String> read) {
        getStyleClass().setAll("chart-bar");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setTooltip(tooltip);
        setMinSize(0, 0);
        setOnAction(event -> shown.ifPresent(bar -> bar.lead().follow(navigator)));
        hoverProperty().subscribe((before, now) -> read.accept(now ? tooltip.getText() : ""));
        focusedProperty().subscribe((before, now) -> read.accept(now ? tooltip.getText() : ""));
    }

    void show(OverviewContent.Bar bar) {
        shown = Optional.of(bar);
        tooltip.setText(bar.reading());
        setAccessibleText(bar.reading());
    }

    double length() {
        return shown.map(OverviewContent.Bar::length).orElse(0.0);
    }

    String caption() {
        return shown.map(OverviewContent.Bar::caption).orElse("");
    }
}
