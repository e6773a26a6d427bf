package app.loupe.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one transaction does to the vault file.
 *
 * @param deleted rows that go
 * @param sealedAgain rows whose ciphertext is replaced
 * @param facts values to set; an empty text removes the fact
 */
public record VaultChange(Set<ConnectionId> deleted, List<StoredConnection> sealedAgain, Map<VaultFact, String> facts) {
    /** Copies the collections. */
    public VaultChange {
        deleted = Set.copyOf(deleted);
        sealedAgain = List.copyOf(sealedAgain);
        facts = Map.copyOf(facts);
    }

    /** Only facts. */
    public static VaultChange ofFacts(Map<VaultFact, String> facts) {
        return new VaultChange(Set.of(), List.of(), facts);
    }
}
