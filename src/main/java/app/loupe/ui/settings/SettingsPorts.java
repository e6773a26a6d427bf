package app.loupe.ui.settings;

import app.loupe.ui.common.Browser;
import java.nio.file.Path;

/**
 * What the settings screen speaks to.
 *
 * @param folder the data folder
 * @param runs compares copies with Odoo
 * @param browser shows a folder in the system's own program
 */
public record SettingsPorts(Path folder, Verifying runs, Browser browser) {
    /** Starts comparisons of what is chosen with Odoo, on the FX thread. */
    public interface Verifying {
        /** Compares the copies of the chosen connections now; what runs already goes on. */
        void verifyChosen();
    }
}
