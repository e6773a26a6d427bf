package app.loupe.ui.shell;

import app.loupe.ui.common.FontSize;
import app.loupe.ui.common.LoupeMark;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.RowScroll;
import app.loupe.ui.common.Wording;
import app.loupe.ui.connections.ConnectionList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The left column: brand, connections, screens, and security at the foot. Where large texts make it lower than it ever is at
 * their usual size, it is set close and without the brand, so that most screens are seen at once. On the FX thread.
 */
final class Sidebar extends VBox {
    private static final PseudoClass CLOSE = PseudoClass.getPseudoClass("close");
    /** The smallest window has so much at the usual size of texts. */
    private static final double LEAST_EM = 43;

    private final FontSize size = new FontSize();
    private final HBox brand;

    Sidebar(Wording wording, ConnectionList connections, List<NavButton> review, List<NavButton> foot) {
        getStyleClass().add("sidebar");
        // at least this; how wide it is, its scroll says
        setMinWidth(0);
        brand = new HBox(new LoupeMark(), Nodes.label(wording.get("app.name"), "brand-name"));
        brand.getStyleClass().add("brand");
        brand.setAlignment(Pos.CENTER_LEFT);
        var section = new HBox(Nodes.label(wording.get("sidebar.review")));
        section.getStyleClass().add("sidebar-section");
        getChildren().addAll(brand, connections, section, entries(wording, review), Nodes.spacer());
        getChildren().addAll(foot);
        getChildren().add(size);
        getChildren().stream().filter(node -> !connections.equals(node) && !(node instanceof RowScroll))
                .filter(node -> node instanceof Region && !node.equals(size))
                .map(Region.class::cast).forEach(part -> part.setMinHeight(Region.USE_PREF_SIZE));
        size.font().subscribe(font -> arrange());
        sceneProperty().flatMap(Scene::heightProperty).subscribe(height -> arrange());
    }

    private void arrange() {
        boolean close = getScene() != null && getScene().getHeight() < LEAST_EM * size.font().getValue().getSize();
        pseudoClassStateChanged(CLOSE, close);
        Nodes.show(brand, !close);
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
        return scroll;
    }
}
