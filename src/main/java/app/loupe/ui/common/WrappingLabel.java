package app.loupe.ui.common;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.Skin;

/**
 * The one way in which text of any length is broken into lines: a label that measures its words and ends its lines
 * itself. JavaFX 24 to 27-ea throw in {@code PrismTextLayout.computeTrailingSpaceWidth} when they break a line of Arabic
 * or Hebrew at a space, in every control that wraps, and a failure there takes the window away. The text, also for screen
 * readers, is the unbroken one; unless told otherwise it is never cut, and the label asks for the height of all its lines.
 */
public class WrappingLabel extends Label {
    private int mostLines = Integer.MAX_VALUE;

    /** A label with this text. */
    public WrappingLabel(String text) {
        super(text);
    }

    /** Draws no more than so many lines, at least 1; what is cut stands whole in a tip. To be called before it is shown. */
    public WrappingLabel upTo(int lines) {
        mostLines = lines;
        return this;
    }

    /** How many lines are drawn at most. */
    int mostLines() {
        return mostLines;
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
