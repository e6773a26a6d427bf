package app.loupe.vault;

import app.loupe.domain.BegunDeletion;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Connections.Notes;
import app.loupe.domain.DeletionMemory;
import app.loupe.domain.LastDeletion;
import app.loupe.domain.ProblemException;
import app.loupe.domain.VaultChange;
import app.loupe.domain.VaultFact;
import app.loupe.domain.VaultRepository;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps in the vault file which deletions have begun, sealed with the keys of the vault. */
final class SealedDeletions implements DeletionMemory {
    private final VaultRepository repository;
    private final LentKeys keys;

    SealedDeletions(VaultRepository repository, LentKeys keys) {
        this.repository = repository;
        this.keys = keys;
    }

    @Override
    public List<BegunDeletion> begun() throws ProblemException {
        return keys.ask(open -> {
            var begun = new ArrayList<BegunDeletion>();
            for (PlacedDeletion one : open.deletions(repository.facts())) {
                begun.add(new BegunDeletion(one.id(), one.notes(), open.elsewhere(one.place())));
            }
            return List.copyOf(begun);
        });
    }

    @Override
    public void begin(ConnectionId id, Notes notes) throws ProblemException {
        keys.change(open -> {
            List<PlacedDeletion> begun = without(open, id);
            begun.add(new PlacedDeletion(id, notes, open.place()));
            repository.apply(VaultChange.ofFacts(open.noted(begun)));
        });
    }

    @Override
    public void end(ConnectionId id, Optional<LastDeletion> finished) throws ProblemException {
        keys.change(open -> {
            Map<VaultFact, String> facts = new HashMap<>(open.noted(without(open, id)));
            finished.ifPresent(last -> facts.put(VaultFact.LAST_DELETION, last.text()));
            repository.apply(VaultChange.ofFacts(facts));
        });
    }

    private List<PlacedDeletion> without(VaultKeys open, ConnectionId id) throws ProblemException {
        List<PlacedDeletion> others = new ArrayList<>(open.deletions(repository.facts()));
        others.removeIf(one -> one.id().equals(id));
        return others;
    }
}
