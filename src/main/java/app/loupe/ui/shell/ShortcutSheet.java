package app.loupe.ui.shell;

import app.loupe.ui.common.Card;
import app.loupe.ui.common.CardBody;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Lists the keys of the window, each with what it does. */
final class ShortcutSheet implements Card {
    private final VBox view = new VBox();
    private final Button close;

    /** @param help leads to the guide; empty where there is none */
    ShortcutSheet(List<Shortcut> table, Wording wording, Runnable onClose, Optional<Runnable> help) {
        close = Nodes.button(wording.get("keys.close"), onClose, Styles.ACCENT);
        close.setId("close-shortcuts");
        var grid = new GridPane();
        grid.getStyleClass().add("shortcut-grid");
        for (int i = 0; i < table.size(); i++) {
            Shortcut one = table.get(i);
            var keys = new HBox();
            keys.getStyleClass().add("shortcut-keys");
            for (String key : one.shown(wording)) {
                Label shown = Nodes.label(key, "key");
                shown.setMinWidth(Region.USE_PREF_SIZE);
                keys.getChildren().add(shown);
            }
            // where the sheet scrolls its bar takes some of their room: they break and are not cut
            grid.addRow(i, keys, Nodes.paragraph(one.name(), "shortcut-name"));
        }
        var foot = new HBox();
        foot.setAlignment(Pos.CENTER_RIGHT);
        help.map(open -> Nodes.button(wording.get("nav.help"), open)).ifPresent(link -> {
            link.setId("open-help");
            foot.getChildren().addAll(link, Nodes.spacer());
        });
        foot.getChildren().add(close);
        view.setId("shortcut-sheet");
        view.getStyleClass().addAll("card", "shortcut-sheet");
        view.getChildren().addAll(Nodes.label(wording.get("keys.title"), "card-title"), new CardBody(grid), foot);
        // a dialog has no row that the keyboard could read: the whole of it is its name
        close.setAccessibleHelp(String.join("; ",
                table.stream().map(one -> String.join(", ", one.shown(wording)) + ": " + one.name()).toList()));
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void opened() {
        close.requestFocus();
    }

    @Override
    public void closed() {
        // nothing goes on
    }
}
