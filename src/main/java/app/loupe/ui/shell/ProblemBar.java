package app.loupe.ui.shell;

import app.loupe.domain.Problem;
import app.loupe.domain.Severity;
import app.loupe.ui.common.LiveText;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.ProblemPresenter;
import app.loupe.ui.common.Wording;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Says on top of the content what went wrong, what it means and what to do, until the owner closes it. Several wait for
 * each other, oldest first; one that waits already is not said twice.
 */
public final class ProblemBar extends HBox implements ProblemPresenter {
    private static final PseudoClass NOTICE = PseudoClass.getPseudoClass("notice");

    private final Wording wording;
    private final List<Problem> waiting = new ArrayList<>();
    private final Label title = Nodes.paragraph("", "strong");
    private final Label text = Nodes.paragraph("");
    private final LiveText live = new LiveText(this);

    /** A bar that is hidden until there is a problem. */
    public ProblemBar(Wording wording) {
        this.wording = wording;
        getStyleClass().add("problem-bar");
        setId("problem-bar");
        setAlignment(Pos.TOP_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        var texts = new VBox(title, text);
        HBox.setHgrow(texts, Priority.ALWAYS);
        Button close = Nodes.button("×", this::next, Styles.FLAT, "problem-close");
        close.setAccessibleText(wording.get("problem-bar.close"));
        getChildren().addAll(texts, close);
        restate();
    }

    @Override
    public void show(Problem problem) {
        if (!waiting.contains(problem)) {
            waiting.add(problem);
            restate();
        }
    }

    @Override
    public void withdraw(Problem problem) {
        if (waiting.remove(problem)) {
            restate();
        }
    }

    private void restate() {
        Nodes.show(this, !waiting.isEmpty());
        if (waiting.isEmpty()) {
            live.say("");
            return;
        }
        Problem problem = waiting.getFirst();
        String name = wording.shown().title(problem);
        title.setText(waiting.size() == 1 ? name : wording.get("problem-bar.of", name, waiting.size()));
        text.setText(wording.shown().text(problem) + " " + wording.shown().advice(problem));
        pseudoClassStateChanged(NOTICE, problem.severity() == Severity.NOTICE);
        live.say(wording.sentence(problem));
    }

    /** Takes the problem away and shows the one that waits. */
    void next() {
        if (!waiting.isEmpty()) {
            waiting.removeFirst();
            restate();
        }
    }
}
