package app.loupe.ui.settings;

import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Segments;
import app.loupe.ui.common.Wording;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Puts settings below each other: what each is called, what it means, and what can be chosen. */
final class SettingRows {
    private final Wording wording;
    private final VBox view = new VBox();

    SettingRows(Wording wording) {
        this.wording = wording;
        view.getStyleClass().add("settings-page");
    }

    VBox view() {
        return view;
    }

    /** Begins a part. */
    void section(String key) {
        view.getChildren().add(Nodes.label(wording.get("settings.section." + key), "settings-section"));
    }

    /** A setting that is explained by a text that stays. */
    void add(String key, Node choice) {
        add(key, Nodes.paragraph(wording.get("settings." + key + ".text"), "muted"), choice);
    }

    /** A setting. */
    void add(String key, Label explained, Node choice) {
        var words = new VBox(Nodes.label(wording.get("settings." + key), "setting-name"), explained);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.getStyleClass().add("setting-words");
        var at = new HBox(choice);
        at.getStyleClass().add("setting-choice");
        at.setMinWidth(Region.USE_PREF_SIZE);
        var row = new FlowRow(words, at);
        row.getStyleClass().add("setting");
        flowing(choice).forEach(some -> some.within(row));
        view.getChildren().add(row);
    }

    /** Those that may have to go on in further lines, with large texts. */
    private static List<FlowRow> flowing(Node choice) {
        Stream<FlowRow> inside = choice instanceof Pane several
                ? several.getChildren().stream().flatMap(each -> flowing(each).stream())
                : Stream.empty();
        return Stream.concat(choice instanceof FlowRow row ? Stream.of(row) : Stream.empty(), inside).toList();
    }

    /** A setting whose choices need the room below its words. */
    void addWide(String key, Node choices) {
        var words = new VBox(Nodes.label(wording.get("settings." + key), "setting-name"),
                Nodes.paragraph(wording.get("settings." + key + ".text"), "muted"), choices);
        words.getStyleClass().add("setting-wide");
        view.getChildren().add(words);
    }

    /** One of several, seen side by side. */
    <T> Segments<T> segments(String key, List<T> all, Function<T, String> name, ObjectProperty<T> chosen) {
        var segments = new Segments<T>(all, one -> "setting-" + key + "-" + all.indexOf(one), name, chosen::set);
        segments.setAccessibleText(wording.get("settings." + key));
        segments.setMaxHeight(Region.USE_PREF_SIZE);
        chosen.subscribe(segments::show);
        return segments;
    }

    /** On or off. */
    Segments<Boolean> onOff(String key, ObjectProperty<Boolean> chosen) {
        return segments(key, List.of(false, true), on -> wording.get(on ? "settings.on" : "settings.off"), chosen);
    }
}
