package app.loupe.ui.invoices;

import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;

/**
 * The chips above a list, in as many lines as they take; where these would take too much of the height of the window, as with
 * large texts, in one line that scrolls sideways, so that rows of the list are left. On the FX thread.
 */
final class ChipScroll extends ScrollPane {
    /** So much of the window the chips may take in lines. */
    private static final double MOST_SHARE = 0.2;
    /** What the bar to scroll by takes below the one line. */
    private static final double BAR_PX = 10;

    private static final PseudoClass LINE = PseudoClass.getPseudoClass("line");

    private final FlowPane chips;

    ChipScroll(FlowPane chips) {
        super(chips);
        this.chips = chips;
        getStyleClass().addAll("chip-scroll", "edge-to-edge");
        setFocusTraversable(false);
        setFitToWidth(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(0);
        widthProperty().subscribe(width -> decide());
        sceneProperty().flatMap(Scene::heightProperty).subscribe(height -> decide());
        // chips come and go, and say more or less: at the end of the pulse all of it is known
        chips.needsLayoutProperty().subscribe(needs -> {
            if (needs) {
                Platform.runLater(this::decide);
            }
        });
    }

    private void decide() {
        boolean line = isOneLine(getWidth());
        double wanted = line ? Math.max(getWidth(), lineWidth()) : USE_COMPUTED_SIZE;
        if (isFitToWidth() == line || chips.getPrefWidth() != wanted) {
            setFitToWidth(!line);
            pseudoClassStateChanged(LINE, line);
            setHbarPolicy(line ? ScrollBarPolicy.AS_NEEDED : ScrollBarPolicy.NEVER);
            chips.setPrefWidth(wanted);
            requestLayout();
        }
    }

    /** From what the chips want alone, and not from how they stand now: else each would be a reason for the other. */
    private boolean isOneLine(double width) {
        double room = width - chips.getInsets().getLeft() - chips.getInsets().getRight();
        if (getScene() == null || room <= 0) {
            return false;
        }
        double lines = Math.ceil(lineWidth() / room);
        return lines > 1 && lines * lineHeight() > getScene().getHeight() * MOST_SHARE;
    }

    private double lineWidth() {
        return chips.getChildren().stream().filter(Node::isManaged)
                .mapToDouble(one -> Math.ceil(one.prefWidth(-1)) + chips.getHgap())
                .sum() + chips.getInsets().getLeft() + chips.getInsets().getRight();
    }

    private double lineHeight() {
        return chips.getChildren().stream().filter(Node::isManaged).mapToDouble(one -> one.prefHeight(-1)).max()
                .orElse(0)
                + chips.getVgap();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return isOneLine(width)
                ? Math.ceil(lineHeight() + chips.getInsets().getTop() + chips.getInsets().getBottom()) + BAR_PX
                : chips.prefHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width < 0 && getWidth() > 0 ? getWidth() : width);
    }
}
