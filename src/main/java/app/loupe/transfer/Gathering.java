package app.loupe.transfer;

import app.loupe.domain.BookId;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.KeptFilter;
import app.loupe.domain.MovedBook;
import app.loupe.domain.MovedChange;
import app.loupe.domain.MovedConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers what the rows of a transfer file say, and refuses what contradicts itself. */
final class Gathering implements AutoCloseable {
    private final RowReader reader;
    private final Map<String, String> settings = new HashMap<>();
    private final List<KeptFilter> filters = new ArrayList<>();
    private final List<MovedConnection> connections = new ArrayList<>();
    private final Map<BookId, Books> books = new LinkedHashMap<>();
    private Books current = new Books(0);
    private long changes;
    private long lastNumber;

    Gathering(RowReader reader) {
        this.reader = reader;
    }

    /** What is said of some books. */
    private record Books(long seen, Map<Long, InvoiceMark> marks, Map<Long, String> notes, Set<String> known) {
        Books(long seen) {
            this(seen, new HashMap<>(), new HashMap<>(), new HashSet<>());
        }
    }

    /** Takes a row, and looks at a change without keeping it. */
    void add(TransferRow row) {
        switch (row.kind()) {
            case SETTING -> {
                List<String> setting = reader.setting(row);
                settings.put(setting.get(0), setting.get(1));
            }
            case FILTER -> filters.add(reader.filter(row));
            case CONNECTION -> connections.add(reader.connection(row));
            case BOOK -> {
                current = new Books(reader.seen(row));
                demand(books.put(reader.book(row), current) == null, "books that came before");
            }
            case MARK -> demand(current.marks.put(reader.id(row), reader.mark(row)) == null,
                    "an invoice that came before");
            case PARTNER -> demand(current.notes.put(reader.id(row), reader.partner(row)) == null,
                    "a partner that came before");
            case KNOWN -> demand(current.known.add(reader.known(row)), "a finding that came before");
            case CHANGE -> {
                MovedChange change = reader.change(row);
                demand(change.number() > lastNumber, "a change out of its order");
                demand(books.containsKey(change.book()), "a change of books that are not named");
                lastNumber = change.number();
                changes++;
            }
            case END -> throw new IllegalArgumentException("the end is no content");
        }
    }

    private static void demand(boolean fits, String otherwise) {
        if (!fits) {
            throw new IllegalArgumentException("a row contradicts another: " + otherwise);
        }
    }

    /** All of it; the passwords are that one's to wipe. */
    TransferContent content() {
        List<MovedBook> all = books.entrySet().stream().map(one -> new MovedBook(one.getKey(), one.getValue().seen,
                one.getValue().marks, one.getValue().notes, one.getValue().known)).toList();
        return new TransferContent(settings, filters, connections, all, changes);
    }

    /** Wipes the passwords. */
    @Override
    public void close() {
        connections.forEach(MovedConnection::close);
    }
}
