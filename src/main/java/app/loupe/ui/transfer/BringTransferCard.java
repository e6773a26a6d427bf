package app.loupe.ui.transfer;

import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.Secret;
import app.loupe.domain.Transfers.Brought;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Card;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.SecretField;
import app.loupe.ui.common.Tips;
import app.loupe.ui.common.Wording;
import java.nio.file.Path;
import java.util.ArrayList;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Brings in a transfer file with the passphrase that the owner types. Once that is done, be it in part, and the card goes, the
 * window opens anew: everything that it shows may be another. Made new each time.
 */
public final class BringTransferCard implements Card {
    private final TransferPorts ports;
    private final Background background;
    private final Wording wording;
    private final TransferWork work;
    private final TransferFrame frame;
    private final SecretField phrase = new SecretField();
    private final Label path = new Label();
    private @Nullable Path file;
    private boolean isClosed;

    /** A card; {@code onClose} takes it from the screen. */
    public BringTransferCard(TransferPorts ports, Background background, Wording wording, Runnable onClose) {
        this.ports = ports;
        this.background = background;
        this.wording = wording;
        work = new TransferWork(wording);
        frame = new TransferFrame("bring", work, wording, this::bring, onClose);
        frame.ask(Nodes.paragraph(wording.get("transfer.bring.text")), place(), field());
        frame.go().setDisable(true);
    }

    private VBox place() {
        // the end of a long path says more than its beginning
        path.setId("transfer-path");
        path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        path.setMinWidth(0);
        path.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(path, Priority.ALWAYS);
        Button choose = Nodes.button(wording.get("transfer.bring.choose"), () -> ports.files()
                .chooseToOpen(wording.get("transfer.bring.title")).ifPresent(chosen -> {
                    file = chosen;
                    path.setText(chosen.toString());
                    Tips.say(path, chosen.toString());
                    frame.go().setDisable(false);
                    phrase.requestFocus();
                }));
        choose.setId("transfer-choose");
        path.textProperty().subscribe(choose::setAccessibleHelp);
        var row = new HBox(path, choose);
        row.getStyleClass().add("transfer-row");
        var box = new VBox(Nodes.label(wording.get("transfer.bring.file"), "field-label"), row);
        box.getStyleClass().add("form-field");
        return box;
    }

    private VBox field() {
        phrase.setId("transfer-typed");
        phrase.setAccessibleText(wording.get("transfer.phrase"));
        Label label = Nodes.label(wording.get("transfer.phrase"), "field-label");
        label.setLabelFor(phrase);
        var box = new VBox(label, phrase);
        box.getStyleClass().add("form-field");
        return box;
    }

    private void bring() {
        Path chosen = file;
        if (chosen == null || work.isWorking()) {
            return;
        }
        Secret typed = phrase.read();
        TransferWork.Watched watched = work.begin();
        work.start(background.run("bring in transfer file", () -> {
            try (typed) {
                return ports.transfers().bring(chosen, typed, watched.cancel(), watched.watcher());
            }
        }).afterwards(this::reopen), this::show);
    }

    private void show(Brought brought) {
        phrase.clear();
        var said = Nodes.paragraph(wording.get("transfer.brought", brought.added().size(), brought.there(),
                brought.owned().notes(), brought.owned().changes()));
        said.setId("transfer-said");
        var told = new ArrayList<Node>();
        told.add(said);
        for (ConnectionDetails one : brought.added()) {
            told.add(Nodes.paragraph(wording.get("transfer.bring.new", one.name(), one.endpoint().address().url(),
                    one.endpoint().database())));
        }
        if (brought.withoutPassword() > 0) {
            told.add(Nodes.paragraph(wording.get("transfer.bring.without-password", brought.withoutPassword()),
                    "note-bad"));
        }
        if (brought.filtersLeft() > 0) {
            told.add(Nodes.paragraph(wording.get("transfer.filters-left", brought.filtersLeft()), "note-bad"));
        }
        told.add(Nodes.paragraph(wording.get("transfer.bring.next"), "muted"));
        frame.tell(told);
    }

    @Override
    public Parent view() {
        return frame;
    }

    @Override
    public void opened() {
        frame.focus();
    }

    @Override
    public void closed() {
        work.stop();
        phrase.clear();
        isClosed = true;
        reopen();
    }

    /** When the card has gone and its work is at its end, whichever comes last. */
    private void reopen() {
        if (isClosed && work.hasChanged() && isInWindow()) {
            // the layer that it is in goes with the window's content
            Platform.runLater(ports.reopen());
        }
    }

    private boolean isInWindow() {
        return Window.getWindows().stream().anyMatch(Window::isShowing);
    }
}
