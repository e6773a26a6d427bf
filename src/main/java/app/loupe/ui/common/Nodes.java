package app.loupe.ui.common;

import java.net.URL;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Makes the small nodes of which views are composed, with style classes and names for screen readers. */
public final class Nodes {
    private Nodes() {}

    /** A label with style classes. */
    public static Label label(String text, String... styles) {
        var label = new Label(ShownText.of(text));
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** A label that breaks its line instead of losing words. */
    public static WrappingLabel paragraph(String text, String... styles) {
        var label = new WrappingLabel(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** A button that does something; its text is its name. */
    public static Button button(String text, Runnable action, String... styles) {
        var button = new Button(ShownText.of(text));
        button.getStyleClass().addAll(styles);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        button.setAccessibleText(button.getText());
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Empty room that takes what is left of a row or column. */
    public static Region spacer() {
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        VBox.setVgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    /** Shows a node, or takes it out of the layout. */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Adds the style sheet that lies beside the view's class. */
    public static void dress(Parent view, Class<?> beside, String sheet) {
        URL found = Objects.requireNonNull(beside.getResource(sheet), sheet);
        view.getStylesheets().add(found.toExternalForm());
    }

    /** Whether the first is the second or stands in it; no node stands in anything. */
    public static boolean isInside(@Nullable Node node, Node parent) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(parent)) {
                return true;
            }
        }
        return false;
    }
}
