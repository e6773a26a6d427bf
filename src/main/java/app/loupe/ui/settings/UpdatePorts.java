package app.loupe.ui.settings;

import app.loupe.domain.Blocking;
import app.loupe.domain.UpdateCheck;
import app.loupe.ui.common.Browser;
import java.util.Map;

/**
 * What the look for updates speaks to.
 *
 * @param check asks the project's server
 * @param keeping puts the owner's choice where the next start finds it
 * @param browser shows the page of a version
 */
public record UpdatePorts(UpdateCheck check, Keeping keeping, Browser browser) {
    /** Keeps what the window remembers. */
    @Blocking
    @FunctionalInterface
    public interface Keeping {
        /** Keeps these values in place of those before. */
        void keep(Map<String, String> values);
    }
}
