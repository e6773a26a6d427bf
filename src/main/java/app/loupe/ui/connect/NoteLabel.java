package app.loupe.ui.connect;

import app.loupe.ui.common.Nodes;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Shows a {@link FieldNote}; takes no room when there is none. */
final class NoteLabel extends Label {
    NoteLabel() {
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
        show(FieldNote.NONE);
    }

    void show(FieldNote note) {
        Nodes.show(this, note.kind() != FieldNote.Kind.NONE);
        getStyleClass().setAll("label", "note", "note-" + note.kind().name().toLowerCase(Locale.ROOT));
        setText(note.kind() == FieldNote.Kind.GOOD ? "✓ " + note.text() : note.text());
    }
}
