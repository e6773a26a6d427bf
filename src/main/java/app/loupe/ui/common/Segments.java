package app.loupe.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** A few choices side by side of which one is always made: it follows the property, and the property follows it. */
public final class Segments<T> extends HBox {
    private final List<ToggleButton> buttons = new ArrayList<>();

    /**
     * Choices in this order.
     *
     * @param id the id of the node; its buttons have it with their place behind it
     * @param name what a choice is called
     * @param question what is chosen, for those who do not see it
     */
    public Segments(String id, String question, List<T> choices, Function<T, String> name, ObjectProperty<T> chosen) {
        setId(id);
        getStyleClass().add("segments");
        setAccessibleText(question);
        setMaxHeight(USE_PREF_SIZE);
        for (T choice : choices) {
            var button = new ToggleButton(name.apply(choice));
            button.setId(id + "-" + buttons.size());
            button.getStyleClass().add("segment");
            button.setAccessibleText(question + ": " + button.getText());
            button.setMinWidth(ToggleButton.USE_PREF_SIZE);
            button.setOnAction(event -> {
                chosen.set(choice);
                // pressed again it stays chosen
                button.setSelected(true);
            });
            chosen.subscribe(now -> button.setSelected(choice.equals(now)));
            buttons.add(button);
        }
        getChildren().addAll(buttons);
    }
}
