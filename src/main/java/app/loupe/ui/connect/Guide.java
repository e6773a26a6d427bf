package app.loupe.ui.connect;

import app.loupe.ui.common.CardBody;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** How to make a read-only user and an API key, inside the dialog. */
final class Guide extends VBox {
    private static final int USER_STEPS = 4;
    private static final int KEY_STEPS = 4;

    Guide(Wording wording, Runnable onBack) {
        getStyleClass().add("guide");
        var steps = new VBox(Nodes.label(wording.get("connect.guide.user.title"), "field-label"));
        steps.getStyleClass().add("guide");
        for (int i = 1; i <= USER_STEPS; i++) {
            steps.getChildren().add(step(wording, "connect.guide.user.", i));
        }
        steps.getChildren().add(Nodes.label(wording.get("connect.guide.key.title"), "field-label"));
        for (int i = 1; i <= KEY_STEPS; i++) {
            steps.getChildren().add(step(wording, "connect.guide.key.", i));
        }
        var back = Nodes.button(wording.get("connect.guide.back"), onBack);
        back.setId("guide-back");
        getChildren().addAll(new CardBody(steps), back);
    }

    private static Node step(Wording wording, String part, int number) {
        return Nodes.paragraph(wording.get("connect.guide.step", number, wording.get(part + number)));
    }
}
