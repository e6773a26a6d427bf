package app.loupe.review;

import app.loupe.domain.Blocking;
import app.loupe.domain.ChangeEntry;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.NotedChange;
import app.loupe.domain.OwnerBook;
import app.loupe.domain.ProblemException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What changed in some connections, as it was read at one moment, newest first. Immutable.
 *
 * @param rows the invoices of the entries, as far as the copy has them
 * @param upTo the newest change of each connection, also of those that are no entry here; none where there is none
 * @param cut whether there are more than {@link #MOST_CHANGES}: these are the newest
 */
public record ChangeFeed(List<ChangeEntry> entries, Map<InvoiceKey, InvoiceRow> rows, Map<ConnectionId, Long> upTo,
        boolean cut) {
    /** The most changes that are read at once: a window shows them, a file holds more. */
    public static final int MOST_CHANGES = 20_000;
    /** Nothing changed. */
    public static final ChangeFeed EMPTY = new ChangeFeed(List.of(), Map.of(), Map.of(), false);

    /** Copies. */
    public ChangeFeed {
        entries = List.copyOf(entries);
        rows = Map.copyOf(rows);
        upTo = Map.copyOf(upTo);
    }

    /** Reads what the owner may look at. */
    @Blocking
    public static ChangeFeed read(OwnerBook book, InvoiceReader copy, Set<ConnectionId> connections, ChangeSpan span,
            Clock clock) throws ProblemException {
        ChangeFeed bare = bare(book, connections, span, clock);
        return new ChangeFeed(bare.entries, rows(copy, bare.entries), bare.upTo, bare.cut);
    }

    /** The same without the invoices: what the history alone knows. */
    @Blocking
    public static ChangeFeed bare(OwnerBook book, Set<ConnectionId> connections, ChangeSpan span, Clock clock)
            throws ProblemException {
        var seen = new HashMap<ConnectionId, Long>();
        for (ConnectionId one : connections) {
            seen.put(one, book.seen(one));
        }
        long leastSeen = seen.values().stream().mapToLong(Long::longValue).min().orElse(0);
        var noted = new ArrayList<NotedChange>();
        var upTo = new HashMap<ConnectionId, Long>();
        long above = span == ChangeSpan.UNSEEN ? leastSeen : 0;
        book.walk(connections, span.since(clock), above, one -> {
            upTo.putIfAbsent(one.connection(), one.number());
            boolean wanted = span != ChangeSpan.UNSEEN || one.number() > seen.getOrDefault(one.connection(), 0L);
            if (wanted && noted.size() <= MOST_CHANGES) {
                noted.add(one);
            }
            return noted.size() <= MOST_CHANGES;
        });
        boolean cut = noted.size() > MOST_CHANGES;
        List<ChangeEntry> entries = ChangeEntry.of(cut ? noted.subList(0, MOST_CHANGES) : noted);
        return new ChangeFeed(entries, Map.of(), upTo, cut);
    }

    /** The invoices of these entries, as far as the copy has them. */
    @Blocking
    public static Map<InvoiceKey, InvoiceRow> rows(InvoiceReader copy, List<ChangeEntry> entries)
            throws ProblemException {
        var ids = new HashMap<ConnectionId, Set<Long>>();
        entries.forEach(entry -> ids.computeIfAbsent(entry.key().connection(), none -> new HashSet<>())
                .add(entry.key().id()));
        var rows = new HashMap<InvoiceKey, InvoiceRow>();
        for (var one : ids.entrySet()) {
            copy.rows(one.getKey(), one.getValue()).forEach(row -> rows.put(row.key(), row));
        }
        return rows;
    }
}
