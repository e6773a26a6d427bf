package app.loupe.ui.shell;

import app.loupe.ui.common.Memory;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Decides where the window opens: where it was closed, but always whole on a screen that is there. */
public final class WindowPlace {
    private static final List<String> NAMES = List.of("window.x", "window.y", "window.width", "window.height");
    private static final String MAXIMISED = "window.maximised";

    private WindowPlace() {}

    /** Puts the window where it was and follows it; {@link Memory} knows its place when it is hidden. */
    public static void keep(Stage stage, Memory memory) {
        List<Rectangle2D> screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        remembered(memory).flatMap(place -> on(screens, place)).ifPresent(place -> {
            stage.setX(place.getMinX());
            stage.setY(place.getMinY());
            stage.setWidth(place.getWidth());
            stage.setHeight(place.getHeight());
        });
        stage.setMaximized(Boolean.parseBoolean(memory.get(MAXIMISED)));
        for (var value : List.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(),
                stage.heightProperty())) {
            value.subscribe(now -> note(stage, memory));
        }
        stage.maximizedProperty().subscribe(maximised -> memory.put(MAXIMISED, Boolean.toString(maximised)));
    }

    /** A maximised or minimised window has another place to come back to. */
    private static void note(Stage stage, Memory memory) {
        boolean known = Double.isFinite(stage.getX()) && Double.isFinite(stage.getY()) && stage.getWidth() > 0
                && stage.getHeight() > 0;
        if (stage.isShowing() && !stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen() && known) {
            List<Double> place = List.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
            for (int i = 0; i < NAMES.size(); i++) {
                memory.put(NAMES.get(i), Long.toString(Math.round(place.get(i))));
            }
        }
    }

    private static Optional<Rectangle2D> remembered(Memory memory) {
        List<Double> place = NAMES.stream().flatMap(name -> memory.number(name).stream()).toList();
        return place.size() < NAMES.size() || place.get(2) <= 0 || place.get(3) <= 0
                ? Optional.empty()
                : Optional.of(new Rectangle2D(place.get(0), place.get(1), place.get(2), place.get(3)));
    }

    /**
     * The place on the screen that shows most of it, moved and made smaller until it is whole.
     *
     * @return empty when there is no screen, or none of them shows any of it: the system chooses then
     */
    static Optional<Rectangle2D> on(List<Rectangle2D> screens, Rectangle2D place) {
        return screens.stream().filter(screen -> common(screen, place) > 0)
                .max(Comparator.comparingDouble(screen -> common(screen, place))).map(screen -> {
                    double width = Math.min(place.getWidth(), screen.getWidth());
                    double height = Math.min(place.getHeight(), screen.getHeight());
                    return new Rectangle2D(Math.clamp(place.getMinX(), screen.getMinX(), screen.getMaxX() - width),
                            Math.clamp(place.getMinY(), screen.getMinY(), screen.getMaxY() - height), width, height);
                });
    }

    private static double common(Rectangle2D one, Rectangle2D other) {
        double width = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
        double height = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        return Math.max(width, 0) * Math.max(height, 0);
    }
}
