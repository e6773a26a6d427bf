package app.loupe.ui.common;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;

/** A tooltip whose text takes as many lines as it needs, of a width that is read at a glance. */
public final class WrappingTooltip extends Tooltip {
    private static final double MOST_WIDTH_PX = 360;

    /** A tooltip with this text. */
    public WrappingTooltip(String text) {
        super(text);
        var shown = new WrappingLabel(text);
        shown.setMaxWidth(MOST_WIDTH_PX);
        shown.textProperty().bind(textProperty());
        setGraphic(shown);
        // the text itself stays for screen readers
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }
}
