package archfixture.style;

import java.util.logging.Logger;

/** Breaks A9. */
public class LogsWithJul {
    /** Another way to log. */
    public void log() {
        Logger.getLogger("fixture").info("fixture");
    }
}
