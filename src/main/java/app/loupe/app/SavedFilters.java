package app.loupe.app;

import app.loupe.domain.Blocking;
import app.loupe.domain.KeptFilter;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SearchMemory;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the filters that the owner named over from one window to the next, sealed in the vault. Of lists that follow
 * each other the newest is what stays, whichever is written last. Safe for use by several threads.
 */
final class SavedFilters {
    private static final Logger LOG = LoggerFactory.getLogger(SavedFilters.class);

    private final SearchMemory memory;
    private final AtomicReference<List<KeptFilter>> newest = new AtomicReference<>(List.of());

    SavedFilters(SearchMemory memory) {
        this.memory = memory;
    }

    /** What was kept; none when there is nothing, or it cannot be read. */
    @Blocking
    List<KeptFilter> read() {
        try {
            newest.set(memory.keptFilters());
        } catch (ProblemException refused) {
            LOG.warn("the saved filters cannot be read: {}", refused.problem().code().key());
        }
        return newest.get();
    }

    /** These are to be kept from now on. */
    void next(List<KeptFilter> filters) {
        newest.set(List.copyOf(filters));
    }

    /**
     * Keeps the newest.
     *
     * @return how many these are
     */
    @Blocking
    synchronized int write() throws ProblemException {
        List<KeptFilter> now = newest.get();
        memory.keepFilters(now);
        return now.size();
    }
}
