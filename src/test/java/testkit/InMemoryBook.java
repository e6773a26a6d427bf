package testkit;

import app.loupe.domain.BookId;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.NotedChange;
import app.loupe.domain.OwnerBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The owner's book in memory; it keeps every change, however old. */
public final class InMemoryBook implements OwnerBook {
    /** Where each connection leads. */
    public final Map<ConnectionId, BookId> leads = new LinkedHashMap<>();
    /** What happens before anything is changed. */
    public Runnable beforeChange = () -> {};

    private final List<Kept> kept = new ArrayList<>();
    private final Map<BookId, Long> seen = new HashMap<>();
    private long last;

    private record Kept(BookId book, long number, InvoiceChange change) {}

    @Override
    public synchronized void leadsTo(ConnectionId connection, BookId book) {
        beforeChange.run();
        BookId before = leads.put(connection, book);
        if (before != null && !before.equals(book) && !leads.containsValue(before)) {
            kept.replaceAll(one -> one.book().equals(before) ? new Kept(book, one.number(), one.change()) : one);
        }
    }

    @Override
    public synchronized void ledByOnly(Set<ConnectionId> connections) {
        leads.keySet().retainAll(connections);
    }

    @Override
    public synchronized void note(ConnectionId connection, List<InvoiceChange> noted) {
        BookId book = leads.get(connection);
        if (book != null) {
            noted.forEach(change -> kept.add(new Kept(book, ++last, change)));
        }
    }

    @Override
    public void walk(Set<ConnectionId> connections, Instant since, Predicate<NotedChange> further) {
        boolean goOn = true;
        for (Kept one : newestFirst()) {
            Optional<ConnectionId> lead = leads.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(one.book()) && connections.contains(entry.getKey()))
                    .map(Map.Entry::getKey).min(Comparator.naturalOrder());
            if (goOn && lead.isPresent() && !one.change().noticed().isBefore(since)) {
                goOn = further.test(new NotedChange(lead.get(), one.number(), one.change()));
            }
        }
    }

    private synchronized List<Kept> newestFirst() {
        return List.copyOf(kept).reversed();
    }

    @Override
    public synchronized long seen(ConnectionId connection) {
        BookId book = leads.get(connection);
        return book == null ? 0 : seen.getOrDefault(book, 0L);
    }

    @Override
    public synchronized void see(ConnectionId connection, long number) {
        BookId book = leads.get(connection);
        if (book != null) {
            seen.merge(book, number, Math::max);
        }
    }

    @Override
    public synchronized void unsee(ConnectionId connection, long marked, long before) {
        BookId book = leads.get(connection);
        if (book != null && seen.getOrDefault(book, 0L) == marked) {
            seen.put(book, before);
        }
    }

    @Override
    public void forget(ConnectionId connection) {
        beforeChange.run();
        BookId book = leads.remove(connection);
        if (book != null && !leads.containsValue(book)) {
            kept.removeIf(one -> one.book().equals(book));
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
        return (int) kept.stream().filter(one -> one.book().equals(book)).count();
    }

    @Override
    public void close() {
        // nothing to close
    }
}
