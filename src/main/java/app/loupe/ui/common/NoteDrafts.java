package app.loupe.ui.common;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.OfConnection;
import java.util.ArrayDeque;
import java.util.Deque;
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
    private final Deque<Runnable> whenTried = new ArrayDeque<>();
    private int onTheirWay;

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

    /** A note is given away to be written; {@link Attempt#ended} must follow, however that goes. */
    public Attempt attempt(OfConnection key, String note) {
        onTheirWay++;
        return new Attempt(key, note);
    }

    /** Whether a note is on its way to the disk. */
    public boolean areOnTheirWay() {
        return onTheirWay > 0;
    }

    /** Calls back once no note is on its way to the disk: at once when none is. */
    public void whenTried(Runnable then) {
        whenTried.add(then);
        tellTried();
    }

    private void tellTried() {
        while (onTheirWay == 0 && !whenTried.isEmpty()) {
            whenTried.removeFirst().run();
        }
    }

    /** One note on its way to the disk. */
    public final class Attempt {
        private final OfConnection key;
        private final String note;
        private boolean done;

        private Attempt(OfConnection key, String note) {
            this.key = key;
            this.note = note;
        }

        /** It is on the disk. */
        public void written() {
            done = true;
            NoteDrafts.this.written(key, note);
        }

        /** Nothing more comes of it: what {@link #written} did not say by now was refused, whatever was typed since. */
        public void ended() {
            if (!done && texts.containsKey(key)) {
                refused.add(key);
            }
            onTheirWay--;
            tellTried();
        }
    }

    /** A note is on the disk as it says: what was typed is there, unless it has gone on since. */
    public void written(OfConnection key, String note) {
        if (texts.remove(key, note)) {
            refused.remove(key);
        }
    }
}
