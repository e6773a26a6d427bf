package app.loupe.ui.connect;

import app.loupe.ui.common.Nodes;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A labelled field (or several controls for one value, of which one is seen) with room for a note below, all three known to each other for screen readers. */
final class FormField extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final NoteLabel note = new NoteLabel();

    FormField(String text, ObjectProperty<FieldNote> said, Control... controls) {
        getStyleClass().add("form-field");
        Label label = Nodes.label(text, "field-label");
        label.setLabelFor(controls[0]);
        getChildren().add(label);
        for (Control control : controls) {
            control.setMaxWidth(Double.MAX_VALUE);
            control.setAccessibleText(text);
            getChildren().add(control);
        }
        getChildren().add(note);
        said.subscribe(value -> {
            note.show(value);
            for (Control control : controls) {
                control.pseudoClassStateChanged(WRONG, value.kind() == FieldNote.Kind.BAD);
                control.setAccessibleHelp(value.text());
            }
        });
    }

    /** The note, for a place with more room than below the field. */
    NoteLabel takeNote() {
        getChildren().remove(note);
        return note;
    }

    /** Adds a line that always stands at the end. */
    FormField with(Node last) {
        getChildren().add(last);
        return this;
    }
}
