package app.loupe.ui.common;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/**
 * A pane that asks for the height that it needs at the width it has. Split panes and scroll panes of the toolkit ask for no
 * width in particular, and what goes on in further lines would answer for one: it would be cut off, with no bar to scroll.
 * On the FX thread.
 */
public final class TallEnough extends StackPane {
    /** A pane with these in it. */
    public TallEnough(Node... shown) {
        super(shown);
        // whoever asked before asks again
        widthProperty().subscribe((was, now) -> requestParentLayout());
    }

    @Override
    protected double computeMinHeight(double width) {
        return super.computeMinHeight(width < 0 && getWidth() > 0 ? getWidth() : width);
    }
}
