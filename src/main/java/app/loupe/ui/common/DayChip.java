package app.loupe.ui.common;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A chip with the days that are asked for most, and a field for any other. On the FX thread. */
public final class DayChip extends HBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final MenuButton menu = new MenuButton();
    private final DayPicker field;
    private final BooleanProperty unreadable = new SimpleBooleanProperty();
    private final Label note = Nodes.label("", "late");
    private final Wording wording;
    private boolean showing;

    /**
     * One of the choices in the list.
     *
     * @param choose makes it
     */
    public record Preset(String name, Runnable choose) {}

    /**
     * A chip.
     *
     * @param presets made anew whenever the list opens, because days pass
     * @param choose takes a day that was typed
     */
    public DayChip(String id, Wording wording, Supplier<List<Preset>> presets, Consumer<LocalDate> choose) {
        this.wording = wording;
        field = new DayPicker(wording, unreadable, true);
        menu.setId(id);
        menu.getStyleClass().add("chip");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setMnemonicParsing(false);
        menu.setOnShowing(event -> fill(presets.get()));
        fill(presets.get());
        field.setId(id + "-field");
        field.setPromptText(wording.get("day.field"));
        field.setAccessibleText(wording.get("day.field.name"));
        unreadable.subscribe(this::tell);
        field.valueProperty().subscribe((before, now) -> {
            if (!showing && now != null) {
                choose.accept(now);
            } else if (!showing) {
                // emptied: what was chosen still is
                put(before);
            }
        });
        getStyleClass().add("day-chip");
        note.setId(id + "-note");
        getChildren().addAll(menu, field, note);
        Nodes.show(field, false);
        Nodes.show(note, false);
    }

    /** What is typed and no day stays out; the screen shows the day that was chosen before. */
    private void tell(boolean noDay) {
        note.setText(noDay ? wording.get("day.unreadable", TypedDay.example(wording)) : "");
        // said where the focus is, too
        field.setAccessibleHelp(note.getText());
        Nodes.show(note, noDay);
    }

    private void fill(List<Preset> presets) {
        menu.getItems().setAll(presets.stream().map(preset -> {
            var item = new MenuItem(preset.name());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> {
                Nodes.show(field, false);
                field.restore();
                unreadable.set(false);
                preset.choose().run();
            });
            return item;
        }).toList());
        var other = new MenuItem(wording.get("day.other"));
        other.setId(menu.getId() + "-other");
        other.setOnAction(event -> {
            Nodes.show(field, true);
            field.requestFocus();
        });
        menu.getItems().add(other);
    }

    /**
     * Shows what is chosen.
     *
     * @param says what the chip says of it
     * @param chosen whether it is another choice than the one that nothing was done for
     * @param day what stands in the field; empty for a choice without a day of its own
     */
    public void show(String says, boolean chosen, Optional<LocalDate> day) {
        menu.setText(says);
        menu.setAccessibleText(says);
        menu.pseudoClassStateChanged(CHOSEN, chosen);
        put(day.orElse(null));
    }

    private void put(@Nullable LocalDate day) {
        showing = true;
        try {
            field.setValue(day);
        } finally {
            showing = false;
        }
    }
}
