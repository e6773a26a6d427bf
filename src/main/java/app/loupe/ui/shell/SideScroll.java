package app.loupe.ui.shell;

import javafx.scene.Scene;
import javafx.scene.layout.Region;

/** The room of the sidebar: as wide as the sidebar would like to be, but never most of the window. On the FX thread. */
final class SideScroll extends RoomScroll {
    /** With large texts in a small window, the figures get the larger part. */
    private static final double SHARE = 0.34;

    private final Region sidebar;

    SideScroll(Region sidebar) {
        super(sidebar);
        this.sidebar = sidebar;
        setMinWidth(USE_PREF_SIZE);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        sceneProperty().flatMap(Scene::widthProperty).subscribe(width -> requestLayout());
        sidebar.widthProperty().subscribe(width -> requestLayout());
    }

    @Override
    protected double computePrefWidth(double height) {
        double wanted = sidebar.prefWidth(-1);
        return getScene() == null ? wanted : Math.min(wanted, Math.floor(getScene().getWidth() * SHARE));
    }
}
