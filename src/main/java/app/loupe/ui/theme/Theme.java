package app.loupe.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

/** Dresses a scene in light or dark, following the choice of the operating system while the window is open. */
public final class Theme {
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

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }
}
