package archfixture.ui.alpha;

import javafx.scene.paint.Color;

/** Breaks A7. */
public class PaintingViewModel {
    /** A colour is the view's business. */
    public Color colour() {
        return Color.TEAL;
    }
}
