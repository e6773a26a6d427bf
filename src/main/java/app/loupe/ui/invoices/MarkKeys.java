package app.loupe.ui.invoices;

import app.loupe.review.ReviewRow;
import app.loupe.ui.common.KeyNames;
import app.loupe.ui.common.ScreenKey;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;

/** The keys of the owner's marks in the invoice table: F flags, V reviews, M writes a note, D reminds on a day. */
final class MarkKeys {
    private final MarksViewModel marks;
    private final RemindMenu remind;
    private final Supplier<List<ReviewRow>> chosen;
    private final ObjIntConsumer<Optional<KeyCode>> writeNote;

    /**
     * Keys of these rows.
     *
     * @param chosen the rows that are selected
     * @param writeNote puts the focus into the note of the open invoice, by the key that is given to it, if any; and how many
     *     are selected
     */
    MarkKeys(MarksViewModel marks, RemindMenu remind, Supplier<List<ReviewRow>> chosen,
            ObjIntConsumer<Optional<KeyCode>> writeNote) {
        this.marks = marks;
        this.remind = remind;
        this.chosen = chosen;
        this.writeNote = writeNote;
    }

    /** The keys, and those that take back what they did and bring it back, for the sheet of keys. */
    static List<ScreenKey> keys(InvoiceWords words) {
        return Stream.concat(ofRows(words).stream(), UndoKeys.all(words).stream()).toList();
    }

    private static List<ScreenKey> ofRows(InvoiceWords words) {
        return List.of(key(words, "review.flag", KeyCode.F), key(words, "review.review", KeyCode.V),
                new ScreenKey(words.wording().get("note.add"), new KeyCodeCombination(KeyCode.M)),
                key(words, "review.remind", KeyCode.D));
    }

    private static ScreenKey key(InvoiceWords words, String name, KeyCode code) {
        return new ScreenKey(words.get(name), new KeyCodeCombination(code));
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
        return act(event.getCode(), Optional.of(event.getCode()), rows, table);
    }

    /**
     * The same as a menu, each with its key.
     *
     * @param before runs before any of them does something
     */
    List<MenuItem> items(InvoiceWords words, Node table, Runnable before) {
        return ofRows(words).stream().map(key -> {
            var item = new MenuItem(key.name() + "  " + KeyNames.of(key.key(), words.wording()));
            KeyCode code = ((KeyCodeCombination) key.key()).getCode();
            item.setId("mark-" + code);
            item.setMnemonicParsing(false);
            item.setOnAction(event -> {
                before.run();
                List<ReviewRow> rows = chosen.get();
                if (!rows.isEmpty()) {
                    act(code, Optional.empty(), rows, table);
                }
            });
            return item;
        }).toList();
    }

    /** Whether there is a row. */
    boolean mayMark() {
        return !chosen.get().isEmpty();
    }

    private boolean act(KeyCode code, Optional<KeyCode> by, List<ReviewRow> rows, Node table) {
        switch (code) {
            case F -> marks.flag(rows);
            case V -> marks.review(rows);
            case M -> writeNote.accept(by, rows.size());
            case D -> remind.of(rows).show(table, Side.TOP, table.getLayoutBounds().getWidth() / 2,
                    table.getLayoutBounds().getHeight() / 2);
            default -> {
                return false;
            }
        }
        return true;
    }
}
