package app.loupe.ui.invoices;

import app.loupe.ui.common.FocusInSight;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;

/**
 * The chips above a list, in as many lines as they take; where these would take too much of the height of the window, as with
 * large texts, fewer of them are in sight and the rest a turn of the wheel, or the key Tab, further down, so that rows of the
 * list are left. Nothing of them is ever out at the side. On the FX thread.
 */
final class ChipScroll extends ScrollPane {
    /** So much of the window the chips may take. */
    private static final double MOST_SHARE = 0.2;
    /** So much whole lines of them may take where that is not enough for all; one is always there. */
    private static final double LEAST_SHARE = 0.12;

    private final FlowPane chips;

    ChipScroll(FlowPane chips) {
        super(chips);
        this.chips = chips;
        getStyleClass().addAll("chip-scroll", "edge-to-edge");
        setFocusTraversable(false);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        FocusInSight.in(this);
        sceneProperty().flatMap(Scene::heightProperty).subscribe(height -> requestLayout());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double whole = Math.ceil(chips.prefHeight(width));
        Scene scene = getScene();
        if (scene == null || whole <= scene.getHeight() * MOST_SHARE) {
            return whole;
        }
        double line = chips.getChildren().stream().filter(Node::isManaged).mapToDouble(one -> one.prefHeight(-1)).max()
                .orElse(0) + chips.getVgap();
        double lines = Math.max(1, Math.floor(scene.getHeight() * LEAST_SHARE / line));
        return Math.min(whole, Math.ceil(chips.getInsets().getTop() + lines * line));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width < 0 && getWidth() > 0 ? getWidth() : width);
    }

    @Override
    protected void layoutChildren() {
        // as long as all are in sight a bar would only take room
        setVbarPolicy(chips.prefHeight(getWidth()) > getHeight() + 1 ? ScrollBarPolicy.ALWAYS : ScrollBarPolicy.NEVER);
        super.layoutChildren();
    }
}
