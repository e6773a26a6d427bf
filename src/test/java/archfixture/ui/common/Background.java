package archfixture.ui.common;

import archfixture.review.KnowsTheWindow;

/** Stands for the one way to waiting work, and breaks A1 with a cycle. */
public class Background {
    /** Half of the cycle. */
    public Class<?> other() {
        return KnowsTheWindow.class;
    }

    /** Hands work over. */
    public void run(Runnable work) {
        work.run();
    }
}
