package app.loupe.ui.common;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.Skin;

/**
 * The one way in which text of any length is broken into lines: a label that measures its words and ends its lines
 * itself. JavaFX 24 to 27-ea throw in {@code PrismTextLayout.computeTrailingSpaceWidth} when they break a line of Arabic
 * or Hebrew at a space, in every control that wraps, and a failure there takes the window away. The text, also for screen
 * readers, is the unbroken one; it is never cut, so the label asks for the height of all its lines.
 */
public class WrappingLabel extends Label {
    /** A label with this text. */
    public WrappingLabel(String text) {
        super(text);
    }

    /** The height depends on the width. */
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new WrappingLabelSkin(this);
    }
}
