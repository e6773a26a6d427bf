package app.loupe.session;

import java.time.Duration;

/** How often connections sync by themselves. */
public sealed interface Rhythm {
    /** What is used as long as the owner has chosen nothing. */
    Rhythm USUAL = new Every(Duration.ofHours(1));

    /** Never: only when the owner asks. */
    record Off() implements Rhythm {}

    /** At the start, and then only when the owner asks. */
    record AtStart() implements Rhythm {}

    /**
     * At the start, and then again and again.
     *
     * @param between from the end of one run to the beginning of the next; positive
     */
    record Every(Duration between) implements Rhythm {
        /** Refuses zero or less, which would never let a server rest. */
        public Every {
            if (!between.isPositive()) {
                throw new IllegalArgumentException("no time between runs");
            }
        }
    }
}
