package app.loupe.ui.invoices;

import app.loupe.domain.EnumKey;
import app.loupe.ui.common.LiveText;
import app.loupe.ui.common.Nodes;
import java.time.LocalDate;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/**
 * Says what was done to how many invoices, and offers to undo it; or what was undone, and offers to do it again. There for a
 * time after something was done, and as long as the pointer or the focus is on it; afterwards the keys are still good. On the
 * FX thread.
 */
final class UndoBar {
    /** Long enough to read it and come to the button. */
    private static final Duration STAYS = Duration.seconds(10);

    private final MarksViewModel marks;
    private final InvoiceWords words;
    private final Button undo;
    private final Button redo;
    private final Label said = Nodes.label("", "undo-said");
    private final LiveText live = new LiveText(said);
    private final HBox view = new HBox();
    private final PauseTransition stay = new PauseTransition(STAYS);

    UndoBar(MarksViewModel marks, InvoiceWords words) {
        this.marks = marks;
        this.words = words;
        undo = Nodes.button(words.get("undo"), marks::undo);
        undo.setId("undo");
        undo.setAccessibleText(words.get("undo.accessible"));
        redo = Nodes.button(words.get("redo"), marks::redo);
        redo.setId("redo");
        redo.setAccessibleText(words.get("redo.accessible"));
        var dismiss = Nodes.button(words.get("detail.close"), marks::dismiss, "flat");
        dismiss.setAccessibleText(words.get("undo.dismiss"));
        view.setId("undo-bar");
        view.getStyleClass().add("undo-bar");
        view.getChildren().addAll(said, undo, redo, dismiss);
        view.setMaxWidth(HBox.USE_PREF_SIZE);
        stay.setOnFinished(event -> marks.dismiss());
        view.hoverProperty().subscribe(here -> await());
        view.focusWithinProperty().subscribe(here -> await());
        marks.last().subscribe(act -> show());
        marks.takenBack().subscribe(act -> show());
    }

    /** For tests: runs while the bar waits to go. */
    Animation stay() {
        return stay;
    }

    /** Counts the time anew, unless somebody is there. */
    private void await() {
        stay.stop();
        if (view.isVisible() && !view.isHover() && !view.isFocusWithin()) {
            stay.playFromStart();
        }
    }

    /** To be laid over something that is there anyway: it comes and goes, and moves nothing. */
    HBox view() {
        return view;
    }

    private void show() {
        Optional<String> act = Optional.ofNullable(marks.last().get()).map(this::said);
        Optional<String> back = Optional.ofNullable(marks.takenBack().get())
                .map(one -> words.get("undone", said(one)));
        said.setText(act.or(() -> back).orElse(""));
        Nodes.show(undo, act.isPresent());
        Nodes.show(redo, back.isPresent());
        // it keeps its height while it is away
        view.setVisible(act.or(() -> back).isPresent());
        await();
        // the same once more is news, too
        live.say("");
        live.say(said.getText());
    }

    private String said(MarksViewModel.Done act) {
        LocalDate day = act.day();
        return words.get("did." + EnumKey.of(act.deed()), act.count(), day == null ? "" : words.dates().day(day));
    }
}
