package app.loupe.ui.settings;

import app.loupe.domain.Blocking;
import app.loupe.ui.common.Browser;
import java.nio.file.Path;

/**
 * What the settings screen speaks to.
 *
 * @param folder the data folder
 * @param size how large it is
 * @param runs compares copies with Odoo
 * @param lock locks the window now
 * @param speak opens the window again in the language and for the region that are chosen
 * @param browser shows a folder in the system's own program
 */
public record SettingsPorts(Path folder, Size size, Verifying runs, Runnable lock, Runnable speak, Browser browser) {
    /** Measures the data folder. */
    @Blocking
    @FunctionalInterface
    public interface Size {
        /** Bytes of its files together. */
        long bytes();
    }

    /** Starts comparisons of what is chosen with Odoo, on the FX thread. */
    @FunctionalInterface
    public interface Verifying {
        /** Compares the copies of the chosen connections now; what runs already goes on. */
        void verifyChosen();
    }
}
