package app.loupe.ui.connections;

import app.loupe.domain.ConnectionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which colour the first letter of a connection has. The id says which one it would like; where another has it already, the
 * next one that the fewest have. So none is shared while another is free, and a connection keeps its colour as long as it is
 * listed, whatever comes or goes beside it; of those that are listed at once, the one that was added first chooses first. On
 * the FX thread.
 */
final class InitialColours {
    /** How many the style sheet has. */
    static final int COUNT = 8;

    private final Map<ConnectionId, Integer> given = new HashMap<>();

    /** These are listed now, in the order in which they were added. */
    void list(List<ConnectionId> listed) {
        given.keySet().retainAll(listed);
        for (ConnectionId id : listed) {
            if (!given.containsKey(id)) {
                given.put(id, free(id));
            }
        }
    }

    private int free(ConnectionId id) {
        int wanted = Math.floorMod(id.value().hashCode(), COUNT);
        int best = wanted;
        for (int step = 1; step < COUNT; step++) {
            int next = (wanted + step) % COUNT;
            best = users(next) < users(best) ? next : best;
        }
        return best;
    }

    private long users(int colour) {
        return given.values().stream().filter(one -> one == colour).count();
    }

    /** The colour of one that is listed: 0 or more, below {@link #COUNT}. */
    int of(ConnectionId id) {
        return given.getOrDefault(id, 0);
    }
}
