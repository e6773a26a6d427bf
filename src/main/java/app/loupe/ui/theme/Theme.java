package app.loupe.ui.theme;

import app.loupe.text.Typeface;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dresses a scene in light or dark, following the choice of the operating system while the window is open, and brings the
 * window's own type: with what some desktops have, figures would not stand below each other. Letters that it lacks come
 * from the system's fonts.
 */
public final class Theme {
    private static final Logger LOG = LoggerFactory.getLogger(Theme.class);
    /** Any: the family is what counts. */
    private static final double LOADED_POINTS = 13;

    static {
        // once in a process: the toolkit would keep each load as a font of its own
        List.of(Typeface.TEXT, Typeface.TEXT_BOLD).forEach(Theme::load);
    }

    private final ObservableValue<ColorScheme> scheme;

    /** Follows the operating system. */
    public static Theme ofSystem() {
        return new Theme(Platform.getPreferences().colorSchemeProperty());
    }

    /** Follows the given value, for settings and tests. */
    public Theme(ObservableValue<ColorScheme> scheme) {
        this.scheme = scheme;
    }

    /** Dresses the scene now and at every change of the scheme; the extra sheets (beside their view) come last. */
    public void dress(Scene scene, String... extraSheets) {
        apply(scene, extraSheets);
        scheme.subscribe(() -> apply(scene, extraSheets));
    }

    private void apply(Scene scene, String... extraSheets) {
        boolean dark = scheme.getValue() == ColorScheme.DARK;
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        var sheets = new ArrayList<>(List.of(sheet(dark ? "tokens-dark.css" : "tokens-light.css"),
                sheet("app.css")));
        sheets.addAll(List.of(extraSheets));
        scene.getStylesheets().setAll(sheets);
    }

    /** Without it the window is plainer and works as well. */
    private static void load(Typeface face) {
        try (InputStream file = face.open()) {
            if (Font.loadFont(file, LOADED_POINTS) == null) {
                LOG.warn("font not taken: {}", face);
            }
        } catch (IOException failure) {
            LOG.warn("font not read: {}", face, failure);
        }
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }
}
