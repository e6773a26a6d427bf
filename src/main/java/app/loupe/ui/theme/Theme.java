package app.loupe.ui.theme;

import app.loupe.text.Typeface;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.util.Subscription;
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

    /** Height of letters at 100 per cent, as the sheets have it. */
    private static final double USUAL_PX = 13;
    private static final double PER_CENT = 100;

    private final ObservableValue<ColorScheme> scheme;
    private final ObservableValue<Integer> textSize;
    private final List<Subscription> following = new ArrayList<>();

    /** What the operating system has now. */
    public static ObservableValue<ColorScheme> system() {
        return Platform.getPreferences().colorSchemeProperty();
    }

    /** Follows the given value, with texts of the usual size. */
    public Theme(ObservableValue<ColorScheme> scheme) {
        this(scheme, new SimpleObjectProperty<>((int) PER_CENT));
    }

    /**
     * Follows the given values.
     *
     * @param textSize in per cent of the usual size; all lengths go with it
     */
    public Theme(ObservableValue<ColorScheme> scheme, ObservableValue<Integer> textSize) {
        this.scheme = scheme;
        this.textSize = textSize;
    }

    /**
     * Dresses the scene now and at every change of scheme or size; the extra sheets (beside their view) come last. A scene that
     * nothing shows any more may go from memory, with what was typed into it.
     */
    public void dress(Scene scene, String... extraSheets) {
        apply(scene, extraSheets);
        var dressed = new WeakReference<>(scene);
        Runnable again = () -> {
            Scene there = dressed.get();
            if (there != null) {
                apply(there, extraSheets);
            }
        };
        following.add(scheme.subscribe(again));
        following.add(textSize.subscribe(again));
    }

    /** Follows nothing any more; to be called when its window closes, since the system's preferences outlive every window. */
    public void leave() {
        following.forEach(Subscription::unsubscribe);
        following.clear();
    }

    private void apply(Scene scene, String... extraSheets) {
        boolean dark = scheme.getValue() == ColorScheme.DARK;
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        var sheets = new ArrayList<>(List.of(sheet(dark ? "tokens-dark.css" : "tokens-light.css"),
                sheet("app.css")));
        if (textSize.getValue() != PER_CENT) {
            sheets.add(sized(USUAL_PX * textSize.getValue() / PER_CENT));
        }
        sheets.addAll(List.of(extraSheets));
        scene.getStylesheets().setAll(sheets);
    }

    /** A sheet of one rule, so that menus and tips, which are windows of their own, get it, too. */
    private static String sized(double pixels) {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(
                (".root { -fx-font-size: " + pixels + "px; }").getBytes(StandardCharsets.US_ASCII));
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
