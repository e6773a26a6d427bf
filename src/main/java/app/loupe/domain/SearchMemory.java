package app.loupe.domain;

import java.util.List;
import java.util.Optional;

/**
 * Keeps what an owner searched for the next window, sealed: the last search and the named filters. Neither outlives its
 * connections.
 */
@Blocking
public interface SearchMemory {
    /**
     * Keeps this search, sealed, in the place of the one before. If this one is not to be kept, or names a connection
     * that the vault does not know, no search is kept.
     */
    void keepSearch(KeptSearch search) throws ProblemException;

    /** The search that is kept; empty when there is none, or when it does not open with the key. */
    Optional<KeptSearch> keptSearch() throws ProblemException;

    /**
     * Keeps these filters, sealed, in the place of those before; while the vault knows no connection, none are kept.
     *
     * @throws IllegalArgumentException when one is not to be kept, or there are more than {@link KeptFilter#MOST}
     */
    void keepFilters(List<KeptFilter> filters) throws ProblemException;

    /** The filters that are kept, in their order; none when they do not open with the key. */
    List<KeptFilter> keptFilters() throws ProblemException;
}
