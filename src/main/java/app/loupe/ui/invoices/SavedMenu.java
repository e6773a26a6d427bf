package app.loupe.ui.invoices;

import app.loupe.domain.KeptFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The chip with the filters that the owner named: choose one, save what is chosen now, delete one, and bring it back. */
final class SavedMenu {
    private final NamedFilters filters;
    private final InvoiceWords words;
    private final Runnable save;
    private final MenuButton button = new MenuButton();

    /** A menu; {@code save} asks for a name. */
    SavedMenu(NamedFilters filters, InvoiceWords words, Runnable save) {
        this.filters = filters;
        this.words = words;
        this.save = save;
        button.setId("saved-filters");
        button.getStyleClass().add("chip");
        button.setMinWidth(MenuButton.USE_PREF_SIZE);
        button.setText(words.get("saved"));
        filters.all().subscribe(this::fill);
        filters.deleted().subscribe(() -> fill(filters.all().get()));
    }

    MenuButton button() {
        return button;
    }

    private void fill(List<KeptFilter> all) {
        var items = new ArrayList<MenuItem>();
        all.forEach(filter -> items.add(item("saved-choose", filter.name(), filter, filters::choose)));
        if (!all.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        var saving = plain(new MenuItem(words.get("saved.save")), "saved-save");
        saving.setOnAction(event -> save.run());
        items.add(saving);
        var deleting = plain(new Menu(words.get("saved.delete")), "saved-delete-menu");
        deleting.setDisable(all.isEmpty());
        all.forEach(filter -> deleting.getItems()
                .add(item("saved-delete", filter.name(), filter, filters::delete)));
        items.add(deleting);
        NamedFilters.Deleted deleted = filters.deleted().get();
        if (deleted != null) {
            items.add(item("saved-restore", words.get("saved.restore", deleted.filter().name()), deleted.filter(),
                    filter -> filters.restore()));
        }
        button.getItems().setAll(items);
        button.setAccessibleText(words.get("saved.accessible", all.size()));
    }

    private static MenuItem item(String id, String name, KeptFilter filter, Consumer<KeptFilter> act) {
        MenuItem item = plain(new MenuItem(name), id);
        item.setOnAction(event -> act.accept(filter));
        return item;
    }

    private static <M extends MenuItem> M plain(M item, String id) {
        item.setId(id);
        item.setMnemonicParsing(false);
        return item;
    }
}
