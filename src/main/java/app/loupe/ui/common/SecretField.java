package app.loupe.ui.common;

import app.loupe.domain.PastedSecret;
import app.loupe.domain.Secret;
import javafx.beans.Observable;
import javafx.scene.control.PasswordField;

/**
 * Where a key or password is typed: made new each time, read as characters (never as a string of ours), not copyable,
 * and emptied when the dialog closes. Undo is of no use here, because the control is thrown away.
 */
public final class SecretField extends PasswordField {
    /** An empty field. */
    public SecretField() {
        getStyleClass().add("secret-field");
    }

    /** Empties it. What was typed is written over first: an empty control keeps its letters in its memory. */
    @Override
    public void clear() {
        setText("0".repeat(getLength()));
        super.clear();
    }

    /** Calls on the FX thread whenever what is typed changes, also to as many other letters; no string is made of it. */
    public void onEdit(Runnable edited) {
        getContent().addListener((Observable content) -> edited.run());
    }

    /** What was typed or pasted, as bytes; the caller closes it. */
    public Secret read() {
        return PastedSecret.of(Secret.ofChars(getCharacters()));
    }

    /** Nothing leaves this field by the clipboard (S43). */
    @Override
    public void copy() {
        // intentionally nothing
    }

    /** Nothing leaves this field by the clipboard (S43). */
    @Override
    public void cut() {
        // intentionally nothing
    }
}
