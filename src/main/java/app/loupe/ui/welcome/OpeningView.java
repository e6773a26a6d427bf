package app.loupe.ui.welcome;

import app.loupe.domain.Problem;
import app.loupe.ui.common.CardBody;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.LoupeMark;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/**
 * The first frame: says that Loupe opens, or why it could not, with "Try again" and "Close". Nothing in it moves: opening the
 * vault needs the whole machine, and drawing a moving bar would take its share. Where the window has not the room for what is
 * said, that scrolls, also by the keys for a page, and the buttons stay in sight.
 */
public final class OpeningView extends VBox {
    private final Wording wording;
    private final Label title;
    private final Label text;
    private final Label advice;
    private final Button again;
    private final FlowRow ways;

    /** An opening that can be given up, and looked up in the guide. */
    public OpeningView(Wording wording, Runnable onClose, Runnable onHelp) {
        this.wording = wording;
        getStyleClass().add("welcome");
        Nodes.dress(this, WelcomeView.class, "welcome.css");
        var ring = new LoupeMark();
        ring.getStyleClass().add("welcome-mark");
        title = Nodes.paragraph("", "welcome-title");
        text = Nodes.paragraph("", "welcome-sentence");
        advice = Nodes.paragraph("", "welcome-sentence");
        again = Nodes.button(wording.get("opening.again"), () -> {}, Styles.ACCENT);
        again.setId("opening-again");
        again.setDefaultButton(true);
        Button help = Nodes.button(wording.get("nav.help"), onHelp);
        help.setId("opening-help");
        Button close = Nodes.button(wording.get("opening.close"), onClose);
        close.setId("opening-close");
        ways = new FlowRow(again, help, close);
        ways.getStyleClass().add("welcome-ways");
        var said = new VBox(ring, title, text, advice);
        said.getStyleClass().add("welcome-said");
        var body = new CardBody(said);
        getChildren().addAll(body, ways);
        addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.PAGE_DOWN || pressed.getCode() == KeyCode.PAGE_UP) {
                body.turn(pressed.getCode() == KeyCode.PAGE_DOWN);
                pressed.consume();
            }
        });
        opening();
    }

    /** What "Try again" does. */
    public void onAgain(Runnable action) {
        again.setOnAction(event -> action.run());
    }

    /** Says that it opens. */
    public void opening() {
        title.setText(wording.get("opening.title"));
        text.setText(wording.get("opening.text"));
        show(false);
    }

    /** Says that the owner is asked for the passphrase: no keyring has a part in it. */
    public void asking() {
        text.setText(wording.get("opening.passphrase"));
    }

    /** Says that everything is being closed. */
    public void locking() {
        title.setText(wording.get("lock.title"));
        text.setText(wording.get("lock.closing"));
        show(false);
    }

    /** Says that everything is closed, until the owner opens it again. */
    public void locked() {
        title.setText(wording.get("lock.title"));
        text.setText(wording.get("lock.text"));
        Nodes.show(advice, false);
        Nodes.show(ways, true);
        name(wording.get("lock.unlock"));
        again.requestFocus();
    }

    private void name(String text) {
        again.setText(text);
        again.setAccessibleText(text);
    }

    /** Says why it could not be opened and what to do. */
    public void refused(Problem problem) {
        title.setText(wording.shown().title(problem));
        text.setText(wording.shown().text(problem));
        advice.setText(wording.shown().advice(problem));
        name(wording.get("opening.again"));
        show(true);
        again.requestFocus();
    }

    private void show(boolean problem) {
        Nodes.show(advice, problem);
        Nodes.show(ways, problem);
    }
}
