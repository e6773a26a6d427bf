package app.loupe.ui.common;

import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/** The mark of Loupe: a ring with its handle, drawn as one outline in the accent colour; as large as its style says. */
public final class LoupeMark extends Region {
    /** A ring of outer radius 11 and width 3 with a handle to the lower right. */
    private static final String RING_AND_HANDLE = "M11 0 A11 11 0 1 1 11 22 A11 11 0 1 1 11 0 Z "
            + "M11 3 A8 8 0 1 0 11 19 A8 8 0 1 0 11 3 Z "
            + "M17.2 19.3 L19.3 17.2 L24.4 22.3 A1.5 1.5 0 0 1 22.3 24.4 Z";

    /** A mark; decoration only, so that screen readers pass it by. */
    public LoupeMark() {
        getStyleClass().add("loupe-mark");
        var shape = new SVGPath();
        shape.setContent(RING_AND_HANDLE);
        setShape(shape);
        setScaleShape(true);
    }
}
