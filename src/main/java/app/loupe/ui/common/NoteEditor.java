package app.loupe.ui.common;

import app.loupe.domain.InvoiceMark;
import app.loupe.domain.OfConnection;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.Scene;
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
public final class NoteEditor<K extends OfConnection> {
    /** How long the typing must rest before it is written: every writing goes to the disk. */
    static final Duration REST = Duration.millis(600);
    private static final int ROWS = 4;

    private final Notes<K> notes;
    private final Wording wording;
    private final Label shown = Nodes.paragraph("", "note-shown");
    private final TextArea text = new TextArea();
    private final Label unsaved = Nodes.paragraph("", "note-too-long", "small");
    /** That what was typed is on the disk; says nothing while it may not be. */
    private final Label saved = Nodes.label("", "muted", "small");
    private final Button edit;
    private final VBox view = new VBox();
    private final PauseTransition rest = new PauseTransition(REST);
    private @Nullable K key;
    /** The note as it is on the disk; null as long as nobody has read it. */
    private @Nullable String kept;
    private String before = "";
    /** What was given away to be written while this is edited; null when something must be. */
    private @Nullable String handed;
    private boolean editing;
    /** What was typed before is still there, and not on the disk. */
    private boolean unwritten;
    /** Editing was asked for before the note was read. */
    private boolean asked;
    /** The key that began the editing, until it is let go: its letter comes only then, and belongs to no note. */
    private @Nullable KeyCode opener;

    /** Where notes are written to, on the FX thread; nothing here waits. */
    public interface Notes<K> {
        /** Writes a note as far as it was typed. */
        void write(K key, String note);

        /** The owner has left a note that said something else before: that is what Undo brings back. */
        void wrote(K key, String before);

        /** Where what is typed is kept until it is written. */
        NoteDrafts drafts();
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
                saved.setText("");
                keepDraft();
                rest.playFromStart();
            }
        });
        text.focusedProperty().subscribe((was, now) -> {
            // a text that cannot be written stays in sight
            if (!now && !isTooLong()) {
                leave();
            }
        });
        // a lock takes the focus elsewhere in a window that has none itself
        text.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe((was, now) -> {
            if (text.equals(was) && !isTooLong()) {
                leave();
            }
        });
        text.addEventFilter(KeyEvent.ANY, this::withoutOpener);
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
        rest.setOnFinished(event -> write());
        view.getStyleClass().add("note-editor");
        Nodes.dress(view, NoteEditor.class, "note.css");
        view.getChildren().addAll(shown, text, unsaved, saved, edit);
        saved.setId("note-saved");
        saved.textProperty().subscribe(now -> showSaved());
        FocusInSight.together(text, view);
        place();
    }

    /** The node, always the same. */
    public Node view() {
        return view;
    }

    /**
     * Serves something else, or nothing; what was typed for the one before is written first. Stays closed until
     * {@link #show(OfConnection, String)} tells the note.
     */
    public void show(Optional<K> now) {
        if (!now.equals(Optional.ofNullable(key))) {
            leave();
            key = now.orElse(null);
            kept = null;
            saved.setText("");
            asked = false;
            unwritten = false;
            place();
        }
    }

    /** The note to this as it was read; nothing happens when something else is served by now. */
    public void show(K to, String note) {
        if (!to.equals(key)) {
            return;
        }
        if (kept != null && !note.equals(kept)) {
            boolean whole = note.equals(handed) && (!editing || note.equals(text.getText()));
            saved.setText(whole ? wording.get("note.saved") : "");
        }
        kept = note;
        notes.drafts().written(to, note);
        unwritten = notes.drafts().of(to).isPresent();
        if (!editing) {
            text.setText(note);
            place();
        }
        if (asked) {
            opener = null;
            edit();
        }
    }

    /** Begins to edit by a key that also types a letter, which is not the note's. */
    public void edit(KeyCode by) {
        opener = by;
        edit();
    }

    /** Begins to edit, as soon as the note was read. */
    public void edit() {
        String there = kept;
        asked = key != null && there == null;
        if (key == null || there == null) {
            return;
        }
        if (!editing) {
            Optional<String> draft = notes.drafts().of(key);
            before = there;
            handed = draft.isPresent() ? null : there;
            text.setText(draft.orElse(there));
            editing = true;
            place();
        }
        text.requestFocus();
        text.end();
    }

    private void withoutOpener(KeyEvent event) {
        if (opener == null) {
            return;
        }
        if (event.getEventType() == KeyEvent.KEY_TYPED) {
            event.consume();
        } else if (event.getEventType() == KeyEvent.KEY_RELEASED || event.getCode() != opener) {
            opener = null;
        }
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
            opener = null;
            K left = key;
            if (left != null && !isTooLong() && !text.getText().equals(before)) {
                notes.wrote(left, before);
            }
            place();
        }
    }

    private void write() {
        K now = key;
        String typed = text.getText();
        if (now == null || isTooLong()) {
            return;
        }
        if (!typed.equals(handed)) {
            handed = typed;
            notes.drafts().keep(now, typed);
            notes.write(now, typed);
        } else if (typed.equals(kept)) {
            notes.drafts().written(now, typed);
        }
    }

    /** From the first letter on: a lock may come at any time, and some texts are never written. */
    private void keepDraft() {
        K now = key;
        if (now != null) {
            notes.drafts().keep(now, text.getText());
        }
    }

    private boolean isTooLong() {
        return NoteDrafts.isTooLong(text.getText());
    }

    private void measure() {
        boolean left = !editing && unwritten;
        String why = isTooLong()
                ? wording.get("note.too-long", text.getText().length(), InvoiceMark.LONGEST_NOTE)
                : wording.get("note.unwritten");
        unsaved.setText(isTooLong() || left ? why : "");
        Nodes.show(unsaved, isTooLong() || left);
    }

    /** While a note is edited its room is kept, so that it comes where it is seen and moves nothing. */
    private void showSaved() {
        Nodes.show(saved, editing || !saved.getText().isEmpty());
    }

    private void place() {
        String there = Objects.requireNonNullElse(kept, "");
        boolean known = kept != null;
        shown.setText(there);
        Nodes.show(shown, !editing && !there.isEmpty());
        Nodes.show(text, editing);
        Nodes.show(edit, !editing && known);
        edit.setText(wording.get(there.isEmpty() ? "note.add" : "note.edit"));
        edit.setAccessibleText(edit.getText());
        showSaved();
        measure();
    }
}
