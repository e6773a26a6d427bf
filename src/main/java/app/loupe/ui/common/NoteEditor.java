package app.loupe.ui.common;

import app.loupe.domain.InvoiceMark;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A private note that is edited in its place. It is written whenever the typing rests and when the owner leaves it, by Esc
 * or in any other way; a text that is too long is not written, and the owner is told.
 *
 * @param <K> what tells apart what notes are written to
 */
public final class NoteEditor<K> {
    /** How long the typing must rest before it is written: every writing goes to the disk. */
    static final Duration REST = Duration.millis(600);
    private static final int ROWS = 4;

    private final Notes<K> notes;
    private final Wording wording;
    private final Label shown = Nodes.paragraph("", "note-shown");
    private final TextArea text = new TextArea();
    private final Label tooLong = Nodes.paragraph("", "note-too-long", "small");
    private final Button edit;
    private final VBox view = new VBox();
    private final PauseTransition rest = new PauseTransition(REST);
    private @Nullable K key;
    private String kept = "";
    private String before = "";
    private boolean editing;
    /** Texts that are too long to be written, until the program ends. */
    private final Map<K, String> drafts = new HashMap<>();

    /** Where notes are written to, on the FX thread; nothing here waits. */
    public interface Notes<K> {
        /** Writes a note as far as it was typed. */
        void write(K key, String note);

        /** The owner has left a note that said something else before: that is what Undo brings back. */
        void wrote(K key, String before);
    }

    /** An editor that serves nothing yet. */
    public NoteEditor(Notes<K> notes, Wording wording) {
        this.notes = notes;
        this.wording = wording;
        edit = Nodes.button(wording.get("note.add"), this::edit);
        edit.setId("note-edit");
        text.setId("note-text");
        // lines are the owner's: the toolkit throws when it wraps a right-to-left text
        text.setPrefRowCount(ROWS);
        text.setAccessibleText(wording.get("note.accessible"));
        text.setPromptText(wording.get("note.prompt"));
        text.textProperty().subscribe((was, now) -> {
            measure();
            if (editing) {
                rest.playFromStart();
            }
        });
        text.focusedProperty().subscribe((was, now) -> {
            // a text that cannot be written stays in sight
            if (!now && !isTooLong()) {
                leave();
            }
        });
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
        rest.setOnFinished(event -> write());
        view.getStyleClass().add("note-editor");
        Nodes.dress(view, NoteEditor.class, "note.css");
        view.getChildren().addAll(shown, text, tooLong, edit);
        place();
    }

    /** The node, always the same. */
    public Node view() {
        return view;
    }

    /** Serves something else, or nothing; what was typed for the one before is written first. */
    public void show(Optional<K> now) {
        if (!now.equals(Optional.ofNullable(key))) {
            leave();
            key = now.orElse(null);
            kept = "";
        }
    }

    /** The note as it is kept. */
    public void show(String note) {
        kept = note;
        if (!editing) {
            text.setText(note);
            place();
        }
    }

    /** Begins to edit. */
    public void edit() {
        if (!editing && key != null) {
            editing = true;
            before = kept;
            String draft = drafts.remove(key);
            text.setText(draft == null ? kept : draft);
            place();
        }
        text.requestFocus();
        text.end();
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            leave();
            edit.requestFocus();
            event.consume();
        }
    }

    private void leave() {
        if (editing) {
            rest.stop();
            write();
            editing = false;
            K left = key;
            if (left != null && isTooLong()) {
                drafts.put(left, text.getText());
            } else if (left != null && !text.getText().equals(before)) {
                notes.wrote(left, before);
            }
            place();
        }
    }

    private void write() {
        K now = key;
        if (now != null && !isTooLong() && !text.getText().equals(kept)) {
            notes.write(now, text.getText());
        }
    }

    private boolean isTooLong() {
        return text.getText().length() > InvoiceMark.LONGEST_NOTE;
    }

    private void measure() {
        tooLong.setText(isTooLong()
                ? wording.get("note.too-long", text.getText().length(), InvoiceMark.LONGEST_NOTE)
                : "");
        Nodes.show(tooLong, isTooLong());
    }

    private void place() {
        shown.setText(kept);
        Nodes.show(shown, !editing && !kept.isEmpty());
        Nodes.show(text, editing);
        Nodes.show(edit, !editing);
        edit.setText(wording.get(kept.isEmpty() ? "note.add" : "note.edit"));
        edit.setAccessibleText(edit.getText());
        measure();
    }
}
