package app.loupe.ui.shell;

import app.loupe.ui.common.Card;
import app.loupe.ui.common.CardBody;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks whether to close Loupe although a private note is not on the disk. */
final class ClosingQuestion implements Card {
    private final VBox view = new VBox();
    private final Button back;

    /** @param onClose closes the window, without a further question */
    ClosingQuestion(ClosingGuard.Unsaved unsaved, Wording wording, Runnable onBack, Runnable onClose) {
        String part = "closing." + unsaved.name().toLowerCase(Locale.ROOT);
        String what = wording.get(part + ".text");
        back = Nodes.button(wording.get("closing.back"), onBack, Styles.ACCENT);
        back.setId("closing-back");
        // a dialog has no row that the keyboard could read
        back.setAccessibleHelp(what);
        Button close = Nodes.button(wording.get(part + ".close"), onClose, Styles.DANGER);
        close.setId("closing-close");
        var foot = new HBox(close, Nodes.spacer(), back);
        foot.setAlignment(Pos.CENTER_RIGHT);
        view.setId("closing-question");
        view.getStyleClass().addAll("card", "closing-question");
        view.getChildren().addAll(Nodes.label(wording.get(part + ".title"), "card-title"),
                new CardBody(new VBox(Nodes.paragraph(what))), foot);
    }

    @Override
    public Parent view() {
        return view;
    }

    /** The harmless answer has the focus. */
    @Override
    public void opened() {
        back.requestFocus();
    }

    @Override
    public void closed() {
        // nothing goes on
    }
}
