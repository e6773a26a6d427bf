package app.loupe.ui.export;

import app.loupe.ui.common.LiveText;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import app.loupe.ui.common.WrappingLabel;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** Says how far the writing is, why there is none, and that the file will be a plain one. */
final class ExportProgressBar extends VBox {
    private final ExportViewModel model;
    private final Wording wording;
    private final ProgressBar bar = new ProgressBar(0);
    private final WrappingLabel line = Nodes.paragraph("", "muted");
    private final WrappingLabel note = Nodes.paragraph("");
    private final LiveText live = new LiveText(note);

    ExportProgressBar(ExportViewModel model, Wording wording) {
        this.model = model;
        this.wording = wording;
        getStyleClass().add("export-progress");
        bar.setId("export-bar");
        bar.getStyleClass().add("export-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        line.setId("export-line");
        note.setId("export-note");
        getChildren().addAll(note, bar, line);
        model.state().subscribe(state -> show());
        model.progress().subscribe(at -> show());
        model.reading().subscribe(at -> show());
        model.choice().changes().subscribe(count -> show());
        model.note().subscribe(said -> {
            Nodes.show(note, !said.text().isEmpty());
            note.setText(said.text());
            note.getStyleClass().setAll("label", said.wrong() ? "note-bad" : "note-said");
            live.say(said.text());
        });
    }

    private void show() {
        ExportViewModel.State state = model.state().get();
        boolean working = state == ExportViewModel.State.WRITING || state == ExportViewModel.State.STOPPING;
        Nodes.show(this, state != ExportViewModel.State.WRITTEN);
        Nodes.show(bar, working);
        bar.setProgress((model.progress().get().of() == 0 ? model.reading() : model.progress()).get().fraction());
        String warning = wording.get(model.choice().isEncrypted() ? "export.encrypted" : "export.plain");
        line.setText(switch (state) {
            case WRITING -> model.progressText() + " \u00b7 " + warning;
            case STOPPING -> wording.get("export.stopping");
            case ASKING, WRITTEN -> warning;
        });
        bar.setAccessibleText(line.getText());
    }
}
