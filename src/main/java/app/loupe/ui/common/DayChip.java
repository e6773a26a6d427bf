package app.loupe.ui.common;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;

/** A chip with the days that are asked for most, and a field for any other. On the FX thread. */
public final class DayChip extends HBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final MenuButton menu = new MenuButton();
    private final DayPicker field;
    private final BooleanProperty unreadable = new SimpleBooleanProperty();
    private final Label note = Nodes.label("", "late");
    private final Wording wording;
    private final Function<Optional<LocalDate>, String> name;
    private final Consumer<Optional<LocalDate>> choose;
    private boolean showing;

    /**
     * One of the days in the list.
     *
     * @param day empty for what nothing was done for
     */
    public record Preset(String name, Optional<LocalDate> day) {}

    /**
     * A chip.
     *
     * @param name what the chip says of a day
     * @param presets made anew whenever the list opens, because days pass
     */
    public DayChip(String id, Wording wording, Function<Optional<LocalDate>, String> name,
            Supplier<List<Preset>> presets, Consumer<Optional<LocalDate>> choose) {
        this.wording = wording;
        field = new DayPicker(wording, unreadable, true);
        this.name = name;
        this.choose = choose;
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
                choose.accept(Optional.of(now));
            } else if (!showing) {
                // emptied: what was chosen still is
                show(Optional.ofNullable(before));
            }
        });
        getStyleClass().add("day-chip");
        note.setId(id + "-note");
        getChildren().addAll(menu, field, note);
        Nodes.show(field, false);
        Nodes.show(note, false);
    }

    /** What is typed and no day stays out, and the day that was chosen stands there again. */
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
                unreadable.set(false);
                choose.accept(preset.day());
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

    /** Shows which day is chosen. */
    public void show(Optional<LocalDate> day) {
        showing = true;
        try {
            menu.setText(name.apply(day));
            menu.setAccessibleText(menu.getText());
            menu.pseudoClassStateChanged(CHOSEN, day.isPresent());
            field.setValue(day.orElse(null));
        } finally {
            showing = false;
        }
    }
}
