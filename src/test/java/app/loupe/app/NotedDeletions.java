package app.loupe.app;

import app.loupe.domain.BegunDeletion;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Connections.Notes;
import app.loupe.domain.DeletionMemory;
import app.loupe.domain.LastDeletion;
import app.loupe.domain.ProblemException;
import app.loupe.domain.VaultChange;
import app.loupe.domain.VaultFact;
import app.loupe.domain.VaultRepository;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The deletions that have begun in stores of memory: the fact names them in plain, a space between two.
 *
 * @param rows where the fact is: the stores, or what stands before them
 */
record NotedDeletions(MemoryStores stores, VaultRepository rows) implements DeletionMemory {
    private Set<ConnectionId> ids() throws ProblemException {
        return Arrays.stream(rows.facts().getOrDefault(VaultFact.PENDING_DELETION, "").split(" "))
                .filter(id -> !id.isEmpty()).map(ConnectionId::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public List<BegunDeletion> begun() throws ProblemException {
        return ids().stream().map(id -> new BegunDeletion(id, stores.keeping.contains(id) ? Notes.STAY : Notes.GO,
                stores.deletionsLeftTo)).toList();
    }

    @Override
    public void begin(ConnectionId id, Notes notes) throws ProblemException {
        Set<ConnectionId> begun = ids();
        begun.add(id);
        apply(begun, Map.of());
        keep(id, notes == Notes.STAY);
    }

    @Override
    public void end(ConnectionId id, Optional<LastDeletion> finished) throws ProblemException {
        Set<ConnectionId> left = ids();
        left.remove(id);
        apply(left, finished.map(last -> Map.of(VaultFact.LAST_DELETION, last.text())).orElse(Map.of()));
        keep(id, false);
    }

    private void keep(ConnectionId id, boolean stays) {
        if (stays) {
            stores.keeping.add(id);
        } else {
            stores.keeping.remove(id);
        }
    }

    private void apply(Set<ConnectionId> begun, Map<VaultFact, String> others) throws ProblemException {
        var facts = new EnumMap<VaultFact, String>(VaultFact.class);
        facts.putAll(others);
        facts.put(VaultFact.PENDING_DELETION,
                begun.stream().map(ConnectionId::value).collect(Collectors.joining(" ")));
        rows.apply(VaultChange.ofFacts(facts));
    }
}
