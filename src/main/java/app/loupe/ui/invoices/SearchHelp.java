package app.loupe.ui.invoices;

import app.loupe.domain.EnumKey;
import app.loupe.review.SearchExample;
import app.loupe.ui.common.Nodes;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.WindowEvent;

/** The small help of the search: examples, each of which can be tried at once. A menu, so that arrow keys reach all. */
final class SearchHelp {
    /** Between the field and the help, so that the edge of the field, and the ring around one that is focused, are whole. */
    private static final double GAP_PX = 5;

    private final MenuButton view = new MenuButton("?");

    /** A help that gives the chosen example to somebody who searches for it. */
    SearchHelp(InvoiceWords words, Consumer<String> search) {
        view.setId("search-help");
        view.getStyleClass().add("search-help");
        view.setAccessibleText(words.get("search.help.accessible"));
        for (SearchExample example : SearchExample.values()) {
            view.getItems().add(item(example, words, search));
        }
    }

    MenuButton view() {
        return view;
    }

    void open() {
        view.show();
    }

    /**
     * Opens below this field from now on, and is no higher than the screen has room there: the menu scrolls then. Where
     * that is less than a third of the screen, it covers the field rather than showing only a few examples.
     */
    void below(Region field) {
        view.getItems().getFirst().parentPopupProperty().subscribe(menu -> {
            if (menu != null) {
                // the height first: a menu that is too high for its place is moved up while it is shown
                menu.addEventHandler(WindowEvent.WINDOW_SHOWING, showing -> limit(menu, bottom(field)));
                menu.addEventHandler(WindowEvent.WINDOW_SHOWN, shown -> menu.setAnchorY(bottom(field)));
            }
        });
    }

    private static double bottom(Region field) {
        return field.localToScreen(field.getLayoutBounds()).getMaxY() + GAP_PX;
    }

    private void limit(ContextMenu menu, double top) {
        Bounds at = view.localToScreen(view.getLayoutBounds());
        Rectangle2D screen = Screen.getScreensForRectangle(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight())
                .stream().findFirst().orElseGet(Screen::getPrimary).getVisualBounds();
        if (menu.getSkin().getNode() instanceof Region content) {
            content.setMaxHeight(Math.max(screen.getMaxY() - top, screen.getHeight() / 3));
        }
    }

    private CustomMenuItem item(SearchExample example, InvoiceWords words, Consumer<String> search) {
        String query = words.get("search.example." + EnumKey.of(example));
        String meaning = words.get("search.meaning." + EnumKey.of(example));
        Label typed = Nodes.label(query, "search-example");
        var row = new HBox(typed, Nodes.label(meaning, "search-meaning"));
        row.setAccessibleText(words.get("search.example.accessible", query, meaning));
        // what an item of a menu is made of gets the size of the base theme, whatever that of the texts is
        row.styleProperty().bind(view.fontProperty().map(font -> "-fx-font-size: " + font.getSize() + "px"));
        var item = new CustomMenuItem(row);
        item.setOnAction(event -> search.accept(query));
        return item;
    }
}
