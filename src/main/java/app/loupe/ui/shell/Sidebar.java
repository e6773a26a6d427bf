package app.loupe.ui.shell;

import app.loupe.ui.common.FontSize;
import app.loupe.ui.common.LoupeMark;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.RowScroll;
import app.loupe.ui.common.Wording;
import app.loupe.ui.connections.ConnectionList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The left column: brand, connections, screens, and security at the foot. In a low window it is set tighter, so that three
 * connections and all screens are seen; where large texts make it lower than it ever is at their usual size, it is set close
 * and without the brand and the heading of the screens, so that most screens are seen at once. On the FX thread.
 */
final class Sidebar extends VBox {
    /** All but the screens, which are pressed most, is set tighter... */
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
    /** ...and the screens where that is not enough. */
    private static final PseudoClass TIGHTER = PseudoClass.getPseudoClass("tighter");
    private static final PseudoClass CLOSE = PseudoClass.getPseudoClass("close");
    private static final double CONNECTION_EM = 3.7;
    /** The smallest window has so much at the usual size of texts. */
    private static final double LEAST_EM = 43;
    /** So many connections are seen in every window at the usual size of texts. */
    private static final int LEAST_CONNECTIONS = 3;
    /** Of so many it is worth to show as many as can be. */
    private static final int MOST_CONNECTIONS = 13;

    private final FontSize size = new FontSize();
    private final HBox brand;
    private final HBox section;
    private final ConnectionList connections;
    private final RowScroll screens;
    private final Region between = Nodes.spacer();

    Sidebar(Wording wording, ConnectionList connections, List<NavButton> review, List<NavButton> foot) {
        this.connections = connections;
        getStyleClass().add("sidebar");
        // at least this; how wide it is, its scroll says
        setMinWidth(0);
        brand = new HBox(new LoupeMark(), Nodes.label(wording.get("app.name"), "brand-name"));
        brand.getStyleClass().add("brand");
        brand.setAlignment(Pos.CENTER_LEFT);
        section = new HBox(Nodes.label(wording.get("sidebar.review")));
        section.getStyleClass().add("sidebar-section");
        screens = entries(wording, review);
        getChildren().addAll(brand, connections, section, screens, between);
        getChildren().addAll(foot);
        getChildren().add(size);
        getChildren().stream().filter(node -> !connections.equals(node) && !screens.equals(node))
                .filter(node -> node instanceof Region && !node.equals(size))
                .map(Region.class::cast).forEach(part -> part.setMinHeight(Region.USE_PREF_SIZE));
        size.font().subscribe(font -> arrange());
        sceneProperty().flatMap(Scene::heightProperty).subscribe(height -> arrange());
        connections.rows().addListener((InvalidationListener) change -> arrange());
        // a link below a status, or one that went; heard in the middle of a layout
        connections.rowsHeight().subscribe(now -> Platform.runLater(this::arrange));
    }

    private void arrange() {
        double em = size.font().getValue().getSize();
        boolean close = getScene() != null && getScene().getHeight() < LEAST_EM * em;
        connections.keep(close ? LEAST_CONNECTIONS - 1 : LEAST_CONNECTIONS);
        pseudoClassStateChanged(CLOSE, close);
        Nodes.show(brand, !close);
        Nodes.show(section, !close);
        pseudoClassStateChanged(TIGHT, false);
        pseudoClassStateChanged(TIGHTER, false);
        if (!close && getScene() != null) {
            pseudoClassStateChanged(TIGHT, isTooHigh(em));
            pseudoClassStateChanged(TIGHTER, isTooHigh(em));
        }
    }

    /** Whether not all of it has room as it is set, with no more connections than it is worth to show. */
    private boolean isTooHigh(double em) {
        applyCss();
        return prefHeight(getWidth() > 0 ? getWidth() : -1)
                - Math.max(0, connections.rows().size() - MOST_CONNECTIONS) * CONNECTION_EM * em > getScene()
                        .getHeight();
    }

    /** At its own width: whoever asks without one decides by it whether there is something to scroll. */
    @Override
    protected double computeMinHeight(double width) {
        return super.computeMinHeight(width < 0 && getWidth() > 0 ? getWidth() : width);
    }

    /** The screens are always the same few: they have their room first, and the connections what is left, but their least. */
    @Override
    protected void layoutChildren() {
        List<Node> parts = getManagedChildren();
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        double gaps = snapSpaceY(getSpacing()) * (parts.size() - 1);
        double room = getHeight() - snappedTopInset() - snappedBottomInset() - gaps - parts.stream()
                .filter(part -> !shares(part)).mapToDouble(part -> snapSizeY(part.prefHeight(width))).sum();
        double wanted = screens.prefHeight(width);
        double upper = Math.max(connections.minHeight(width), Math.min(connections.prefHeight(width), room - wanted));
        double lower = Math.max(screens.minHeight(width), Math.min(wanted, room - upper));
        double top = snappedTopInset();
        for (Node part : parts) {
            double height = part.equals(connections)
                    ? upper
                    : part.equals(screens)
                            ? lower
                            : part.equals(between)
                                    ? Math.max(0, room - upper - lower)
                                    : snapSizeY(part.prefHeight(width));
            // the ring of an entry has room beside it, so that its scroll does not cut it off; the entries stand in one line with all else
            double beside = part.equals(screens) ? ring() : 0;
            layoutInArea(part, snappedLeftInset() - beside, top, width + 2 * beside, height, 0, HPos.LEFT, VPos.TOP);
            top += height + snapSpaceY(getSpacing());
        }
    }

    private double ring() {
        return screens.getContent() instanceof Region rows ? rows.snappedLeftInset() : 0;
    }

    /** Whether its height is what others leave. */
    private boolean shares(Node part) {
        return part.equals(connections) || part.equals(screens) || part.equals(between);
    }

    /** They scroll where large texts leave no room for all of them. */
    private static RowScroll entries(Wording wording, List<NavButton> review) {
        var rows = new VBox();
        rows.getStyleClass().add("nav-rows");
        rows.getChildren().addAll(review);
        var scroll = new RowScroll(rows);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("nav-scroll");
        scroll.setAccessibleText(wording.get("sidebar.review"));
        review.forEach(entry -> entry.focusedProperty().subscribe(focused -> {
            if (focused) {
                scroll.reveal(entry);
            }
        }));
        // a key of the window leads there, too, and so does what a figure opens; places come with the next layout
        Runnable show = () -> Platform.runLater(() -> review.stream().filter(entry -> entry.marked().get())
                .forEach(scroll::reveal));
        review.forEach(entry -> entry.marked().subscribe(show));
        scroll.heightProperty().subscribe(show);
        return scroll;
    }
}
