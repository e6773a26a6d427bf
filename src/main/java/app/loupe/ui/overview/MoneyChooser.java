package app.loupe.ui.overview;

import app.loupe.owed.CurrencyView;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;

/** Picks in which money the figures are told; not there while there is only one. */
final class MoneyChooser {
    private final OverviewViewModel model;
    private final OverviewWords words;
    private final MenuButton view = new MenuButton();
    private List<Object> offered = List.of();

    MoneyChooser(OverviewViewModel model, OverviewWords words) {
        this.model = model;
        this.words = words;
        view.setId("overview-currency");
        view.getStyleClass().add("chip");
        view.setMinWidth(MenuButton.USE_PREF_SIZE);
        view.managedProperty().bind(view.visibleProperty());
        view.setVisible(false);
        model.shown().subscribe(shown -> show(shown.views(), shown.view()));
    }

    MenuButton view() {
        return view;
    }

    private void show(List<CurrencyView> views, @Nullable CurrencyView chosen) {
        if (chosen == null) {
            view.setVisible(false);
            return;
        }
        view.setVisible(views.size() > 1);
        view.setText(words.name(chosen));
        view.setAccessibleText(words.get("currency.accessible", words.name(chosen)));
        List<Object> offers = List.of(List.copyOf(views), chosen);
        if (offers.equals(offered)) {
            // the list may be open
            return;
        }
        offered = offers;
        var group = new ToggleGroup();
        view.getItems().setAll(views.stream().map(one -> {
            var item = new RadioMenuItem(words.name(one));
            item.setToggleGroup(group);
            item.setSelected(one.equals(chosen));
            item.setOnAction(event -> model.choose(one));
            return item;
        }).toList());
    }
}
