package app.loupe.ui.overview;

import app.loupe.ui.common.Navigator;
import app.loupe.ui.common.Tips;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;

/** One bar: says what it is of under the pointer, to the keyboard and to a screen reader, and leads to its rows. */
final class ChartBar extends Button {
    private static final PseudoClass NOT_KEPT = PseudoClass.getPseudoClass("not-kept");

    private Optional<OverviewContent.Bar> shown = Optional.empty();

    /**
     * A bar without a length.
     *
     * @param read is told what the bar says while the pointer or the keyboard is there, and nothing afterwards
     */
    ChartBar(Navigator navigator, Consumer<String> read) {
        getStyleClass().setAll("chart-bar");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMinSize(0, 0);
        setOnAction(event -> shown.ifPresent(bar -> bar.lead().follow(navigator)));
        hoverProperty().subscribe((before, now) -> read.accept(now ? reading() : ""));
        focusedProperty().subscribe((before, now) -> read.accept(now ? reading() : ""));
    }

    void show(OverviewContent.Bar bar) {
        shown = Optional.of(bar);
        pseudoClassStateChanged(NOT_KEPT, !bar.isKept());
        Tips.say(this, bar.reading());
        setAccessibleText(bar.reading());
    }

    private String reading() {
        return shown.map(OverviewContent.Bar::reading).orElse("");
    }

    double length() {
        return shown.map(OverviewContent.Bar::length).orElse(0.0);
    }

    String caption() {
        return shown.map(OverviewContent.Bar::caption).orElse("");
    }
}
