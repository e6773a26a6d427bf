package app.loupe.store;

import app.loupe.domain.Applied;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Decides what a page changes in the copy: new and changed records are written; for unchanged records only a new write
 * date.
 */
final class PageDiff<R extends RecordEntity> {
    private final Map<Long, CopyTransaction.Known> known;
    private final List<R> written = new ArrayList<>();
    private final Map<Long, Instant> touched = new HashMap<>();
    private int added;
    private int unchanged;

    /** Against what the copy knows of the page's records. */
    PageDiff(Map<Long, CopyTransaction.Known> known) {
        this.known = known;
    }

    /** Takes one record, each id once; returns whether its row is written. */
    boolean take(long id, Instant writeDate, ContentHash hash, Supplier<R> row) {
        CopyTransaction.Known before = known.get(id);
        if (before != null && before.says(hash)) {
            unchanged++;
            if (!before.writeDate().equals(writeDate)) {
                touched.put(id, writeDate);
            }
            return false;
        }
        added += before == null ? 1 : 0;
        written.add(row.get());
        return true;
    }

    /** The rows to be written, in the order of the page. */
    List<R> written() {
        return written;
    }

    /** The write dates of unchanged records. */
    Map<Long, Instant> touched() {
        return touched;
    }

    /** What the page did when all of it is written. */
    Applied applied() {
        return new Applied(added, written.size() - added, unchanged);
    }
}
