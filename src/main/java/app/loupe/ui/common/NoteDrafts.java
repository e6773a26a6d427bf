package app.loupe.ui.common;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.OfConnection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed as a private note and is not on the disk: on its way there, too long for it, or refused by a full disk.
 * Outlives the window that it was typed in, so that a lock takes nothing the owner wrote; ends with the program. On the FX
 * thread only.
 */
public final class NoteDrafts {
    private final Map<OfConnection, String> texts = new HashMap<>();

    /** What was typed to this and is not written. */
    Optional<String> of(OfConnection key) {
        return Optional.ofNullable(texts.get(key));
    }

    /** Forgets what was typed to anything of a connection that is gone. */
    public void forget(ConnectionId connection) {
        texts.keySet().removeIf(key -> key.connection().equals(connection));
    }

    void keep(OfConnection key, String text) {
        texts.put(key, text);
    }

    /** A note is on the disk as it says: what was typed is there, unless it has gone on since. */
    public void written(OfConnection key, String note) {
        texts.remove(key, note);
    }
}
