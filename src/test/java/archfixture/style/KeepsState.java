package archfixture.style;

import java.util.HashMap;

/** Breaks A10 three times. */
public class KeepsState {
    static final HashMap<String, String> CACHE = new HashMap<>();
    static int counter;

    private static final KeepsState ONLY = new KeepsState();

    /** A locator. */
    public static KeepsState getInstance() {
        counter++;
        return ONLY;
    }
}
