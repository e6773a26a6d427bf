import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.stage.Window;

/**
 * Starts Loupe on a data folder, goes round its screens and changes the day of the aged list, and prints how long each took
 * from the click to the frame that shows it: the first time, and the 95th percentile of the others; and the longest pause between
 * two frames meanwhile (measure-screens.sh).
 */
final class ScreenTimes {
    private static final int ROUNDS = 20;
    private static final int LOOK_MS = 50;
    private static final double MS = 1_000_000.0;
    /** Pages, and what is there once they are shown. */
    private static final Map<String, String> PAGES = new TreeMap<>(Map.of("overview", "#card-outstanding", "invoices",
            ".invoice-table", "customers", "#customers", "vendors", "#vendors", "aged", "#aged", "products", "#products"));

    private final List<Step> steps = new ArrayList<>();
    private final Map<String, List<Double>> times = new TreeMap<>();
    private double longestPause;

    private ScreenTimes() {}

    /** A click, and what is seen when it has been answered. */
    private record Step(String name, Runnable click, Seen seen) {}

    /** Whether something is seen. */
    private interface Seen {
        boolean in(Parent root);
    }

    /** Loupe's own arguments. */
    public static void main(String[] arguments) throws Exception {
        var watch = new Thread(() -> new ScreenTimes().watch(), "watch");
        watch.setDaemon(true);
        watch.start();
        app.loupe.app.Main.main(arguments);
    }

    private void watch() {
        while (true) {
            try {
                Thread.sleep(LOOK_MS);
                Platform.runLater(() -> new Walk().start());
                return;
            } catch (IllegalStateException notYet) {
                // the toolkit has not begun
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    private static Parent root() {
        return Window.getWindows().stream().map(Window::getScene).map(Scene::getRoot).findFirst().orElseThrow();
    }

    private static boolean isFilled(Parent root, String selector) {
        Node node = root.lookup(selector);
        return node != null && node.isVisible() && node.getScene() != null
                && (!(node instanceof TableView<?> table) || !table.getItems().isEmpty()
                        && table.lookup(".table-row-cell") != null);
    }

    private void plan() {
        for (int round = 0; round <= ROUNDS; round++) {
            PAGES.forEach((page, filled) -> steps.add(new Step(page,
                    () -> ((ButtonBase) root().lookup("#nav-" + page)).fire(), root -> isFilled(root, filled))));
        }
        steps.add(new Step("to the aged list", () -> ((ButtonBase) root().lookup("#nav-aged")).fire(),
                root -> isFilled(root, "#aged")));
        for (int round = 0; round <= ROUNDS; round++) {
            for (int preset = 1; preset <= 3; preset++) {
                int which = preset;
                var before = new Object() {
                    Object rows;
                };
                steps.add(new Step("aged list of another day", () -> {
                    before.rows = List.copyOf(((TableView<?>) root().lookup("#aged")).getItems());
                    ((MenuButton) root().lookup("#aged-as-of")).getItems().get(which).fire();
                }, root -> root.lookup("#aged") instanceof TableView<?> table && !table.getItems().equals(before.rows)));
            }
        }
    }

    /** Does one step after the other, looking before each frame. */
    private final class Walk extends AnimationTimer {
        private int next = -1;
        private long clicked;
        private long lastFrame;
        private boolean seen;
        private int rest;

        @Override
        public void handle(long now) {
            if (next >= 0 && lastFrame > 0) {
                longestPause = Math.max(longestPause, (now - lastFrame) / MS);
            }
            lastFrame = now;
            if (next < 0) {
                if (!Window.getWindows().isEmpty() && isFilled(root(), "#nav-aged")
                        && (isFilled(root(), "#card-outstanding") || isFilled(root(), ".invoice-table"))) {
                    plan();
                    next = 0;
                    rest = 60;
                }
                return;
            }
            if (rest > 0) {
                // not what came before
                rest--;
                if (rest == 0) {
                    if (next == steps.size()) {
                        stop();
                        print();
                        System.exit(0);
                    }
                    clicked = System.nanoTime();
                    seen = false;
                    steps.get(next).click().run();
                }
                return;
            }
            if (seen) {
                times.computeIfAbsent(steps.get(next).name(), none -> new ArrayList<>())
                        .add((System.nanoTime() - clicked) / MS);
                next++;
                rest = 5;
                return;
            }
            seen = steps.get(next).seen().in(root());
        }
    }

    private void print() {
        System.out.printf("%-28s %10s %10s%n", "From the click to the frame (ms)", "first", "95th %");
        times.forEach((name, all) -> {
            List<Double> later = all.size() == 1 ? all : all.subList(1, all.size()).stream().sorted().toList();
            System.out.printf("%-28s %10.0f %10.0f%n", name, all.getFirst(),
                    later.get((int) Math.ceil(later.size() * 0.95) - 1));
        });
        System.out.printf("%-28s %10.0f%n", "longest pause of the window", longestPause);
    }
}
