package app.loupe.ui.shell;

import app.loupe.ui.common.Aside;
import app.loupe.ui.common.Nodes;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** One screen's entry in the sidebar, with a word or number at the right. */
final class NavButton extends Button {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final String name;
    private final Label aside = Nodes.label("", "nav-aside");

    NavButton(String name, Runnable action) {
        this.name = name;
        Label named = Nodes.label(name, "nav-name");
        // where large texts leave no room for both, what stands at the right is cut: its whole is read out with the name
        named.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(named, Nodes.spacer(), aside);
        line.prefWidthProperty().bind(widthProperty().subtract(1));
        setGraphic(line);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().add("nav");
        setMaxWidth(Double.MAX_VALUE);
        setAccessibleText(name);
        setOnAction(event -> action.run());
    }

    /** Shows a word at the right. */
    void aside(Aside shown) {
        String text = shown.text();
        String style = shown.style();
        aside.setText(text);
        aside.getStyleClass().setAll("label", "nav-aside");
        if (!style.isEmpty()) {
            aside.getStyleClass().add(style);
        }
        setAccessibleText(text.isEmpty() ? name : name + ", " + text);
    }

    void mark(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }
}
