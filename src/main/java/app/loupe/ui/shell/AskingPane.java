package app.loupe.ui.shell;

import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** What the window shows while nothing is open, with room for the question before it closes. On the FX thread only. */
public final class AskingPane extends StackPane {
    private final DialogLayer dialogs = new DialogLayer();
    private final Wording wording;

    /** @param below what is shown */
    public AskingPane(Node below, Wording wording) {
        super(below);
        this.wording = wording;
        getChildren().add(dialogs);
        // Enter is for the question alone
        below.disableProperty().bind(dialogs.visibleProperty());
        Nodes.dress(this, Shell.class, "shell.css");
    }

    /** Asks here whether to close although something would be lost. */
    public ClosingGuard.Asker asker() {
        return new ClosingAsker(dialogs, wording);
    }
}
