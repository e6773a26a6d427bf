package app.loupe.ui.invoices;

import app.loupe.review.ReviewRow;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** Offers the days that reminders are wished for most, any other, and none. */
final class RemindMenu {
    private final MarksViewModel marks;
    private final InvoiceWords words;
    private final Consumer<List<ReviewRow>> askDay;

    /** A menu; {@code askDay} asks for another day. */
    RemindMenu(MarksViewModel marks, InvoiceWords words, Consumer<List<ReviewRow>> askDay) {
        this.marks = marks;
        this.words = words;
        this.askDay = askDay;
    }

    /** When to be reminded of these. */
    ContextMenu of(List<ReviewRow> rows) {
        LocalDate today = words.today();
        var menu = new ContextMenu();
        menu.setId("remind-menu");
        menu.getItems().setAll(on("tomorrow", today.plusDays(1), rows), on("week", today.plusWeeks(1), rows),
                on("month", today.plusMonths(1), rows),
                item("day", words.get("remind.day"), () -> askDay.accept(rows)),
                item("never", words.get("remind.never"), () -> marks.remind(rows, null)));
        return menu;
    }

    private MenuItem on(String key, LocalDate day, List<ReviewRow> rows) {
        return item(key, words.get("remind." + key, words.dates().day(day)), () -> marks.remind(rows, day));
    }

    private static MenuItem item(String key, String text, Runnable action) {
        var item = new MenuItem(text);
        item.setId("remind-" + key);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
