package app.loupe.ui.common;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Region;

/**
 * A button whose text is never cut: where there is no room for it on one line it takes more of them, as a
 * {@link WrappingLabel} does. Its text is the button's own, for screen readers, too. On the FX thread.
 */
public final class WrappingButton extends Button {
    private final WrappingLabel words = new WrappingLabel("");

    /** A button that takes no more than the width of this pane of rows, which it is one of. */
    public WrappingButton(Runnable act, Region pane, String... styles) {
        getStyleClass().addAll(styles);
        setMnemonicParsing(false);
        setOnAction(event -> act.run());
        words.textProperty().bind(textProperty());
        words.textFillProperty().bind(textFillProperty());
        words.fontProperty().bind(fontProperty());
        setGraphic(words);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMinWidth(0);
        maxWidthProperty().bind(pane.widthProperty().map(width -> {
            Insets around = pane.getInsets();
            return Math.max(0, width.doubleValue() - around.getLeft() - around.getRight());
        }));
    }

    /** The height depends on the width. */
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snapSizeX(aside() + words.prefWidth(-1));
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = width < 0 ? Math.min(computePrefWidth(-1), getMaxWidth()) : width;
        double room = wide - aside();
        return snapSizeY(getInsets().getTop() + words.prefHeight(room) + getInsets().getBottom());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private double aside() {
        return getInsets().getLeft() + getInsets().getRight();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        words.resizeRelocate(getInsets().getLeft(), getInsets().getTop(), getWidth() - aside(),
                getHeight() - getInsets().getTop() - getInsets().getBottom());
    }
}
