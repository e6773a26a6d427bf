package app.loupe.ui.common;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * A row of buttons of which one is pressed: the parts of a page, or one of two sides. It stays one line, unless it stands
 * {@link #within} a pane that may be narrower. On the FX thread.
 */
public final class Segments<E> extends FlowRow {
    private final Map<E, ToggleButton> buttons = new LinkedHashMap<>();

    /**
     * One button for each.
     *
     * @param id of a button's node
     */
    public Segments(List<E> all, Function<E, String> id, Function<E, String> name, Consumer<E> choose) {
        getStyleClass().add("segments");
        for (E one : all) {
            var button = new ToggleButton(name.apply(one));
            button.setId(id.apply(one));
            button.getStyleClass().add("segment");
            button.setAccessibleText(button.getText());
            button.setMinWidth(USE_PREF_SIZE);
            button.setMaxHeight(Double.MAX_VALUE);
            button.setOnAction(event -> {
                // pressed again it stays pressed
                show(one);
                choose.accept(one);
            });
            buttons.put(one, button);
        }
        getChildren().addAll(buttons.values());
        setMinWidth(USE_PREF_SIZE);
    }

    @Override
    public Segments<E> within(Region pane) {
        setMinWidth(USE_COMPUTED_SIZE);
        super.within(pane);
        return this;
    }

    /** Lets the buttons share all the width that the row is given. */
    public void fill() {
        for (ToggleButton button : buttons.values()) {
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
        }
    }

    /** Shows which one is chosen. */
    public void show(E chosen) {
        buttons.forEach((one, button) -> button.setSelected(one.equals(chosen)));
    }
}
