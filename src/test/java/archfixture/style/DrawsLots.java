package archfixture.style;

import java.util.Random;

/** Breaks A9. */
public class DrawsLots {
    /** Chance that cannot be repeated. */
    public int draw() {
        return new Random().nextInt(6);
    }
}
