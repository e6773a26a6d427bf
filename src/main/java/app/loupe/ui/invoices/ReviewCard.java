package app.loupe.ui.invoices;

import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceMark;
import app.loupe.review.MarkChoice;
import app.loupe.review.ReviewRow;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.NoteEditor;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.geometry.Side;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * "My review", below an open invoice: flag, reviewed by me, private note, reminder. The same card serves one invoice after
 * the other, so that a note that is being typed outlives what a sync brings.
 */
final class ReviewCard {
    private final MarksViewModel marks;
    private final InvoiceWords words;
    private final ToggleButton flag = new ToggleButton();
    private final ToggleButton reviewed = new ToggleButton();
    private final Button remind = new Button();
    private final Label state = Nodes.paragraph("", "muted", "small");
    private final NoteEditor<InvoiceKey> note;
    private final VBox view = new VBox();
    private @Nullable ReviewRow row;
    /** So many were selected when the note of this one was asked for. */
    private int together;
    private @Nullable Wish wish;

    /** The note of an invoice was asked for that is not shown yet, while so many were selected. */
    private record Wish(InvoiceKey key, int selected) {}

    ReviewCard(MarksViewModel marks, InvoiceWords words, RemindMenu menu) {
        this.marks = marks;
        this.words = words;
        this.note = new NoteEditor<>(marks, words.wording());
        flag.setId("review-flag");
        flag.setOnAction(event -> act(marks::flag));
        reviewed.setId("review-reviewed");
        reviewed.setOnAction(event -> act(marks::review));
        remind.setId("review-remind");
        remind.setOnAction(event -> {
            ContextMenu days = menu.of(rows());
            days.show(remind, Side.BOTTOM, 0, 0);
        });
        for (var button : List.of(flag, reviewed)) {
            button.setMinWidth(ToggleButton.USE_PREF_SIZE);
            button.getStyleClass().add("chip");
        }
        remind.setMinWidth(Button.USE_PREF_SIZE);
        var buttons = new FlowPane(flag, reviewed, remind);
        buttons.getStyleClass().add("review-buttons");
        view.getStyleClass().add("review-card");
        view.getChildren().addAll(Nodes.paragraph(words.get("review.title"), "muted", "small"), buttons, state,
                note.view());
        marks.marks().subscribe(known -> show());
    }

    Node view() {
        return view;
    }

    /** Serves this invoice from now on; the note of the one before is kept as it was typed. */
    void show(@Nullable ReviewRow open) {
        boolean another = !isShown(Optional.ofNullable(open).map(one -> one.row().key()));
        if (another) {
            together = 0;
        }
        row = open;
        note.show(Optional.ofNullable(open).map(one -> one.row().key()));
        show();
        Wish asked = wish;
        if (asked != null && isShown(Optional.of(asked.key()))) {
            // its letter came to where the key was pressed
            writeNote(asked.key(), Optional.empty(), asked.selected());
        } else if (another) {
            wish = null;
        }
    }

    private boolean isShown(Optional<InvoiceKey> key) {
        return key.equals(Optional.ofNullable(row).map(one -> one.row().key()));
    }

    /**
     * Puts the focus into the note of this invoice, by this key, if by any, as soon as it is shown; says that it is of this one
     * alone where more are selected.
     */
    void writeNote(InvoiceKey key, Optional<KeyCode> by, int selected) {
        if (!isShown(Optional.of(key))) {
            // who is quick presses the key while the one before stands here
            wish = new Wish(key, selected);
            return;
        }
        wish = null;
        together = selected;
        show();
        by.ifPresentOrElse(note::edit, note::edit);
    }

    private List<ReviewRow> rows() {
        return Optional.ofNullable(row).map(List::of).orElse(List.of());
    }

    private interface Act {
        void on(List<ReviewRow> rows);
    }

    private void act(Act act) {
        act.on(rows());
        // what is refused leaves the buttons as they were
        show();
    }

    private void show() {
        ReviewRow open = row;
        if (open == null) {
            return;
        }
        InvoiceKey key = open.row().key();
        InvoiceMark mark = marks.marks().get().of(key);
        Optional<MarkChoice> inbox = marks.marks().get().inbox(open.row(), words.today());
        boolean isReviewed = inbox.equals(Optional.of(MarkChoice.REVIEWED));
        flag.setSelected(mark.flagged());
        flag.setText(MarkColumn.FLAG + " " + words.get(mark.flagged() ? "review.flagged" : "review.flag"));
        flag.setAccessibleText(words.get("review.flag.accessible"));
        reviewed.setSelected(isReviewed);
        reviewed.setText(words.get(isReviewed ? "review.reviewed" : "review.review"));
        reviewed.setAccessibleText(reviewed.getText());
        remind.setText(marks.marks().get().pending(mark, words.today())
                .map(day -> words.get("review.reminds", words.dates().day(day)))
                .orElseGet(() -> words.get("review.remind")));
        remind.setAccessibleText(remind.getText());
        InvoiceMark.Review review = mark.review();
        String when = review == null
                ? ""
                : words.get(isReviewed ? "review.since" : "review.changed", words.dates().moment(review.at()));
        String due = marks.marks().get().isDue(mark, words.today()) ? words.get("mark.due") : "";
        String alone = together > 1 ? words.get("note.alone", open.row().number(), together) : "";
        state.setText(String.join(" ", List.of(due, when, alone)).strip());
        Nodes.show(state, !state.getText().isEmpty());
        if (marks.isRead(key.connection())) {
            note.show(key, mark.note());
        }
    }
}
