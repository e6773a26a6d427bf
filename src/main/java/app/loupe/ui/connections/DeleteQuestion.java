package app.loupe.ui.connections;

import app.loupe.domain.ConnectionProfile;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks in the row whether to delete the connection, and says what goes. */
final class DeleteQuestion extends VBox {
    private final Button keep;

    DeleteQuestion(ConnectionRowModel row, Wording wording, Runnable onDelete, Runnable onKeep) {
        getStyleClass().add("delete-question");
        Label question = Nodes.paragraph(words(row, wording));
        Button delete = Nodes.button(wording.get("sidebar.delete.yes"), onDelete, Styles.DANGER, Styles.SMALL);
        delete.setId("delete-yes");
        delete.setAccessibleText(wording.get("sidebar.delete.yes.name", row.profile().name()));
        keep = Nodes.button(wording.get("sidebar.delete.keep"), onKeep, Styles.SMALL);
        keep.setId("delete-keep");
        keep.setAccessibleText(wording.get("sidebar.delete.keep.name", row.profile().name()));
        keep.setAccessibleHelp(question.getText());
        var buttons = new HBox(delete, keep);
        buttons.getStyleClass().add("delete-buttons");
        getChildren().addAll(question, buttons);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                onKeep.run();
                event.consume();
            }
        });
    }

    private static String words(ConnectionRowModel row, Wording wording) {
        boolean sample = row.profile().kind() == ConnectionProfile.Kind.SAMPLE;
        return wording.get(sample ? "sidebar.delete.question.sample" : "sidebar.delete.question",
                row.profile().name(), row.invoicesProperty().get());
    }

    /** The harmless answer has the focus, so that Enter twice deletes nothing. */
    void focusKeep() {
        keep.requestFocus();
    }
}
