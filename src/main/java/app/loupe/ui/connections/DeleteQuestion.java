package app.loupe.ui.connections;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections.Notes;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Asks in the row whether to delete the connection, says what goes by now, and lets the history of its changes stay.
 */
final class DeleteQuestion extends VBox {
    private final Button keep;

    DeleteQuestion(ConnectionRowModel row, Wording wording, Consumer<Notes> onDelete, Runnable onKeep) {
        getStyleClass().add("delete-question");
        Label question = Nodes.paragraph("");
        var notes = new CheckBox();
        Label stays = Nodes.paragraph(wording.get("sidebar.delete.notes"));
        stays.setOnMouseClicked(event -> notes.fire());
        notes.setAccessibleText(stays.getText());
        notes.setId("delete-keep-notes");
        // a sync may still fill the copy; bindings let go of a question that is gone
        question.textProperty().bind(Bindings.createStringBinding(() -> words(row, wording, notes.isSelected()),
                notes.selectedProperty(), row.invoicesProperty(), row.profileProperty()));
        notes.setAccessibleHelp(wording.get(isSample(row)
                ? "sidebar.delete.notes.help.sample"
                : "sidebar.delete.notes.help"));
        var choice = new HBox(notes, stays);
        choice.getStyleClass().add("delete-notes");
        Button delete = Nodes.button(wording.get("sidebar.delete.yes"),
                () -> onDelete.accept(notes.isSelected() ? Notes.STAY : Notes.GO), Styles.DANGER, Styles.SMALL);
        delete.setId("delete-yes");
        delete.setAccessibleText(wording.get("sidebar.delete.yes.name", row.profile().name()));
        keep = Nodes.button(wording.get("sidebar.delete.keep"), onKeep, Styles.SMALL);
        keep.setId("delete-keep");
        keep.setAccessibleText(wording.get("sidebar.delete.keep.name", row.profile().name()));
        keep.accessibleHelpProperty().bind(question.textProperty());
        var buttons = new FlowRow(delete, keep);
        buttons.getStyleClass().add("delete-buttons");
        getChildren().addAll(question, choice, buttons);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                onKeep.run();
                event.consume();
            }
        });
    }

    private static String words(ConnectionRowModel row, Wording wording, boolean notesStay) {
        String key = "sidebar.delete.question" + (isSample(row) ? ".sample" : "") + (notesStay ? ".keeping" : "");
        return wording.get(key, row.profile().name(), row.invoicesProperty().get());
    }

    private static boolean isSample(ConnectionRowModel row) {
        return row.profile().kind() == ConnectionProfile.Kind.SAMPLE;
    }

    /** The harmless answer has the focus, so that Enter twice deletes nothing. */
    void focusKeep() {
        keep.requestFocus();
    }
}
