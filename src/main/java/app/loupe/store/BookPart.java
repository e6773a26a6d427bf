package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.MovedBooks;
import app.loupe.store.BookRows.Lead;
import app.loupe.store.BookRows.Noted;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A part of the noted changes, read at once.
 *
 * @param wanted those of it that are of the books that were asked for, newest first
 * @param leads which connections lead to each of these books, those that were not asked for too
 * @param read how many were read
 * @param last the lowest number that was read; what is below it comes next
 */
record BookPart(List<Noted> wanted, Map<Long, SortedSet<ConnectionId>> leads, int read, long last) {
    /** The numbers between two, without them. */
    record Numbers(long above, long below) {}

    /**
     * Reads the newest changes with some numbers, as many as are read at once, noticed since an instant, of the books that these
     * connections lead to.
     */
    static BookPart of(BookTables tables, Set<ConnectionId> asked, Numbers numbers, Instant since)
            throws SQLException {
        var leads = new HashMap<Long, SortedSet<ConnectionId>>();
        for (Lead lead : tables.leads()) {
            leads.computeIfAbsent(lead.book(), none -> new TreeSet<>()).add(new ConnectionId(lead.connection()));
        }
        leads.values().removeIf(connections -> connections.stream().noneMatch(asked::contains));
        List<Noted> read = leads.isEmpty() ? List.of() : tables.changes(numbers, since, MovedBooks.CHANGES_AT_ONCE);
        return new BookPart(read.stream().filter(one -> leads.containsKey(one.book())).toList(), leads, read.size(),
                read.isEmpty() ? numbers.below() : read.getLast().number());
    }
}
