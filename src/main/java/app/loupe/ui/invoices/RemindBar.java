package app.loupe.ui.invoices;

import app.loupe.review.ReviewRow;
import app.loupe.ui.common.DayPicker;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.Nodes;
import atlantafx.base.theme.Styles;
import java.time.LocalDate;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.DateCell;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Asks on which day to be reminded, typed or chosen, while it is there: Enter takes the day, Esc leaves. What is no day,
 * and a day that is not to come, is refused in words: a reminder of today would not come of what was reviewed today.
 */
final class RemindBar {
    private final MarksViewModel marks;
    private final InvoiceWords words;
    private final Runnable afterwards;
    private final BooleanProperty unreadable = new SimpleBooleanProperty();
    private final Label asked = Nodes.paragraph("", "undo-said");
    private final DayPicker day;
    private final Label refused = Nodes.paragraph("", "remind-refused");
    private final FlowRow view;
    private List<ReviewRow> rows = List.of();

    /** A bar that asks nothing; {@code afterwards} puts the focus back when it has gone. */
    RemindBar(MarksViewModel marks, InvoiceWords words, Runnable afterwards) {
        this.marks = marks;
        this.words = words;
        this.afterwards = afterwards;
        day = new DayPicker(words.wording(), unreadable, true);
        view = new FlowRow(asked, day);
        day.setId("remind-on");
        day.setAccessibleText(words.get("remind.field"));
        day.setDayCellFactory(picker -> new DateCell() {
            @Override
            public void updateItem(LocalDate item, boolean empty) {
                super.updateItem(item, empty);
                setDisable(empty || !item.isAfter(words.today()));
            }
        });
        day.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        // whoever goes on typing needs no telling
        day.getEditor().textProperty().subscribe((before, now) -> say(""));
        var go = Nodes.button(words.get("remind.go"), this::take, Styles.ACCENT);
        go.setId("remind-go");
        var leave = Nodes.button(words.get("remind.leave"), this::leave);
        leave.setId("remind-leave");
        refused.setId("remind-refused");
        view.setId("remind-bar");
        view.getStyleClass().add("undo-bar");
        // from its buttons, too: further out Esc would clear the search
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
        view.getChildren().addAll(go, leave, refused);
        Nodes.show(view, false);
    }

    FlowRow view() {
        return view;
    }

    /** Asks when to be reminded of these. */
    void ask(List<ReviewRow> some) {
        rows = List.copyOf(some);
        asked.setText(words.get("remind.asked", rows.size()));
        day.setValue(null);
        day.getEditor().clear();
        unreadable.set(false);
        say("");
        Nodes.show(view, true);
        day.requestFocus();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            take();
            event.consume();
        } else if (!day.isShowing()) {
            escape(event);
        }
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            leave();
            event.consume();
        }
    }

    private void take() {
        LocalDate typed = day.getConverter().fromString(day.getEditor().getText());
        if (unreadable.get() || typed == null) {
            refuse(words.get("remind.no-day", words.dates().day(words.today().plusDays(1))));
        } else if (typed.isBefore(words.today())) {
            refuse(words.get("remind.past", words.dates().day(typed)));
        } else if (typed.equals(words.today())) {
            refuse(words.get("remind.today", words.dates().day(typed)));
        } else {
            marks.remind(rows, typed);
            leave();
        }
    }

    private void refuse(String why) {
        say(why);
        day.requestFocus();
    }

    private void say(String why) {
        refused.setText(why);
        // said where the focus is, too
        day.setAccessibleHelp(why);
    }

    private void leave() {
        drop();
        afterwards.run();
    }

    /** Asks no more: the rows that it asks of are shown no more, or are gone. */
    void drop() {
        Nodes.show(view, false);
        rows = List.of();
    }
}
