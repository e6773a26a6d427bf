package app.loupe.ui.export;

import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.layout.VBox;

/** A field of the dialog below its name, which screen readers say, too. */
final class LabelledField extends VBox {
    LabelledField(Wording wording, String key, Node field) {
        var label = Nodes.label(wording.get(key), "field-label");
        if (field instanceof Control control) {
            control.setAccessibleText(wording.get(key));
            label.setLabelFor(control);
        }
        getStyleClass().add("form-field");
        getChildren().addAll(label, field);
    }
}
