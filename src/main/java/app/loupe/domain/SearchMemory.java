package app.loupe.domain;

import java.util.List;
import java.util.Optional;

/**
 * Carries what an owner searches from one window to the next, sealed: the search of the last time, and the filters with a
 * name. None outlives the connections that it is about.
 */
@Blocking
public interface SearchMemory {
    /**
     * Keeps this search, sealed, in the place of the one before. One that is not to be kept, or that names a connection
     * which the vault does not know, ends that: none is kept then.
     */
    void keepSearch(KeptSearch search) throws ProblemException;

    /** The search that is kept; empty when there is none, or when it does not open with the key. */
    Optional<KeptSearch> keptSearch() throws ProblemException;

    /**
     * Keeps these filters, sealed, in the place of those before; without a connection that the vault knows none is kept.
     *
     * @throws IllegalArgumentException when one is not to be kept, or there are more than {@link KeptFilter#MOST}
     */
    void keepFilters(List<KeptFilter> filters) throws ProblemException;

    /** The filters that are kept, in their order; none when they do not open with the key. */
    List<KeptFilter> keptFilters() throws ProblemException;
}
