package app.loupe.app;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ProblemException;
import app.loupe.domain.UnfilledMark;
import app.loupe.domain.VaultFact;
import app.loupe.domain.VaultRepository;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Remembers in the vault file which connections' copies were damaged and have not been filled again by a sync. Used by
 * several threads: each change reads and writes the mark in one transaction, so that none takes back another.
 */
final class UnfilledCopies {
    private final VaultRepository rows;

    UnfilledCopies(VaultRepository rows) {
        this.rows = rows;
    }

    /** Which ones, among those that there are. */
    Set<ConnectionId> among(Collection<ConnectionId> known) throws ProblemException {
        UnfilledMark mark = mark();
        return known.stream().filter(mark::isOf).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Names each connection where the mark still says "all", and forgets those that are gone. */
    void settle(Collection<ConnectionId> known) throws ProblemException {
        UnfilledMark now = mark();
        if (!now.among(known).text().equals(now.text())) {
            rows.change(VaultFact.COPY_UNFILLED, text -> UnfilledMark.of(text).among(known).text());
        }
    }

    /** A complete run has filled this one of those that there are, or it is gone. */
    void filled(ConnectionId id, Collection<ConnectionId> known) throws ProblemException {
        if (mark().isOf(id)) {
            rows.change(VaultFact.COPY_UNFILLED, text -> UnfilledMark.of(text).without(id, known).text());
        }
    }

    private UnfilledMark mark() throws ProblemException {
        return UnfilledMark.of(rows.facts().get(VaultFact.COPY_UNFILLED));
    }
}
