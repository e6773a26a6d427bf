package app.loupe.ui.shell;

import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** What the window shows while nothing is open, with room for the question before it closes. On the FX thread only. */
public final class AskingPane extends StackPane {
    private final DialogLayer dialogs = new DialogLayer();
    private final Wording wording;
    private final Runnable alone;

    /**
     * A pane that asks nothing yet.
     *
     * @param below what is shown
     * @param alone takes away what else is asked, before this asks
     */
    public AskingPane(Node below, Wording wording, Runnable alone) {
        super(below);
        this.wording = wording;
        this.alone = alone;
        getChildren().add(dialogs);
        // Enter is for the question alone
        below.disableProperty().bind(dialogs.visibleProperty());
        Nodes.dress(this, Shell.class, "shell.css");
    }

    /** Asks here whether to close although something would be lost. */
    public ClosingGuard.Asker asker() {
        var asker = new ClosingAsker(dialogs, wording);
        return new ClosingGuard.Asker() {
            @Override
            public void ask(ClosingGuard.Unsaved what, Runnable close) {
                alone.run();
                asker.ask(what, close);
            }

            @Override
            public boolean takeBack() {
                return asker.takeBack();
            }
        };
    }
}
