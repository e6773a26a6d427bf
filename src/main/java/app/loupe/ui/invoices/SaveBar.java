package app.loupe.ui.invoices;

import app.loupe.domain.EnumKey;
import app.loupe.ui.common.Nodes;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;

/** Asks for the name under which the filter of now is saved, and says why a name does not do. There only while it asks. */
final class SaveBar {
    private final NamedFilters filters;
    private final InvoiceWords words;
    private final Runnable whenDone;
    private final TextField name = new TextField();
    private final Button save;
    private final Label refusal = Nodes.label("", "save-refusal");
    private final FlowPane view = new FlowPane();

    /** A bar that is not there yet; {@code whenDone} takes the focus back. */
    SaveBar(NamedFilters filters, InvoiceWords words, Runnable whenDone) {
        this.filters = filters;
        this.words = words;
        this.whenDone = whenDone;
        save = Nodes.button(words.get("saved.save.button"), this::save);
        save.setId("save-filter");
        var cancel = Nodes.button(words.get("saved.cancel"), this::leave, "flat");
        cancel.setId("save-filter-cancel");
        name.setId("filter-name");
        name.setPromptText(words.get("saved.name"));
        name.setAccessibleText(words.get("saved.name"));
        name.setOnAction(event -> save());
        name.textProperty().subscribe(this::look);
        refusal.setId("save-refusal");
        view.setId("save-bar");
        view.getStyleClass().add("save-bar");
        view.getChildren().addAll(name, save, cancel, refusal);
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                leave();
            }
        });
        Nodes.show(view, false);
    }

    Node view() {
        return view;
    }

    /** Asks. */
    void ask() {
        name.clear();
        look("");
        Nodes.show(view, true);
        name.requestFocus();
    }

    private void look(String typed) {
        Optional<NamedFilters.Refusal> why = filters.refusal(typed);
        save.setDisable(why.isPresent());
        // nobody is told that a name is missing before the first letter
        refusal.setText(why.filter(one -> !typed.isEmpty() || one != NamedFilters.Refusal.NAME)
                .map(one -> words.get("saved.refused." + EnumKey.of(one))).orElse(""));
        name.setAccessibleHelp(refusal.getText());
    }

    private void save() {
        if (filters.save(name.getText())) {
            leave();
        }
    }

    private void leave() {
        Nodes.show(view, false);
        whenDone.run();
    }
}
