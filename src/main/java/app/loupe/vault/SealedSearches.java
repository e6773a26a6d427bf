package app.loupe.vault;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.KeptFilter;
import app.loupe.domain.KeptSearch;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SearchMemory;
import app.loupe.domain.VaultChange;
import app.loupe.domain.VaultFact;
import app.loupe.domain.VaultRepository;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the last search and the named filters in the vault file, sealed with the keys of the vault, until the connections
 * they need are deleted.
 */
final class SealedSearches implements SearchMemory {
    private final VaultRepository repository;
    private final VouchedConnections connections;
    private final SealedFacts facts;
    private final LentKeys keys;

    SealedSearches(VaultRepository repository, VouchedConnections connections, SealedFacts facts, LentKeys keys) {
        this.repository = repository;
        this.connections = connections;
        this.facts = facts;
        this.keys = keys;
    }

    @Override
    public void keepSearch(KeptSearch search) throws ProblemException {
        keys.change(open -> {
            MasterKeys now = open.current();
            boolean toKeep = search.isToKeep() && connections.known(now).containsAll(search.connections());
            boolean asItIs = toKeep
                    ? search(now).equals(Optional.of(search))
                    : !repository.facts().containsKey(VaultFact.SEARCH);
            if (!asItIs) {
                repository.apply(VaultChange.ofFacts(
                        Map.of(VaultFact.SEARCH, toKeep ? facts.sealedSearch(now, search) : "")));
            }
        });
    }

    @Override
    public Optional<KeptSearch> keptSearch() throws ProblemException {
        return keys.ask(open -> search(open.current()));
    }

    @Override
    public void keepFilters(List<KeptFilter> filters) throws ProblemException {
        keys.change(open -> {
            MasterKeys now = open.current();
            Map<VaultFact, String> changed = taking(now, filters, !connections.known(now).isEmpty());
            if (!changed.isEmpty()) {
                repository.apply(VaultChange.ofFacts(changed));
            }
        });
    }

    private static void demandToKeep(List<KeptFilter> filters) {
        if (filters.size() > KeptFilter.MOST || !filters.stream().allMatch(KeptFilter::isToKeep)) {
            throw new IllegalArgumentException("filters that are not to be kept");
        }
    }

    /**
     * The fact to set so that these filters are kept; none when they are.
     *
     * @param hasConnections whether there is a connection, without which none are kept
     * @throws IllegalArgumentException as {@link SearchMemory#keepFilters}
     */
    Map<VaultFact, String> taking(MasterKeys now, List<KeptFilter> filters, boolean hasConnections)
            throws ProblemException {
        demandToKeep(filters);
        String before = filters(now);
        String toKeep = hasConnections ? FilterText.text(filters, before) : "";
        return before.equals(toKeep)
                ? Map.of()
                : Map.of(VaultFact.FILTERS, toKeep.isEmpty() ? "" : facts.sealedFilters(now, toKeep));
    }

    @Override
    public List<KeptFilter> keptFilters() throws ProblemException {
        return keys.ask(open -> filtersOf(open.current()));
    }

    /** The filters that are kept. */
    List<KeptFilter> filtersOf(MasterKeys now) throws ProblemException {
        return FilterText.read(filters(now));
    }

    /**
     * The facts to clear when this connection is deleted: the search if it was in it or does not open, and the filters if
     * it was the last connection.
     */
    Map<VaultFact, String> goingWith(MasterKeys now, ConnectionId id) throws ProblemException {
        var going = new HashMap<VaultFact, String>();
        if (search(now).filter(search -> !search.connections().contains(id)).isEmpty()) {
            going.put(VaultFact.SEARCH, "");
        }
        if (Set.of(id).containsAll(connections.known(now))) {
            going.put(VaultFact.FILTERS, "");
        }
        return going;
    }

    /** The text of the filters that are kept; empty when there are none, or they do not open with the key. */
    private String filters(MasterKeys now) throws ProblemException {
        return Optional.ofNullable(repository.facts().get(VaultFact.FILTERS))
                .flatMap(sealed -> facts.filters(now, sealed)).orElse("");
    }

    private Optional<KeptSearch> search(MasterKeys now) throws ProblemException {
        return Optional.ofNullable(repository.facts().get(VaultFact.SEARCH))
                .flatMap(sealed -> facts.search(now, sealed));
    }
}
