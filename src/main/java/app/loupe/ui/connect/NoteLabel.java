package app.loupe.ui.connect;

import app.loupe.ui.common.LiveText;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.WrappingLabel;
import java.util.Locale;

/** Shows a {@link FieldNote}, and says it to a screen reader; takes no room when there is none. */
final class NoteLabel extends WrappingLabel {
    private final LiveText live = new LiveText(this);

    NoteLabel() {
        super("");
        show(FieldNote.NONE);
    }

    void show(FieldNote note) {
        Nodes.show(this, note.kind() != FieldNote.Kind.NONE);
        getStyleClass().setAll("label", "note", "note-" + note.kind().name().toLowerCase(Locale.ROOT));
        setText(note.kind() == FieldNote.Kind.GOOD ? "✓ " + note.text() : note.text());
        live.say(note.text());
    }
}
