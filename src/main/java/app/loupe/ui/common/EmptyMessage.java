package app.loupe.ui.common;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.KeptDays;
import app.loupe.domain.Problem;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
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
     * That the first sync failed, and why in a few words, with a button that tries again; empty where one of these connections
     * was synced before, or none has failed.
     */
    public static Optional<EmptyMessage> firstFailed(Wording wording, List<ConnectionProfile> connections,
            SyncControl sync) {
        return connections.stream().allMatch(profile -> profile.lastSynced() == null)
                ? sync.failure().getValue().map(problem -> failed(wording, problem, sync))
                : Optional.empty();
    }

    private static EmptyMessage failed(Wording wording, Problem problem, SyncControl sync) {
        var message = new EmptyMessage(wording.get("empty.first-failed"),
                wording.get("empty.first-failed.text", wording.shown().title(problem)));
        Button again = Nodes.button(wording.get("empty.first-failed.again"), sync::start);
        again.setId("try-again");
        message.getChildren().add(again);
        return message;
    }

    /** The same of figures; that the first sync failed where nothing was ever synced. */
    public static EmptyMessage of(Wording wording, List<ConnectionProfile> connections, boolean read, SyncControl sync,
            String key) {
        return (read ? firstFailed(wording, connections, sync) : Optional.<EmptyMessage>empty())
                .orElseGet(() -> of(wording, connections, read, key));
    }

    /**
     * This key; of copies that begin on a day, which do not know what was open before, that they hold nothing of it.
     *
     * @param key of what is said of whole copies
     */
    public static String keyOf(List<ConnectionProfile> connections, String key) {
        return KeptDays.of(connections).all().isEmpty() ? key : "figures.empty.kept";
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
