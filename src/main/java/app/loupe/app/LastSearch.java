package app.loupe.app;

import app.loupe.domain.Blocking;
import app.loupe.domain.KeptSearch;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SearchMemory;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the search over from one window to the next, sealed in the vault. A failure is noted in the log and nowhere
 * else: nobody loses work with a search. Safe for use by several threads.
 */
final class LastSearch {
    private static final Logger LOG = LoggerFactory.getLogger(LastSearch.class);

    private final SearchMemory memory;

    LastSearch(SearchMemory memory) {
        this.memory = memory;
    }

    /** What was searched last; empty when nothing was, or it cannot be read. */
    @Blocking
    Optional<KeptSearch> read() {
        try {
            return memory.keptSearch();
        } catch (ProblemException refused) {
            LOG.warn("the last search cannot be read: {}", refused.problem().code().key());
            return Optional.empty();
        }
    }

    /** Keeps this one instead. */
    @Blocking
    void write(KeptSearch search) {
        try {
            memory.keepSearch(search);
        } catch (ProblemException refused) {
            LOG.warn("the search cannot be kept: {}", refused.problem().code().key());
        }
    }
}
