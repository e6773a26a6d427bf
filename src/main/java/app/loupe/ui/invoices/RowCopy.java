package app.loupe.ui.invoices;

import app.loupe.review.InvoiceOrder.Column;
import app.loupe.review.Listed;
import app.loupe.review.RowList;
import app.loupe.text.OneLine;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.ColumnFitting;
import app.loupe.ui.common.KeyNames;
import app.loupe.ui.common.ScreenKey;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Copies the selected rows to the clipboard and nowhere else, by keys and by a menu on the rows: all columns that the owner
 * wants, in their order, also those that have no room at the moment. On the FX thread; the text is made behind it, because
 * all rows may be selected.
 */
final class RowCopy {
    private static final KeyCombination TABS = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination CSV = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN,
            KeyCombination.SHIFT_DOWN);

    private final InvoicesViewModel model;
    private final InvoiceWords words;
    private final TableView<Listed> table;
    private final ColumnFitting<Listed> fitting;
    private final Supplier<RowList> selected;
    private final Background background;
    /** How often anything was asked for: only the last of it comes to the clipboard. */
    private int asked;

    /** Copies rows of this table; {@code selected} gives those that are selected. */
    RowCopy(InvoicesViewModel model, InvoiceWords words, TableView<Listed> table, ColumnFitting<Listed> fitting,
            Supplier<RowList> selected, Background background) {
        this.model = model;
        this.words = words;
        this.table = table;
        this.fitting = fitting;
        this.selected = selected;
        this.background = background;
        table.setContextMenu(menu());
    }

    /** The keys, for the sheet of keys. */
    static List<ScreenKey> keys(InvoiceWords words) {
        return List.of(new ScreenKey(words.get("copy.rows"), TABS), new ScreenKey(words.get("copy.csv"), CSV));
    }

    /** Whether a key was one of these. */
    boolean press(KeyEvent event) {
        if (TABS.match(event)) {
            copyTabs();
        } else if (CSV.match(event)) {
            copyCsv();
        } else {
            return false;
        }
        return true;
    }

    private ContextMenu menu() {
        var menu = new ContextMenu(item("copy-rows", TABS, this::copyTabs), item("copy-csv", CSV, this::copyCsv),
                item("copy-number", null, this::copyNumber));
        menu.setId("rows-menu");
        List<MenuItem> own = List.copyOf(menu.getItems());
        menu.setOnShowing(event -> own.forEach(item -> item.setDisable(selected.get().isEmpty())));
        return menu;
    }

    private MenuItem item(String id, @Nullable KeyCombination key, Runnable copy) {
        // an accelerator would work in the whole window, also below a dialog: the table takes the keys
        String name = words.get(id.replaceFirst("-", "."));
        var item = new MenuItem(key == null ? name : name + "  " + KeyNames.of(key, words.wording()));
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> copy.run());
        return item;
    }

    private void copyTabs() {
        copy(columns()::tabs);
    }

    private void copyCsv() {
        copy(columns()::csv);
    }

    private void copyNumber() {
        selected.get().stream().findFirst().ifPresent(row -> {
            asked++;
            put(OneLine.of(row.row().number()));
        });
    }

    private interface Form {
        String of(RowList rows);
    }

    private void copy(Form form) {
        RowList rows = selected.get();
        if (!rows.isEmpty()) {
            int mine = ++asked;
            background.run("copy rows", () -> form.of(rows)).onSuccess(text -> {
                if (mine == asked) {
                    put(text);
                }
            }).start();
        }
    }

    /** What Ctrl/Cmd+C would write of these rows. */
    String tabs(RowList rows) {
        return columns().tabs(rows);
    }

    private CopiedTable columns() {
        List<String> aside = fitting.aside().get();
        return new CopiedTable(table.getColumns().stream()
                .filter(column -> !column.getId().equals(MarkColumn.ID))
                .filter(column -> column.isVisible() || aside.contains(column.getId()))
                .map(column -> new CopiedTable.Shown(Column.valueOf(column.getId()), column.getText())).toList(),
                model.snapshot().get().connectionNames(), words);
    }

    private static void put(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
