package app.loupe.ui.invoices;

import app.loupe.review.ReviewRow;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The keys of the owner's marks in the invoice table: F flags, V reviews, M writes a note, D reminds on a day. */
final class MarkKeys {
    private final MarksViewModel marks;
    private final InvoiceWords words;
    private final Supplier<List<ReviewRow>> chosen;
    private final Runnable writeNote;

    /**
     * Keys of these rows.
     *
     * @param chosen the rows that are selected
     * @param writeNote puts the focus into the note of the open invoice
     */
    MarkKeys(MarksViewModel marks, InvoiceWords words, Supplier<List<ReviewRow>> chosen, Runnable writeNote) {
        this.marks = marks;
        this.words = words;
        this.chosen = chosen;
        this.writeNote = writeNote;
    }

    /** Does what a key asks for; whether it was one of these and there was a row. */
    boolean press(KeyEvent event, Node table) {
        if (event.isShortcutDown() || event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return false;
        }
        List<ReviewRow> rows = chosen.get();
        if (rows.isEmpty()) {
            return false;
        }
        switch (event.getCode()) {
            case F -> marks.flag(rows);
            case V -> marks.review(rows);
            case M -> writeNote.run();
            case D -> remindMenu(marks, words, rows).show(table, Side.TOP, table.getLayoutBounds().getWidth() / 2,
                    table.getLayoutBounds().getHeight() / 2);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** When to be reminded of these. */
    static ContextMenu remindMenu(MarksViewModel marks, InvoiceWords words, List<ReviewRow> rows) {
        LocalDate today = words.today();
        var menu = new ContextMenu();
        menu.setId("remind-menu");
        menu.getItems().setAll(item(marks, words, rows, "tomorrow", today.plusDays(1)),
                item(marks, words, rows, "week", today.plusWeeks(1)),
                item(marks, words, rows, "month", today.plusMonths(1)), item(marks, words, rows, "never", null));
        return menu;
    }

    private static MenuItem item(MarksViewModel marks, InvoiceWords words, List<ReviewRow> rows, String key,
            @Nullable LocalDate day) {
        var item = new MenuItem(day == null
                ? words.get("remind.never")
                : words.get("remind." + key, words.dates().day(day)));
        item.setId("remind-" + key);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> marks.remind(rows, day));
        return item;
    }
}
