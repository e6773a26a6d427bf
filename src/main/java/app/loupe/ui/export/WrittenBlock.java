package app.loupe.ui.export;

import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import app.loupe.ui.common.WrappingLabel;
import atlantafx.base.theme.Styles;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Says what was written and where, with the seal of an archive to be copied. */
final class WrittenBlock extends VBox {
    private final Wording wording;
    private final WrappingLabel said = Nodes.paragraph("");
    private final WrappingLabel counts = Nodes.paragraph("", "muted");
    private final WrappingLabel warning = Nodes.paragraph("", "muted");
    private final WrappingLabel missing = Nodes.paragraph("", "note-bad");
    private final WrappingLabel openDays = Nodes.paragraph("", "note-bad");
    private final WrappingLabel mixed;
    private final WrappingLabel open;
    private final TextField seal = new TextField();
    private final VBox sealed;
    private final Button done;

    WrittenBlock(ExportViewModel model, Wording wording, Runnable onDone) {
        this.wording = wording;
        getStyleClass().add("export-fields");
        said.setId("export-written");
        counts.setId("export-counts");
        missing.setId("export-missing");
        openDays.setId("export-open-days");
        mixed = Nodes.paragraph(wording.get("paper.mixed"), "note-bad");
        mixed.setId("export-mixed");
        open = Nodes.paragraph(wording.get("paper.open"), "note-bad");
        open.setId("export-open");
        seal.setId("export-seal");
        seal.setEditable(false);
        seal.getStyleClass().add("offered");
        seal.setAccessibleText(wording.get("export.seal"));
        sealed = new VBox(Nodes.label(wording.get("export.seal"), "field-label"), seal,
                Nodes.paragraph(wording.get("export.seal.hint"), "muted", "small"));
        sealed.getStyleClass().add("form-field");
        Button show = Nodes.button(wording.get("export.show"), model::show);
        show.setId("export-show");
        done = Nodes.button(wording.get("export.done"), onDone, Styles.ACCENT);
        done.setId("export-done");
        var buttons = new HBox(Nodes.spacer(), show, done);
        buttons.getStyleClass().add("card-buttons");
        getChildren().addAll(said, counts, openDays, missing, mixed, sealed, warning, open, buttons);
        model.written().subscribe(written -> show(written, model.choice().isEncrypted()));
    }

    private void show(ExportViewModel.@Nullable Written written, boolean encrypted) {
        Nodes.show(this, written != null);
        if (written == null) {
            return;
        }
        said.setText(wording.get("export.written", written.place().toString()));
        String held = wording.get("export.written.counts", written.outcome().documents(), written.outcome().files());
        counts.setText(written.of().isEmpty() ? held : wording.get("export.written.of", written.of(), held));
        Nodes.show(counts, written.outcome().documents() > 0);
        LocalDate knownTo = written.outcome().knownTo();
        Nodes.show(openDays, knownTo != null);
        openDays.setText(knownTo == null ? "" : wording.get("paper.readme.open-days", wording.dates().day(knownTo)));
        Nodes.show(missing, written.outcome().missing() > 0);
        missing.setText(wording.get("paper.missing", written.outcome().missing()));
        Nodes.show(mixed, written.outcome().mixed());
        seal.setText(written.outcome().seal());
        Nodes.show(sealed, !written.outcome().seal().isEmpty());
        warning.setText(wording.get(encrypted ? "export.encrypted" : "export.plain"));
        Nodes.show(open, written.open() && !encrypted);
        done.setAccessibleHelp(
                Stream.of(said, counts, openDays, missing, mixed, warning, open).filter(Node::isVisible)
                        .map(Labeled::getText)
                        .collect(Collectors.joining(" ")));
    }

    /** Puts the focus where Enter ends the dialog. */
    void focus() {
        done.requestFocus();
    }
}
