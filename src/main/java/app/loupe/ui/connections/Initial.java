package app.loupe.ui.connections;

import app.loupe.domain.ConnectionProfile;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** The coloured first letter of a connection; {@link InitialColours} says in which colour. */
final class Initial extends StackPane {
    private final Label letter = new Label();

    Initial(ConnectionProfile profile, int colour) {
        getStyleClass().addAll("initial", "initial-" + colour);
        getChildren().add(letter);
        show(profile);
    }

    void show(ConnectionProfile profile) {
        int first = profile.name().strip().codePointAt(0);
        letter.setText(Character.toString(first).toUpperCase(Locale.ROOT));
    }
}
