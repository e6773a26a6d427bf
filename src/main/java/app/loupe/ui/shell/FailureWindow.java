package app.loupe.ui.shell;

import app.loupe.domain.Problem;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** Says one problem in a window of its own, without theme and style sheet: it is for when those may be what fails. */
final class FailureWindow {
    private static final double WIDTH_PX = 460;
    private static final double SPACE_PX = 14;

    private FailureWindow() {}

    /** Shows it; {@code onClosed} follows when the owner has closed it. On the FX thread. */
    static void show(Problem problem, Wording wording, Runnable onClosed) {
        Stage stage = made(problem, wording, onClosed);
        stage.show();
        stage.toFront();
    }

    /** The same, not shown yet. */
    static Stage made(Problem problem, Wording wording, Runnable onClosed) {
        var stage = new Stage();
        Button close = Nodes.button(wording.get("opening.close"), stage::hide);
        close.setId("failure-close");
        close.setDefaultButton(true);
        var view = new VBox(SPACE_PX, Nodes.paragraph(wording.shown().title(problem), "strong"),
                Nodes.paragraph(wording.shown().text(problem)), Nodes.paragraph(wording.shown().advice(problem)),
                close);
        view.setId("failure");
        view.setPadding(new Insets(SPACE_PX * 2));
        view.setPrefWidth(WIDTH_PX);
        stage.setTitle(wording.get("app.name"));
        stage.setScene(new Scene(view));
        stage.setOnHidden(event -> onClosed.run());
        return stage;
    }
}
