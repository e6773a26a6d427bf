package app.loupe.review;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.CopyChange;
import app.loupe.domain.CopyChanges;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ShownDecimals;
import app.loupe.owed.Subledger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Keeps the {@link Books} of the connections that were asked for last, and their {@link Subledger}s, for all screens
 * together: read whole once, then kept up to date by what changed. Safe for use by several threads; one waits for the other.
 */
@Blocking
public final class Shelf {
    private static final CopyChange NOTHING = new CopyChange(false, Set.of(), Set.of(), Set.of());

    private final InvoiceReader reader;
    private final CopyChanges changes;
    private final SubledgerShelf subledgers;
    private final ShownDecimals decimals;
    /** What changed and the books do not show yet. */
    private final Map<ConnectionId, CopyChange> pending = new HashMap<>();
    private Set<ConnectionId> connections = Set.of();
    private Books books = Books.EMPTY;
    private boolean whole;

    /** Reads from a copy and takes what is noted about it: nobody else may take the changes. */
    public Shelf(InvoiceReader reader, CopyChanges changes) {
        this(reader, changes, new ShownDecimals());
    }

    /**
     * The same.
     *
     * @param decimals learn of the currencies in what is read
     */
    public Shelf(InvoiceReader reader, CopyChanges changes, ShownDecimals decimals) {
        this.reader = reader;
        this.decimals = decimals;
        this.changes = changes;
        subledgers = new SubledgerShelf(reader, decimals::learnNew);
    }

    /**
     * Another shelf, which reads what this one does in another way, from the beginning. It lasts as long as one question: what
     * changes meanwhile it does not see.
     */
    public Shelf through(UnaryOperator<InvoiceReader> way) {
        return new Shelf(way.apply(reader), new CopyChanges(), decimals);
    }

    /** The books of these connections as the copy is now; with lines once they were asked for. */
    public synchronized Books books(Set<ConnectionId> ids) throws ProblemException {
        return upToDate(ids, false);
    }

    /** The same with all printed lines: reads them when they are not here yet. */
    public synchronized Books withLines(Set<ConnectionId> ids) throws ProblemException {
        return upToDate(ids, true);
    }

    /** The receivable and payable items of these connections as the copy is now: reads them when they are not here yet. */
    public synchronized Map<ConnectionId, Subledger> subledgers(Set<ConnectionId> ids) throws ProblemException {
        take();
        return subledgers.of(ids);
    }

    /** The same where a screen has read them all before; empty where it would take reading them whole. */
    public synchronized Optional<Map<ConnectionId, Subledger>> subledgersRead(Set<ConnectionId> ids)
            throws ProblemException {
        take();
        return subledgers.hasRead(ids) ? Optional.of(subledgers.of(ids)) : Optional.empty();
    }

    /** With how many decimals amounts of what was read are shown. */
    public ShownDecimals decimals() {
        return decimals;
    }

    /** Taken before anything is read: what is stored meanwhile is read twice rather than never. */
    private void take() {
        Map<ConnectionId, CopyChange> taken = changes.take();
        subledgers.note(taken);
        taken.forEach((connection, change) -> pending.merge(connection, change, CopyChange::and));
    }

    private Books upToDate(Set<ConnectionId> ids, boolean lines) throws ProblemException {
        take();
        Map<ConnectionId, CopyChange> taken = Map.copyOf(pending);
        pending.clear();
        boolean same = whole && ids.equals(connections);
        Books before = books;
        boolean withLines = lines || (same && books.hasLines());
        boolean anew = !same || ids.stream().anyMatch(id -> taken.getOrDefault(id, NOTHING).all());
        whole = false;
        if (anew) {
            var writer = new BooksWriter();
            reader.rows(ids, writer);
            books = writer.written();
            connections = Set.copyOf(ids);
        } else {
            read(taken);
        }
        whole = true;
        if (withLines && !books.hasLines()) {
            var writer = new LinesWriter(books);
            reader.printedLines(ids, writer);
            books = writer.written();
        }
        if (books != before) {
            decimals.learn(BookedPlaces.of(books));
        }
        return books;
    }

    private void read(Map<ConnectionId, CopyChange> taken) throws ProblemException {
        var rows = new ArrayList<InvoiceRow>();
        var invoices = new HashMap<ConnectionId, Set<Long>>();
        for (ConnectionId id : connections) {
            CopyChange change = taken.getOrDefault(id, NOTHING);
            var ids = new HashSet<>(change.invoices());
            ids.addAll(books.ofPartners(id, change.partners()));
            if (!ids.isEmpty()) {
                rows.addAll(reader.rows(id, ids));
            }
            if (!change.invoices().isEmpty()) {
                invoices.put(id, change.invoices());
            }
        }
        Books now = books.with(rows);
        if (now.hasLines() && !invoices.isEmpty()) {
            var writer = new LinesWriter(now, invoices);
            for (var one : invoices.entrySet()) {
                reader.printedLines(one.getKey(), one.getValue(), writer);
            }
            now = writer.written();
        }
        books = now;
    }
}
