package testkit;

import app.loupe.domain.BookId;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.NotedChange;
import app.loupe.domain.OwnerBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The owner's book in memory; it keeps every change, however old. */
public final class InMemoryBook implements OwnerBook {
    /** Where each connection leads. */
    public final Map<ConnectionId, BookId> leads = new LinkedHashMap<>();
    /** What happens before anything is changed. */
    public Runnable beforeChange = () -> {};

    private final Map<BookId, List<InvoiceChange>> changes = new HashMap<>();
    private final Map<BookId, Long> seen = new HashMap<>();

    @Override
    public void leadsTo(ConnectionId connection, BookId book) {
        beforeChange.run();
        BookId before = leads.put(connection, book);
        if (before != null && !before.equals(book) && !leads.containsValue(before)) {
            of(book).addAll(changes.getOrDefault(before, List.of()));
            changes.remove(before);
        }
    }

    @Override
    public void ledByOnly(Set<ConnectionId> connections) {
        leads.keySet().retainAll(connections);
    }

    private List<InvoiceChange> of(BookId book) {
        return changes.computeIfAbsent(book, none -> new ArrayList<>());
    }

    @Override
    public void note(ConnectionId connection, List<InvoiceChange> noted) {
        BookId book = leads.get(connection);
        if (book != null) {
            of(book).addAll(noted);
        }
    }

    @Override
    public void each(Set<ConnectionId> connections, Instant since, Consumer<NotedChange> consumer) {
        leads.forEach((connection, book) -> {
            if (connections.contains(connection)) {
                List<InvoiceChange> all = changes.getOrDefault(book, List.of());
                for (int i = all.size(); i > 0; i--) {
                    if (!all.get(i - 1).noticed().isBefore(since)) {
                        consumer.accept(new NotedChange(connection, i, all.get(i - 1)));
                    }
                }
            }
        });
    }

    @Override
    public long seen(ConnectionId connection) {
        BookId book = leads.get(connection);
        return book == null ? 0 : seen.getOrDefault(book, 0L);
    }

    @Override
    public void see(ConnectionId connection, long number) {
        BookId book = leads.get(connection);
        if (book != null) {
            seen.merge(book, number, Math::max);
        }
    }

    @Override
    public void forget(ConnectionId connection) {
        beforeChange.run();
        BookId book = leads.remove(connection);
        if (book != null && !leads.containsValue(book)) {
            changes.remove(book);
            seen.remove(book);
        }
    }

    @Override
    public void release(ConnectionId connection) {
        beforeChange.run();
        leads.remove(connection);
    }

    /** How many changes are kept of these books, whoever leads there. */
    public int kept(BookId book) {
        return changes.getOrDefault(book, List.of()).size();
    }

    @Override
    public void close() {
        // nothing to close
    }
}
