package testkit;

import app.loupe.domain.BookId;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.InvoiceNews;
import app.loupe.domain.MarkAct;
import app.loupe.domain.NotedChange;
import app.loupe.domain.OwnerBook;
import app.loupe.domain.OwnerNotes;
import app.loupe.domain.PartnerKey;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
    /** Which copy holds an invoice; where it is not said, that of the first connection that leads to its books. */
    public final Map<Long, ConnectionId> holders = new HashMap<>();
    /** What happens before anything is changed. */
    public Runnable beforeChange = () -> {};
    /** What happens before notes to partners are read or written. */
    public volatile Runnable beforeNotes = () -> {};

    private final List<Kept> kept = new ArrayList<>();
    private final Map<BookId, Set<String>> known = new HashMap<>();
    private final Map<BookId, Long> seen = new HashMap<>();
    private long last;

    private record Kept(BookId book, long number, InvoiceChange change) {}

    private final Map<BookId, Map<Long, InvoiceMark>> marks = new HashMap<>();
    private final Map<BookId, Map<Long, String>> partnerNotes = new HashMap<>();

    @Override
    public synchronized void leadsTo(ConnectionId connection, BookId book) {
        beforeChange.run();
        BookId before = leads.put(connection, book);
        if (before != null && !before.equals(book) && !leads.containsValue(before)) {
            kept.replaceAll(one -> one.book().equals(before) ? new Kept(book, one.number(), one.change()) : one);
            marksOf(book).putAll(marksOf(before));
            partnersOf(book).putAll(partnersOf(before));
            marks.remove(before);
            partnerNotes.remove(before);
        }
    }

    private Map<Long, InvoiceMark> marksOf(BookId book) {
        return marks.computeIfAbsent(book, none -> new HashMap<>());
    }

    private Map<Long, String> partnersOf(BookId book) {
        return partnerNotes.computeIfAbsent(book, none -> new HashMap<>());
    }

    private BookId kept(ConnectionId connection) throws ProblemException {
        BookId book = leads.get(connection);
        if (book == null) {
            throw ProblemException.of(ProblemCode.NOTES_NOT_KEPT);
        }
        return book;
    }

    @Override
    public synchronized Map<InvoiceKey, InvoiceMark> marks(Set<ConnectionId> connections) {
        var all = new HashMap<InvoiceKey, InvoiceMark>();
        leads.forEach((connection, book) -> {
            if (connections.contains(connection)) {
                marksOf(book).forEach((id, mark) -> all.put(new InvoiceKey(connection, id), mark));
            }
        });
        return all;
    }

    @Override
    public synchronized Map<InvoiceKey, InvoiceNews> news(Set<ConnectionId> connections) {
        var all = new HashMap<InvoiceKey, InvoiceNews>();
        leads.forEach((connection, book) -> {
            if (connections.contains(connection)) {
                for (Kept one : kept.stream().filter(noted -> noted.book().equals(book)).toList()) {
                    InvoiceChange change = one.change();
                    var news = new InvoiceNews(change.kind() == InvoiceChange.Kind.NEW ? one.number() : 0,
                            change.field().isWritten() ? one.number() : 0);
                    if (!news.equals(InvoiceNews.NONE)) {
                        all.merge(new InvoiceKey(connection, change.invoice()), news,
                                (first, other) -> new InvoiceNews(Math.max(first.cameAt(), other.cameAt()),
                                        Math.max(first.changedAt(), other.changedAt())));
                    }
                }
            }
        });
        return all;
    }

    @Override
    public synchronized Map<InvoiceKey, MarkAct> mark(Map<InvoiceKey, MarkAct> acts) throws ProblemException {
        for (var act : acts.entrySet()) {
            kept(act.getKey().connection());
            OwnerNotes.demandShort(act.getValue());
        }
        var undoing = new HashMap<InvoiceKey, MarkAct>();
        for (var act : acts.entrySet()) {
            Map<Long, InvoiceMark> there = marksOf(kept(act.getKey().connection()));
            InvoiceMark before = there.getOrDefault(act.getKey().id(), InvoiceMark.NONE);
            InvoiceMark after = act.getValue().on(before);
            if (!after.equals(before)) {
                there.put(act.getKey().id(), after);
                there.values().removeIf(InvoiceMark::isEmpty);
                undoing.put(act.getKey(), act.getValue().undoing(before));
            }
        }
        return undoing;
    }

    @Override
    public Map<PartnerKey, String> partnerNotes(Set<ConnectionId> connections) {
        beforeNotes.run();
        var all = new HashMap<PartnerKey, String>();
        leads.forEach((connection, book) -> {
            if (connections.contains(connection)) {
                partnersOf(book).forEach((id, note) -> all.put(new PartnerKey(connection, id), note));
            }
        });
        return all;
    }

    @Override
    public String notePartner(PartnerKey partner, String note) throws ProblemException {
        beforeNotes.run();
        OwnerNotes.demandShort(note);
        Map<Long, String> there = partnersOf(kept(partner.connection()));
        String before = there.getOrDefault(partner.id(), "");
        there.put(partner.id(), note);
        there.values().removeIf(String::isEmpty);
        return before;
    }

    @Override
    public synchronized void ledByOnly(Set<ConnectionId> connections) {
        leads.keySet().retainAll(connections);
    }

    @Override
    public synchronized void note(ConnectionId connection, Instant since, List<InvoiceChange> noted) {
        BookId book = leads.get(connection);
        if (book != null) {
            noted.forEach(change -> kept.add(new Kept(book, ++last, change)));
        }
    }

    @Override
    public void walk(Set<ConnectionId> connections, Instant since, long above, Predicate<NotedChange> further) {
        boolean goOn = true;
        for (Kept one : newestFirst()) {
            ConnectionId holder = holders.get(one.change().invoice());
            Optional<ConnectionId> lead = leads.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(one.book()) && connections.contains(entry.getKey()))
                    .map(Map.Entry::getKey).filter(id -> holder == null || holder.equals(id))
                    .min(Comparator.naturalOrder());
            if (goOn && one.number() > above && lead.isPresent() && !one.change().noticed().isBefore(since)) {
                goOn = further.test(new NotedChange(lead.get(), one.number(), one.change()));
            }
        }
    }

    private synchronized List<Kept> newestFirst() {
        return List.copyOf(kept).reversed();
    }

    @Override
    public synchronized Set<String> knownFindings(ConnectionId connection) {
        BookId book = leads.get(connection);
        return book == null ? Set.of() : Set.copyOf(known.getOrDefault(book, Set.of()));
    }

    @Override
    public synchronized void knowFindings(ConnectionId connection, Set<String> keys) throws ProblemException {
        beforeChange.run();
        BookId book = leads.get(connection);
        if (book == null) {
            throw ProblemException.of(ProblemCode.NOTES_NOT_KEPT);
        }
        known.computeIfAbsent(book, none -> new HashSet<>()).addAll(keys);
    }

    @Override
    public synchronized void unknowFindings(ConnectionId connection, Set<String> keys) {
        BookId book = leads.get(connection);
        if (book != null) {
            known.getOrDefault(book, new HashSet<>()).removeAll(keys);
        }
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
        beforeChange.run();
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
            marks.remove(book);
            partnerNotes.remove(book);
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
