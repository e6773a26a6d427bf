package app.loupe.ui.invoices;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.KeptSearch;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What was searched and chosen for each choice of connections, until the program ends: search and chips belong to what they
 * were chosen for, and come back with it. On the FX thread only.
 */
final class ChoiceMemory {
    private final FilterChoice choice;
    private final Map<Set<ConnectionId>, FilterChoice.State> choices = new HashMap<>();

    /** @param choice what is chosen now */
    ChoiceMemory(FilterChoice choice) {
        this.choice = choice;
    }

    /** Search and company of the last time wait for the connections that they were chosen for. */
    void begin(KeptSearch kept) {
        choices.put(kept.connections(), choice.usual().searching(kept.text()).of(kept.company()));
    }

    /** Takes back what was chosen for these connections; another choice of connections begins without search and chips. */
    void change(Set<ConnectionId> before, Set<ConnectionId> now) {
        if (before.isEmpty()) {
            // the chips of the last time are there already
            FilterChoice.State then = choices.getOrDefault(now, choice.state());
            choice.company().set(then.company());
            choice.search().set(then.search());
        } else {
            choices.put(before, choice.state());
            choice.become(choices.getOrDefault(now, choice.usual()));
        }
    }

    /** Forgets what was chosen for a connection that is gone. */
    void forget(ConnectionId id) {
        choices.keySet().removeIf(of -> of.contains(id));
    }
}
