package app.loupe.ui.invoices;

import app.loupe.review.InvoiceOrder.Column;
import app.loupe.review.Listed;
import app.loupe.ui.common.ColumnFitting;
import app.loupe.ui.common.ColumnLayout;
import app.loupe.ui.common.WrappingTooltip;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Lets the owner choose the columns, in a button and on the headings, and says which have no room. */
final class ColumnsMenu {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final InvoiceColumns columns;
    private final ColumnFitting<Listed> fitting;
    private final InvoiceWords words;
    private final MenuButton button = new MenuButton();
    private final WrappingTooltip tooltip = new WrappingTooltip("");

    ColumnsMenu(InvoiceColumns columns, ColumnFitting<Listed> fitting, InvoiceWords words) {
        this.columns = columns;
        this.fitting = fitting;
        this.words = words;
        button.setId("columns");
        button.getStyleClass().add("chip");
        button.setMinWidth(MenuButton.USE_PREF_SIZE);
        button.setTooltip(tooltip);
        button.getItems().setAll(items());
        // items cannot hang in two menus: each has its own
        button.setOnShowing(event -> button.getItems().setAll(items()));
        var onHeadings = new ContextMenu();
        onHeadings.getItems().setAll(items());
        onHeadings.setOnShowing(event -> onHeadings.getItems().setAll(items()));
        columns.all().forEach(column -> column.setContextMenu(onHeadings));
        fitting.aside().subscribe(this::say);
    }

    MenuButton button() {
        return button;
    }

    private void say(List<String> aside) {
        String text = words.get("columns", aside.size());
        button.setText(text);
        button.pseudoClassStateChanged(CHOSEN, !aside.isEmpty());
        String explained = aside.isEmpty()
                ? words.get("columns.explanation")
                : words.get("columns.aside", String.join(", ", aside.stream()
                        .map(this::name).toList()));
        tooltip.setText(explained);
        button.setAccessibleText(text + ". " + explained);
    }

    /** The heading of the marks is a sign alone. */
    private String name(String id) {
        return id.equals(MarkColumn.ID) ? words.get("column.mark") : columns.of(Column.valueOf(id)).getText();
    }

    private List<MenuItem> items() {
        var items = new ArrayList<MenuItem>();
        for (var column : columns.all()) {
            String id = column.getId();
            var item = new CheckMenuItem(name(id));
            item.setId("column-" + id);
            item.setMnemonicParsing(false);
            item.setSelected(!fitting.layout().get().hidden().contains(id));
            // without a number no row could be told from another
            item.setDisable(id.equals(Column.NUMBER.name()));
            item.setOnAction(event -> fitting.show(id, item.isSelected()));
            items.add(item);
        }
        var usual = new MenuItem(words.get("columns.usual"));
        usual.setId("columns-usual");
        usual.setOnAction(event -> fitting.restore(ColumnLayout.USUAL));
        items.add(new SeparatorMenuItem());
        items.add(usual);
        return items;
    }
}
