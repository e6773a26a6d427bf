package app.loupe.ui.export;

import app.loupe.domain.EnumKey;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.export.ExportForm;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Card;
import app.loupe.ui.common.CardBody;
import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Tips;
import app.loupe.ui.common.Segments;
import app.loupe.ui.common.Wording;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The dialog that takes away what a screen shows: what, in which form, where to. Made new each time. */
public final class ExportDialog implements Card {
    private final ExportViewModel model;
    private final ExportChoice choice;
    private final Wording wording;
    private final Runnable onClose;
    private final VBox view = new VBox();
    private final VBox asking = new VBox();
    private final PhraseBlock phrase;
    private final ExportProgressBar bar;
    private final WrittenBlock written;
    private final Button go;
    private final Button cancel;

    /** A dialog over what a screen offers; {@code onClose} takes it from the screen. */
    public ExportDialog(ExportOffer offer, ExportPorts ports, Background background, Wording wording,
            Runnable onClose) {
        this.model = new ExportViewModel(offer, ports, background, wording);
        this.choice = model.choice();
        this.wording = wording;
        this.onClose = onClose;
        phrase = new PhraseBlock(choice, wording, model::phrase);
        bar = new ExportProgressBar(model, wording);
        written = new WrittenBlock(model, wording, onClose);
        go = Nodes.button(wording.get("export.go"), this::write, Styles.ACCENT);
        go.setId("export-go");
        go.setDefaultButton(true);
        cancel = Nodes.button(wording.get("export.cancel"), this::cancel);
        cancel.setId("export-cancel");
        view.setId("export-card");
        view.getStyleClass().addAll("card", "export-card");
        Nodes.dress(view, ExportDialog.class, "export.css");
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        compose();
        model.state().subscribe(this::show);
        choice.replaces().subscribe(
                replaces -> go.setText(wording.get(replaces ? "export.replace" : "export.go")));
        go.accessibleTextProperty().bind(go.textProperty());
        model.note().subscribe(said -> go.setAccessibleHelp(said.text()));
    }

    private void compose() {
        asking.getStyleClass().add("export-fields");
        var of = Nodes.paragraph("", "muted");
        of.setId("export-of");
        choice.what().subscribe(what -> of.setText(model.of(what)));
        asking.getChildren().addAll(of, whats(), forms(), holds(),
                new PeriodBlock(choice, wording), into(), phrase);
        var buttons = new FlowRow(Nodes.spacer(), cancel, go);
        buttons.getStyleClass().add("card-buttons");
        view.getChildren().addAll(Nodes.label(wording.get("export.title"), "card-title"), new CardBody(asking), bar,
                written,
                buttons);
        model.state().subscribe(state -> Nodes.show(buttons, state != ExportViewModel.State.WRITTEN));
    }

    private VBox whats() {
        var segments = new Segments<>(choice.all(), what -> "export-" + what.id(), What::name, choice::choose);
        segments.setMaxWidth(Region.USE_PREF_SIZE);
        choice.what().subscribe(segments::show);
        return new LabelledField(wording, "export.what", segments);
    }

    private VBox forms() {
        var place = new StackPane();
        place.getStyleClass().add("export-forms");
        choice.what().subscribe(what -> {
            var segments = new Segments<>(what.forms(), form -> "export-as-" + EnumKey.of(form),
                    form -> wording.get("export.form." + EnumKey.of(form)), choice::choose);
            segments.setMaxWidth(Region.USE_PREF_SIZE);
            segments.show(choice.form().get());
            place.getChildren().setAll(segments);
        });
        choice.form().subscribe(form -> place.getChildren().forEach(node -> show(node, form)));
        return new LabelledField(wording, "export.as", place);
    }

    @SuppressWarnings("unchecked") // the only children are the segments of forms
    private static void show(Node segments, ExportForm form) {
        ((Segments<ExportForm>) segments).show(form);
    }

    private VBox holds() {
        var text = Nodes.paragraph("", "muted");
        text.setId("export-holds");
        choice.what().subscribe(what -> text.setText(what.holds()));
        var box = new VBox(Nodes.label(wording.get("export.holds"), "strong"), text);
        box.getStyleClass().add("export-holds");
        return box;
    }

    private VBox into() {
        // the end of a long path says more than its beginning
        var path = new Label();
        path.setId("export-into");
        path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        path.setMinWidth(0);
        path.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(path, Priority.ALWAYS);
        Button browse = Nodes.button(wording.get("export.choose"), model::browse);
        browse.setId("export-choose");
        choice.place().subscribe(place -> show(path, browse, place));
        var row = new HBox(path, browse);
        row.getStyleClass().add("export-offer");
        return new LabelledField(wording, "export.into", row);
    }

    /** A label is not gone to with the keyboard: a screen reader says the place at the button that changes it. */
    private static void show(Label label, Button browse, @Nullable Path place) {
        label.setText(place == null ? "" : place.toString());
        Tips.say(label, label.getText());
        browse.setAccessibleHelp(label.getText());
    }

    private void show(ExportViewModel.State state) {
        Nodes.show(asking, state != ExportViewModel.State.WRITTEN);
        asking.setDisable(state != ExportViewModel.State.ASKING);
        go.setDisable(state != ExportViewModel.State.ASKING);
        cancel.setDisable(state == ExportViewModel.State.STOPPING);
        if (state == ExportViewModel.State.WRITING) {
            cancel.requestFocus();
        } else if (state == ExportViewModel.State.WRITTEN) {
            phrase.forget();
            written.focus();
        } else if (state == ExportViewModel.State.ASKING && view.getScene() != null) {
            go.requestFocus();
        }
    }

    private void write() {
        model.write(phrase.typed(), phrase.again());
    }

    private void cancel() {
        if (model.state().get() == ExportViewModel.State.WRITING) {
            model.stop();
        } else {
            onClose.run();
        }
    }

    /** Esc takes back what is being written, as the button does, and leaves the card to say so. */
    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && isWorking()) {
            model.stop();
            event.consume();
        }
    }

    private boolean isWorking() {
        return model.state().get() == ExportViewModel.State.WRITING
                || model.state().get() == ExportViewModel.State.STOPPING;
    }

    @Override
    public Optional<Problem> undone() {
        return isWorking() ? Optional.of(Problem.of(ProblemCode.EXPORT_STOPPED)) : Optional.empty();
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void opened() {
        if (model.state().get() == ExportViewModel.State.WRITTEN) {
            written.focus();
        } else if (model.state().get() == ExportViewModel.State.ASKING) {
            go.requestFocus();
        } else {
            cancel.requestFocus();
        }
    }

    @Override
    public void closed() {
        model.stop();
        phrase.forget();
    }
}
