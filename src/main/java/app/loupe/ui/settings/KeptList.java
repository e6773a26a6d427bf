package app.loupe.ui.settings;

import app.loupe.domain.ConnectionProfile;
import app.loupe.ui.common.EditRequest;
import app.loupe.ui.common.FocusKept;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Says of each connection from which day on its documents are kept, with the way to its card. Many of them scroll within
 * the room of a few, so that the settings below stay near. On the FX thread.
 */
final class KeptList extends ScrollPane {
    /** Lines that are seen at once. */
    static final int MOST_LINES = 5;

    private final Wording wording;
    private final VBox lines = new VBox();

    KeptList(Wording wording) {
        this.wording = wording;
        setId("kept");
        setContent(lines);
        setFitToWidth(true);
        setMinHeight(Region.USE_PREF_SIZE);
        setAccessibleText(wording.get("settings.kept"));
        lines.getStyleClass().add("kept-lines");
        getStyleClass().add("kept");
    }

    /** Shows these instead of those before. */
    void show(List<ConnectionProfile> connections) {
        FocusKept.through(lines, () -> lines.getChildren().setAll(connections.stream().map(this::line).toList()));
        if (connections.isEmpty()) {
            lines.getChildren().add(Nodes.paragraph(wording.get("settings.kept.none"), "muted"));
        }
        setFocusTraversable(false);
        getStyleClass().removeAll("kept-many");
        if (connections.size() > MOST_LINES) {
            getStyleClass().add("kept-many");
        }
    }

    private HBox line(ConnectionProfile profile) {
        LocalDate since = profile.since();
        Label says = Nodes.paragraph(since == null
                ? wording.get("settings.kept.all", profile.name())
                : wording.get("settings.kept.since", profile.name(), wording.dates().day(since)), "kept-says");
        says.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(says, Priority.ALWAYS);
        var line = new HBox(says);
        line.getStyleClass().add("kept-line");
        // the sample company has no card
        if (profile.kind() == ConnectionProfile.Kind.ODOO) {
            Button change = Nodes.button(wording.get("settings.kept.change"),
                    () -> fireEvent(new EditRequest(profile)));
            change.setAccessibleText(wording.get("settings.kept.change.name", profile.name()));
            change.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(change);
        }
        return line;
    }
}
