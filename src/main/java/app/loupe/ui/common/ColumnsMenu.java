package app.loupe.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;

/**
 * Lets the owner choose the columns of a table, in a button and on the headings, and says which have no room. On the FX
 * thread.
 *
 * @param <S> what the table lists
 */
public final class ColumnsMenu<S> {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final ColumnFitting<S> fitting;
    private final Set<String> fixed;
    private final Wording wording;
    private final MenuButton button = new MenuButton();
    private final WrappingTooltip tooltip = new WrappingTooltip("");
    private Function<TableColumn<S, ?>, String> names = TableColumn::getText;
    private String aside = "columns.aside";

    /**
     * A menu for the columns of a table.
     *
     * @param id of the button
     * @param fixed the ids of the columns that cannot be hidden: without them no row could be told from another
     */
    public ColumnsMenu(String id, ColumnFitting<S> fitting, Set<String> fixed, Wording wording) {
        this.fitting = fitting;
        this.fixed = Set.copyOf(fixed);
        this.wording = wording;
        button.setId(id);
        button.getStyleClass().add("chip");
        button.setMinWidth(MenuButton.USE_PREF_SIZE);
        button.setTooltip(tooltip);
        button.getItems().setAll(items());
        // items cannot hang in two menus: each has its own
        button.setOnShowing(event -> button.getItems().setAll(items()));
        var onHeadings = new ContextMenu();
        onHeadings.getItems().setAll(items());
        onHeadings.setOnShowing(event -> onHeadings.getItems().setAll(items()));
        fitting.columns().forEach(column -> column.setContextMenu(onHeadings));
        fitting.aside().subscribe(this::say);
    }

    /**
     * Calls the columns by other names than their headings, and says by this text how those without room come back.
     */
    public ColumnsMenu<S> saying(String asideKey, Function<TableColumn<S, ?>, String> named) {
        names = named;
        aside = asideKey;
        say(fitting.aside().get());
        return this;
    }

    /** Shows the button only while the table is seen and a column is not. */
    public ColumnsMenu<S> onlyWhereSomeAreMissing() {
        fitting.aside().subscribe(now -> appear());
        fitting.layout().subscribe(now -> appear());
        fitting.seen().subscribe(now -> appear());
        return this;
    }

    private void appear() {
        Nodes.show(button, fitting.seen().getValue()
                && !(fitting.aside().get().isEmpty() && fitting.layout().get().hidden().isEmpty()));
    }

    /** The button. */
    public MenuButton button() {
        return button;
    }

    private void say(List<String> without) {
        String text = wording.get("columns", without.size());
        button.setText(text);
        button.pseudoClassStateChanged(CHOSEN, !without.isEmpty());
        String explained = without.isEmpty()
                ? wording.get("columns.explanation")
                : wording.get(aside, String.join(", ", fitting.columns().stream()
                        .filter(column -> without.contains(column.getId())).map(names).toList()));
        tooltip.setText(explained);
        button.setAccessibleText(text + ". " + explained);
    }

    private List<MenuItem> items() {
        var items = new ArrayList<MenuItem>();
        List<TableColumn<S, ?>> offered = fitting.offered();
        for (TableColumn<S, ?> column : fitting.columns()) {
            String id = column.getId();
            var item = new CheckMenuItem(names.apply(column));
            item.setId("column-" + id);
            item.setMnemonicParsing(false);
            item.setVisible(offered.contains(column));
            item.setSelected(!fitting.layout().get().hidden().contains(id));
            item.setDisable(fixed.contains(id));
            item.setOnAction(event -> fitting.show(id, item.isSelected()));
            items.add(item);
        }
        var usual = new MenuItem(wording.get("columns.usual"));
        usual.setId("columns-usual");
        usual.setOnAction(event -> fitting.restore(ColumnLayout.USUAL));
        items.add(new SeparatorMenuItem());
        items.add(usual);
        return items;
    }
}
