package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.NotedChange;
import app.loupe.store.BookRows.Noted;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A part of the noted changes, read at once.
 *
 * @param wanted those of it that were asked for, newest first
 * @param read how many were read
 * @param last the lowest number that was read; what is below it comes next
 */
record BookPart(List<NotedChange> wanted, int read, long last) {
    /**
     * Reads at most this many changes with numbers below one, noticed since an instant, of the books that these
     * connections lead to.
     */
    static BookPart of(BookTables tables, Set<ConnectionId> asked, long below, Instant since, int most)
            throws SQLException {
        var leads = new HashMap<Long, ConnectionId>();
        for (ConnectionId id : new TreeSet<>(asked)) {
            tables.of(id.value()).ifPresent(book -> leads.putIfAbsent(book.id(), id));
        }
        List<Noted> read = leads.isEmpty() ? List.of() : tables.changes(below, since, most);
        var wanted = new ArrayList<NotedChange>();
        for (Noted one : read) {
            ConnectionId lead = leads.get(one.book());
            if (lead != null) {
                wanted.add(new NotedChange(lead, one.number(), one.change()));
            }
        }
        return new BookPart(wanted, read.size(), read.isEmpty() ? below : read.getLast().number());
    }
}
