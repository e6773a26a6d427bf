package app.loupe.ui.common;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.OfConnection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was typed as a private note and is not on the disk: on its way there, too long for it, or refused by a full disk.
 * Outlives the window that it was typed in, so that a lock takes nothing the owner wrote; ends with the program. On the FX
 * thread only.
 */
public final class NoteDrafts {
    private final Map<OfConnection, String> texts = new HashMap<>();
    /** Those of which a text was refused, until one is written: what was typed since is tried again, and may be refused, too. */
    private final Set<OfConnection> refused = new HashSet<>();

    /** What was typed to this and is not written. */
    Optional<String> of(OfConnection key) {
        return Optional.ofNullable(texts.get(key));
    }

    /** Forgets what was typed to anything of a connection that is gone. */
    public void forget(ConnectionId connection) {
        texts.keySet().removeIf(key -> key.connection().equals(connection));
        refused.retainAll(texts.keySet());
    }

    /**
     * Whether something was typed that would be lost with the program: too long, or refused. What is on its way is not, unless
     * one to the same was refused before.
     */
    public boolean wouldBeLost() {
        return !refused.isEmpty() || texts.values().stream().anyMatch(NoteDrafts::isTooLong);
    }

    /** Whether a note has more characters than are kept of one. */
    static boolean isTooLong(String note) {
        return note.length() > InvoiceMark.LONGEST_NOTE;
    }

    void keep(OfConnection key, String text) {
        texts.put(key, text);
    }

    /** The writing of this note has ended, well or not; call after {@link #written} where it went well. */
    public void tried(OfConnection key, String note) {
        if (note.equals(texts.get(key))) {
            refused.add(key);
        }
    }

    /** A note is on the disk as it says: what was typed is there, unless it has gone on since. */
    public void written(OfConnection key, String note) {
        if (texts.remove(key, note)) {
            refused.remove(key);
        }
    }
}
