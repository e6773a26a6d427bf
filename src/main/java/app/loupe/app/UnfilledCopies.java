package app.loupe.app;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ProblemException;
import app.loupe.domain.VaultChange;
import app.loupe.domain.VaultFact;
import app.loupe.domain.VaultRepository;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Remembers in the vault file which connections' copies were damaged and have not been filled again by a sync. */
final class UnfilledCopies {
    /** Stands for every connection: what the store notes when it cannot know which there are. */
    private static final String ALL = "*";

    private final VaultRepository rows;

    UnfilledCopies(VaultRepository rows) {
        this.rows = rows;
    }

    /** Which ones, among those that there are. */
    Set<ConnectionId> among(Collection<ConnectionId> known) throws ProblemException {
        Set<String> noted = noted();
        return known.stream().filter(id -> noted.contains(ALL) || noted.contains(id.value()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Names each connection where the mark still says "all", and forgets those that are gone. */
    void settle(Collection<ConnectionId> known) throws ProblemException {
        if (!noted().isEmpty()) {
            note(among(known).stream().map(ConnectionId::value).collect(Collectors.toCollection(LinkedHashSet::new)));
        }
    }

    /** A complete run has filled this one. */
    synchronized void filled(ConnectionId id) throws ProblemException {
        Set<String> left = noted();
        if (left.remove(id.value())) {
            note(left);
        }
    }

    private Set<String> noted() throws ProblemException {
        String text = rows.facts().getOrDefault(VaultFact.COPY_UNFILLED, "");
        return Arrays.stream(text.split(" ")).filter(id -> !id.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void note(Set<String> ids) throws ProblemException {
        String text = String.join(" ", ids);
        if (!text.equals(rows.facts().getOrDefault(VaultFact.COPY_UNFILLED, ""))) {
            rows.apply(VaultChange.ofFacts(Map.of(VaultFact.COPY_UNFILLED, text)));
        }
    }
}
