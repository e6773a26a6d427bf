package app.loupe.ui.help;

import app.loupe.ui.common.Wording;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The guide in a window of its own, for whoever cannot open Loupe: it is needed most where the page in the window cannot be
 * reached. It closes with the window it belongs to. On the FX thread.
 */
public final class HelpWindow {
    private static final double WIDTH_PX = 900;
    private static final double HEIGHT_PX = 700;

    private @Nullable Stage stage;

    /**
     * Shows the guide, or puts it before the other windows where it is shown already.
     *
     * @param dress gives a scene its colours and the size of its texts
     */
    public void open(Stage owner, Wording wording, Consumer<Scene> dress) {
        Stage before = stage;
        if (before != null) {
            before.toFront();
            before.requestFocus();
            return;
        }
        var screen = new HelpScreen(wording);
        screen.select(List.of());
        var scene = new Scene(screen.view(), WIDTH_PX, HEIGHT_PX);
        dress.accept(scene);
        var opened = new Stage();
        opened.initOwner(owner);
        opened.setTitle(wording.get("nav.help"));
        opened.setScene(scene);
        opened.setOnHidden(event -> stage = null);
        opened.show();
        screen.focusSearch();
        stage = opened;
    }

    /** Closes it, where it is shown: the page in the window takes its place, or its words and colours are others. */
    public void close() {
        Stage open = stage;
        if (open != null) {
            open.close();
        }
    }
}
