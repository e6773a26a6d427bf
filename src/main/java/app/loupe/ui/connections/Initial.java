package app.loupe.ui.connections;

import app.loupe.domain.ConnectionProfile;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** The coloured first letter of a connection; the colour follows from the id and never changes. */
final class Initial extends StackPane {
    private static final int COLOURS = 8;

    private final Label letter = new Label();

    Initial(ConnectionProfile profile) {
        getStyleClass().addAll("initial", "initial-" + Math.floorMod(profile.id().value().hashCode(), COLOURS));
        getChildren().add(letter);
        show(profile);
    }

    void show(ConnectionProfile profile) {
        int first = profile.name().strip().codePointAt(0);
        letter.setText(Character.toString(first).toUpperCase(Locale.ROOT));
    }
}
