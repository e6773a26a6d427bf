package app.loupe.ui.unlock;

import app.loupe.domain.PassphrasePrompt.Reason;
import app.loupe.domain.Secret;
import app.loupe.ui.common.CardBody;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.LiveText;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.SecretField;
import app.loupe.ui.common.Wording;
import atlantafx.base.theme.Styles;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/**
 * The question for a passphrase: unlock, or choose one with a generated phrase to take. Where it has not the room, what stands
 * between its title and its buttons scrolls.
 */
public final class UnlockCard extends VBox {
    private final boolean choosing;
    private final Wording wording;
    private final Runnable onHelp;
    private final Consumer<Optional<Secret>> onAnswer;
    private final SecretField first = new SecretField();
    private final SecretField second = new SecretField();
    private final Label note = Nodes.paragraph("", "note", "note-bad");
    private final CardBody body;
    private final LiveText live = new LiveText(note);

    /** A question; the consumer gets the answer once and closes the secret. */
    public UnlockCard(Reason reason, String offered, Wording wording, Runnable onHelp,
            Consumer<Optional<Secret>> onAnswer) {
        this.choosing = reason == Reason.CHOOSE || reason == Reason.WEAK;
        this.wording = wording;
        this.onHelp = onHelp;
        this.onAnswer = onAnswer;
        getStyleClass().addAll("card", "unlock-card");
        Nodes.dress(this, UnlockCard.class, "unlock.css");
        String part = "unlock." + reason.name().toLowerCase(Locale.ROOT);
        // what was typed before is refused: it looks like any other refusal
        var question = new VBox(Nodes.paragraph(wording.get(part), reason == Reason.WEAK ? "note-bad" : "muted"));
        question.getStyleClass().add("unlock-question");
        if (choosing && !offered.isEmpty()) {
            question.getChildren().add(offer(offered));
        }
        question.getChildren().add(field("unlock.passphrase", first, "passphrase"));
        if (choosing) {
            question.getChildren().add(field("unlock.repeat", second, "repeat"));
        }
        Nodes.show(note, false);
        body = new CardBody(question);
        getChildren().addAll(
                Nodes.paragraph(wording.get(choosing ? "unlock.title.choose" : "unlock.title"), "card-title"),
                body, note, buttons());
        if (reason == Reason.WRONG) {
            say("unlock.wrong.note");
        }
    }

    private VBox offer(String phrase) {
        var shown = new TextField(phrase);
        shown.setEditable(false);
        shown.setId("offered");
        shown.getStyleClass().add("offered");
        shown.setAccessibleText(wording.get("unlock.offered"));
        Button take = Nodes.button(wording.get("unlock.take"), () -> {
            first.setText(phrase);
            second.setText(phrase);
        });
        take.setId("take");
        var box = new VBox(Nodes.label(wording.get("unlock.offered"), "field-label"), shown,
                new HBox(take), Nodes.paragraph(wording.get("unlock.offered.hint"), "muted", "small"));
        box.getStyleClass().addAll("form-field", "offer");
        return box;
    }

    private VBox field(String key, SecretField field, String id) {
        field.setId(id);
        field.setAccessibleText(wording.get(key));
        Label label = Nodes.label(wording.get(key), "field-label");
        label.setLabelFor(field);
        var box = new VBox(label, field);
        box.getStyleClass().add("form-field");
        return box;
    }

    private FlowRow buttons() {
        Button go = Nodes.button(wording.get(choosing ? "unlock.choose.go" : "unlock.go"), this::answer,
                Styles.ACCENT);
        go.setId("unlock-go");
        go.setDefaultButton(true);
        Button quit = Nodes.button(wording.get("unlock.quit"), this::giveUp);
        quit.setId("unlock-quit");
        quit.setCancelButton(true);
        Button help = Nodes.button(wording.get("nav.help"), onHelp);
        help.setId("unlock-help");
        var row = new FlowRow(help, Nodes.spacer(), quit, go);
        row.getStyleClass().add("card-buttons");
        return row;
    }

    private void answer() {
        Secret typed = first.read();
        try (Secret repeated = second.read()) {
            if (typed.length() == 0) {
                refuse(typed, "unlock.empty");
            } else if (choosing && !typed.sameAs(repeated)) {
                refuse(typed, "unlock.different");
            } else {
                forget();
                onAnswer.accept(Optional.of(typed));
            }
        }
    }

    private void refuse(Secret typed, String key) {
        typed.close();
        say(key);
        focus();
        if (choosing) {
            // both are typed again; where there is no room for all, they are what is seen
            body.reveal(second);
        }
    }

    private void say(String key) {
        note.setText(wording.get(key));
        Nodes.show(note, true);
        grow();
        live.say(note.getText());
        first.setAccessibleHelp(note.getText());
    }

    /** A window around the card becomes as high as it is now: what is asked for would have to make way for the refusal. */
    private void grow() {
        if (getScene() != null && getScene().getWindow() instanceof Stage stage) {
            stage.sizeToScene();
        }
    }

    /** The owner closed the question without an answer. */
    void giveUp() {
        forget();
        onAnswer.accept(Optional.empty());
    }

    private void forget() {
        first.clear();
        second.clear();
    }

    /** Puts the focus where the owner types. */
    void focus() {
        first.requestFocus();
    }
}
