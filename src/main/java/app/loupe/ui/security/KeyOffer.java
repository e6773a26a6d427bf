package app.loupe.ui.security;

import app.loupe.domain.SecurityCheck;
import app.loupe.domain.SecurityCheck.Outcome;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.LiveText;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import app.loupe.ui.security.SecurityViewModel.KeyStep;
import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/**
 * Offers to change the key in the row that tells where it is: says in place what that does and cannot do, and what came of
 * it. Used on the FX thread.
 */
final class KeyOffer {
    private final SecurityViewModel model;
    private final Wording wording;
    private final Button change;
    private final Button keep;
    private final Label question = Nodes.paragraph("");
    private final VBox asked;
    private final Label told = Nodes.paragraph("", "muted");
    private final LiveText spoken = new LiveText(told);
    private final VBox below;

    /** An offer to change the key through this model. */
    KeyOffer(SecurityViewModel model, Wording wording) {
        this.model = model;
        this.wording = wording;
        change = Nodes.button(wording.get("security.key.change"), this::ask);
        change.setId("change-key");
        question.setId("key-question");
        Button yes = Nodes.button(wording.get("security.key.yes"), this::change, Styles.ACCENT);
        yes.setId("key-yes");
        keep = Nodes.button(wording.get("security.key.keep"), this::keep);
        keep.setId("key-keep");
        // the focus is here, and the question is to be heard
        keep.accessibleHelpProperty().bind(question.textProperty());
        var buttons = new FlowRow(yes, keep);
        buttons.getStyleClass().add("key-buttons");
        asked = new VBox(question, buttons);
        asked.getStyleClass().add("key-asked");
        asked.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                keep();
                event.consume();
            }
        });
        told.setId("key-told");
        below = new VBox(asked, told);
        below.getStyleClass().add("key-offer");
        Nodes.show(asked, false);
        model.keyStepProperty().subscribe(this::tell);
    }

    /** Goes into the row about the key. */
    void into(PromiseRow row) {
        row.offer(change, below);
    }

    /** Words its question by what a check found about the key. */
    void ask(SecurityCheck check) {
        // a passphrase that holds the key is the one notice about it
        question.setText(wording.get(
                check.outcome() == Outcome.NOTICE ? "security.key.question.passphrase" : "security.key.question"));
    }

    private void ask() {
        // not disabled meanwhile: it would lose the focus
        if (model.keyStepProperty().get() != KeyStep.CHANGING) {
            show(true);
            keep.requestFocus();
        }
    }

    private void keep() {
        show(false);
        change.requestFocus();
    }

    private void change() {
        keep();
        model.changeKey();
    }

    private void show(boolean isAsked) {
        Nodes.show(asked, isAsked);
        Nodes.show(told, !isAsked && !told.getText().isEmpty());
        Nodes.show(below, asked.isVisible() || told.isVisible());
    }

    private void tell(KeyStep step) {
        String text = switch (step) {
            case NONE -> "";
            case CHANGING -> wording.get("security.key.changing");
            case CHANGED -> wording.get("security.key.changed");
        };
        told.setText(text);
        show(asked.isVisible());
        spoken.say(text);
    }
}
