package app.loupe.ui.common;

import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/**
 * What a card asks or tells, between its title and its buttons. It is as high as its content where the window has room for
 * all of the card, and scrolls where not, so that the buttons stay in sight. Put it into a column of nodes. On the FX thread.
 */
public final class CardBody extends ScrollPane {
    /** Of the window, so much is left to the content whatever stands above and below it. */
    private static final double LEAST_SHARE = 0.2;

    private final Region body;
    private double spare = Double.NaN;
    private double heldWidth;
    private double held = Double.NaN;

    /** A body of this content. */
    public CardBody(Region content) {
        super(content);
        this.body = content;
        getStyleClass().add("card-body");
        content.getStyleClass().add("card-content");
        setFitToWidth(true);
        setFocusTraversable(false);
        setMaxHeight(USE_PREF_SIZE);
        visibleProperty().bind(content.visibleProperty());
        managedProperty().bind(content.managedProperty());
        sceneProperty().flatMap(Scene::heightProperty).subscribe(height -> requestLayout());
        FocusInSight.in(this);
    }

    /**
     * Keeps the height that its content has now and so much more: what comes later scrolls, and the buttons below stay where
     * the pointer expects them. Another width, or another call, takes the measure anew.
     *
     * @param more in pixels
     */
    public void keepHeight(double more) {
        spare = more;
        held = Double.NaN;
        requestLayout();
    }

    /** Scrolls to something that has just come, once it has its place. */
    public void reveal(Node come) {
        Platform.runLater(() -> FocusInSight.reveal(this, come));
    }

    /** Goes on, or back, by as much as is seen at once; for keys that are pressed outside of it. */
    public void turn(boolean onward) {
        double seen = getViewportBounds().getHeight();
        double more = body.getLayoutBounds().getHeight() - seen;
        if (more > 0) {
            setVvalue(Math.clamp(getVvalue() + (onward ? seen : -seen) / more, 0, 1));
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return body.minWidth(-1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return body.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        double wanted = Math.ceil(body.prefHeight(width)) + getInsets().getTop() + getInsets().getBottom();
        if (Double.isNaN(spare) || getScene() == null || width < 0) {
            return wanted;
        }
        if (Double.isNaN(held) || width != heldWidth) {
            held = wanted + Math.ceil(spare);
            heldWidth = width;
        }
        return held;
    }

    @Override
    protected double computeMinHeight(double width) {
        double wanted = computePrefHeight(width);
        return getScene() == null ? wanted : Math.min(wanted, Math.floor(getScene().getHeight() * LEAST_SHARE));
    }
}
