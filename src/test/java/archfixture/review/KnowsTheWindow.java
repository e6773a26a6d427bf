package archfixture.review;

import archfixture.ui.common.Background;

/** Breaks A1: closes a cycle with {@link archfixture.ui.common.Background}. */
public class KnowsTheWindow {
    /** The window, from below it. */
    public Background background() {
        return new Background();
    }
}
