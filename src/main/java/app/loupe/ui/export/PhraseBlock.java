package app.loupe.ui.export;

import app.loupe.domain.Secret;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.SecretField;
import app.loupe.ui.common.Wording;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Asks for the passphrase of a ZIP, twice, and offers one. What was typed is gone when it is forgotten. */
final class PhraseBlock extends VBox {
    private final Wording wording;
    private final SecretField first = new SecretField();
    private final SecretField second = new SecretField();
    private final TextField offered = new TextField();

    PhraseBlock(ExportChoice choice, Wording wording, Supplier<String> phrases) {
        this.wording = wording;
        getStyleClass().add("form-field");
        var protect = new CheckBox(wording.get("export.protect"));
        protect.setId("export-protect");
        protect.setMnemonicParsing(false);
        protect.selectedProperty().bindBidirectional(choice.protect());
        VBox fields = fields();
        getChildren().addAll(protect, fields);
        choice.changes().subscribe(count -> {
            Nodes.show(this, choice.canBeEncrypted());
            Nodes.show(fields, choice.isEncrypted());
        });
        choice.protect().subscribe(wanted -> {
            if (wanted && offered.getText().isEmpty()) {
                offered.setText(phrases.get());
            }
        });
    }

    private VBox fields() {
        first.setId("export-phrase");
        second.setId("export-again");
        offered.setEditable(false);
        offered.setId("export-offered");
        offered.getStyleClass().add("offered");
        offered.setAccessibleText(wording.get("export.phrase.offered"));
        HBox.setHgrow(offered, Priority.ALWAYS);
        Button take = Nodes.button(wording.get("export.phrase.take"), () -> {
            first.setText(offered.getText());
            second.setText(offered.getText());
        });
        take.setId("export-take");
        var offer = new HBox(offered, take);
        offer.getStyleClass().add("export-offer");
        var fields = new VBox(Nodes.label(wording.get("export.phrase.offered"), "field-label"), offer,
                Nodes.paragraph(wording.get("export.phrase.hint"), "muted", "small"),
                new LabelledField(wording, "export.phrase", first),
                new LabelledField(wording, "export.phrase.again", second));
        fields.getStyleClass().add("form-field");
        return fields;
    }

    /** What was typed first; the caller closes it. */
    Secret typed() {
        return first.read();
    }

    /** What was typed the second time; the caller closes it. */
    Secret again() {
        return second.read();
    }

    /** Empties the fields. */
    void forget() {
        first.clear();
        second.clear();
        offered.clear();
    }
}
