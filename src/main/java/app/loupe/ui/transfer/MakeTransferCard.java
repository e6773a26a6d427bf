package app.loupe.ui.transfer;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.Secret;
import app.loupe.domain.Transfers.Made;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Card;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Makes a transfer file where the owner says, and shows its passphrase once. Made new each time. */
public final class MakeTransferCard implements Card {
    private static final Path NAME = Path.of("loupe.transfer");

    private final TransferPorts ports;
    private final Background background;
    private final Wording wording;
    private final TransferWork work;
    private final TransferFrame frame;
    private final TextField shown = new TextField();

    /** A card; {@code onClose} takes it from the screen. */
    public MakeTransferCard(TransferPorts ports, Background background, Wording wording, Runnable onClose) {
        this.ports = ports;
        this.background = background;
        this.wording = wording;
        work = new TransferWork(wording);
        frame = new TransferFrame("make", work, wording, this::make, onClose);
        frame.ask(Nodes.paragraph(wording.get("transfer.make.text")),
                Nodes.paragraph(wording.get("transfer.make.phrase"), "muted"));
        shown.setEditable(false);
        shown.setId("transfer-phrase");
        shown.getStyleClass().add("offered");
        shown.setAccessibleText(wording.get("transfer.phrase"));
        HBox.setHgrow(shown, Priority.ALWAYS);
    }

    private void make() {
        if (work.isWorking()) {
            return;
        }
        ports.files().chooseToSaveAs(wording.get("transfer.make.choose"), NAME).ifPresent(named -> {
            String phrase = ports.phrases().get();
            TransferWork.Watched watched = work.begin();
            work.start(background.run("make transfer file", () -> {
                try (Secret passphrase = Secret.ofChars(phrase)) {
                    return ports.transfers().make(named.file(), named.mayReplace(), passphrase, watched.cancel(),
                            watched.watcher());
                }
            }), made -> show(named.file(), made, phrase));
        });
    }

    private void show(Path file, Made made, String phrase) {
        shown.setText(phrase);
        Button copy = Nodes.button(wording.get("transfer.copy"), this::copy);
        copy.setId("transfer-copy");
        var row = new FlowRow(shown, copy);
        row.getStyleClass().add("transfer-row");
        var said = Nodes.paragraph(wording.get("transfer.made", file.toString(), made.connections(),
                made.owned().notes(), made.owned().changes()));
        said.setId("transfer-said");
        var field = new VBox(Nodes.label(wording.get("transfer.phrase"), "field-label"), row,
                Nodes.paragraph(wording.get("transfer.phrase.hint"), "muted"));
        field.getStyleClass().add("form-field");
        var told = new ArrayList<Node>();
        told.add(said);
        told.add(field);
        if (made.withoutPassword() > 0) {
            told.add(Nodes.paragraph(wording.get("transfer.without-password", made.withoutPassword()), "note-bad"));
        }
        if (!made.left().isEmpty()) {
            told.add(Nodes.paragraph(
                    wording.get("transfer.left", made.left().size(), String.join(", ", made.left())), "note-bad"));
        }
        frame.tellOnce(told, copy);
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(shown.getText());
        Clipboard.getSystemClipboard().setContent(content);
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
        shown.clear();
    }

    @Override
    public Optional<Problem> undone() {
        return work.isWorking() ? Optional.of(Problem.of(ProblemCode.EXPORT_STOPPED)) : Optional.empty();
    }
}
