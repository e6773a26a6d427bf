package app.loupe.ui.settings;

import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The look for updates among the settings: who is asked, what is known, and the ways to ask and to read on. */
final class UpdatesRow {
    private UpdatesRow() {}

    /** Puts it below the settings that are there. */
    static void addTo(SettingRows rows, UpdatesViewModel updates, Wording wording) {
        Label explained = Nodes.paragraph("", "muted");
        String asks = wording.get("settings.updates.text", updates.host());
        explained.textProperty().bind(updates.said().map(said -> said.isEmpty() ? asks : asks + " " + said));
        Button page = Nodes.button(wording.get("settings.updates.page"), updates::showPage);
        page.setId("update-page");
        page.visibleProperty().bind(updates.newer().map(newer -> newer.isPresent()));
        page.managedProperty().bind(page.visibleProperty());
        Button now = Nodes.button(wording.get("settings.updates.now"), updates::checkNow);
        now.setId("update-now");
        // not while it asks: the button would lose the focus that pressed it
        now.disableProperty().bind(updates.on().map(on -> !on));
        var choices = new HBox(page, rows.onOff("updates", updates.on()), now);
        choices.getStyleClass().add("setting-choices");
        rows.add("updates", explained, choices);
    }
}
