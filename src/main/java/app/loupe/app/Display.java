package app.loupe.app;

import app.loupe.settings.Surroundings;

/** Decides whether a window can be expected to open, before the toolkit tries and fails in its own words. */
final class Display {
    private Display() {}

    /**
     * False only on a Unix without a display server, unless JavaFX was told to draw without one.
     *
     * @param glassPlatform the system property {@code glass.platform}; empty when not set
     */
    static boolean isLikely(Surroundings surroundings, String glassPlatform) {
        if (surroundings.isWindows() || surroundings.isMac() || glassPlatform.equalsIgnoreCase("Headless")) {
            return true;
        }
        return !surroundings.variable("DISPLAY").isBlank() || !surroundings.variable("WAYLAND_DISPLAY").isBlank();
    }
}
