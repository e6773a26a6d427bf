import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.stage.Window;

/**
 * Starts Loupe, and writes into a file when the list of invoices was on the screen: the moment in milliseconds, and how many
 * milliseconds of processor time that took (measure-start.sh). The data folder must be one whose window was left at the list.
 */
final class ShownList {
    private static final int LOOK_MS = 10;

    private ShownList() {}

    /** The file; then Loupe's own arguments. */
    public static void main(String[] arguments) throws Exception {
        var watch = new Thread(() -> watch(Path.of(arguments[0])), "watch");
        watch.setDaemon(true);
        watch.start();
        var own = new String[arguments.length - 1];
        System.arraycopy(arguments, 1, own, 0, own.length);
        app.loupe.app.Main.main(own);
    }

    private static void watch(Path file) {
        while (true) {
            try {
                Thread.sleep(LOOK_MS);
                Platform.runLater(() -> new Frames(file).start());
                return;
            } catch (IllegalStateException notYet) {
                // the toolkit has not begun
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    /** Looks before every frame; what is there then was drawn once the next begins. */
    private static final class Frames extends AnimationTimer {
        private final Path file;
        private boolean drawn;

        Frames(Path file) {
            this.file = file;
        }

        @Override
        public void handle(long now) {
            if (drawn) {
                stop();
                Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
                try {
                    Files.writeString(file, System.currentTimeMillis() + " " + cpu.toMillis() + "\n");
                } catch (java.io.IOException unwritten) {
                    throw new java.io.UncheckedIOException(unwritten);
                }
            }
            drawn = Window.getWindows().stream().map(Window::getScene).anyMatch(Frames::lists);
        }

        private static boolean lists(Scene scene) {
            return scene != null && find(scene.getRoot(), Frames::isList) instanceof TableView<?> table
                    && !table.getItems().isEmpty() && find(table, TableRow.class::isInstance) != null;
        }

        private static boolean isList(Node node) {
            return node instanceof TableView<?> && node.getStyleClass().contains("invoice-table");
        }

        /** Not Node.lookup, which reads its selector anew at every node: that would be a part of what is measured. */
        private static Node find(Node node, Predicate<Node> wanted) {
            if (wanted.test(node)) {
                return node;
            }
            if (node instanceof Parent parent) {
                for (Node child : parent.getChildrenUnmodifiable()) {
                    Node found = find(child, wanted);
                    if (found != null) {
                        return found;
                    }
                }
            }
            return null;
        }
    }
}
