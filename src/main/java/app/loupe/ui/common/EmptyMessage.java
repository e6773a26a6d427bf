package app.loupe.ui.common;

import app.loupe.domain.ConnectionProfile;
import java.util.List;
import javafx.scene.layout.VBox;

/** Says why there is nothing, and what to do. */
public final class EmptyMessage extends VBox {
    private EmptyMessage(String title, String text) {
        getChildren().addAll(Nodes.label(title, "empty-title"), Nodes.paragraph(text, "muted"));
        getStyleClass().add("empty-message");
    }

    /** The texts of this key and of the same with ".text". */
    public static EmptyMessage of(Wording wording, String key, Object... arguments) {
        return new EmptyMessage(wording.get(key, arguments), wording.get(key + ".text", arguments));
    }

    /**
     * Why nothing is known of the figures of these connections; of those that were synced it is this key. Nothing is said
     * of them, nor that there are none, before something was read.
     */
    public static EmptyMessage of(Wording wording, List<ConnectionProfile> connections, boolean read, String key,
            Object... arguments) {
        return of(wording, !read
                ? "figures.empty.loading"
                : connections.isEmpty()
                        ? "figures.empty.no-connection"
                        : connections.stream().allMatch(profile -> profile.lastSynced() == null)
                                ? "figures.empty.never-synced"
                                : key,
                arguments);
    }
}
