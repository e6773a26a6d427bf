import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** A window with nothing in it, as large as Loupe's: what the start of Loupe is held against (measure-start.sh). */
final class EmptyWindow {
    private EmptyWindow() {}

    /** Stays until the process is ended. */
    public static void main(String[] arguments) {
        Platform.startup(() -> {
            var stage = new Stage();
            stage.setTitle("Empty");
            stage.setScene(new Scene(new StackPane(), 1280, 800));
            stage.show();
        });
    }
}
