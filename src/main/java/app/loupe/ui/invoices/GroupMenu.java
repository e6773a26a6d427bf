package app.loupe.ui.invoices;

import app.loupe.domain.EnumKey;
import app.loupe.review.Grouping;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/** The chip that puts the list together by customer, month, status, company, currency or journal. */
final class GroupMenu {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final List<Grouping> ALL = List.of(Grouping.CUSTOMER, Grouping.MONTH, Grouping.STATUS,
            Grouping.COMPANY, Grouping.CURRENCY, Grouping.JOURNAL);

    private final InvoicesViewModel model;
    private final InvoiceWords words;
    private final ToggleGroup toggles = new ToggleGroup();
    private final MenuItem foldAll;
    private final MenuItem unfoldAll;
    private final MenuButton button = new MenuButton();

    GroupMenu(InvoicesViewModel model, InvoiceWords words) {
        this.model = model;
        this.words = words;
        GroupChoice groups = model.groups();
        button.setId("group-by");
        button.getStyleClass().add("chip");
        button.setMinWidth(MenuButton.USE_PREF_SIZE);
        button.getItems().add(item(Optional.empty()));
        ALL.forEach(by -> button.getItems().add(item(Optional.of(by))));
        foldAll = act("group-fold-all", () -> groups.foldAll(model.result().get().groups()));
        unfoldAll = act("group-unfold-all", groups::unfoldAll);
        button.getItems().addAll(new SeparatorMenuItem(), foldAll, unfoldAll);
        groups.by().subscribe(this::show);
    }

    MenuButton button() {
        return button;
    }

    private RadioMenuItem item(Optional<Grouping> by) {
        var item = new RadioMenuItem(name(by));
        item.setId("group-" + by.map(EnumKey::of).orElse("none"));
        item.setUserData(by);
        item.setMnemonicParsing(false);
        item.setToggleGroup(toggles);
        item.setOnAction(event -> model.groups().by().set(by));
        return item;
    }

    private MenuItem act(String id, Runnable act) {
        var item = new MenuItem(words.get(id.replaceFirst("-", ".")));
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> act.run());
        return item;
    }

    private void show(Optional<Grouping> by) {
        toggles.getToggles().stream().filter(item -> by.equals(item.getUserData()))
                .forEach(item -> item.setSelected(true));
        foldAll.setDisable(by.isEmpty());
        unfoldAll.setDisable(by.isEmpty());
        button.setText(by.isEmpty() ? words.get("group") : words.get("group.chosen", name(by)));
        button.setAccessibleText(words.get("group.accessible", name(by)));
        button.pseudoClassStateChanged(CHOSEN, by.isPresent());
    }

    private String name(Optional<Grouping> by) {
        return words.get("group.by." + by.map(EnumKey::of).orElse("none"));
    }
}
