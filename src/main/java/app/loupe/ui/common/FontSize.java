package app.loupe.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.text.Font;

/**
 * Says how large one em is where it hangs, for lengths that style sheets cannot set. It has no text and takes no room; it
 * must be visible, because the toolkit gives no style to what is not.
 */
public final class FontSize extends Label {
    /** A ruler to be put anywhere into the view it measures. */
    public FontSize() {
        getStyleClass().setAll("font-size");
        setManaged(false);
        setMouseTransparent(true);
    }

    /** The font of texts beside it, whose size is one em in pixels; follows every change of the text size. */
    public ObservableValue<Font> font() {
        return fontProperty();
    }
}
