package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceChange.Kind;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.NotedChange;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.Stamp;
import app.loupe.domain.SystemAccount;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A vault and its book in a folder, opened with a fixed key. */
final class OpenBook implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-05-06T07:08:09Z");

    /** What the copies hold. */
    final Map<ConnectionId, Map<Long, Presence>> held = new HashMap<>();
    final VaultFile vault;
    final OwnerBookFile book;

    OpenBook(Path folder) throws ProblemException {
        this(folder, (byte) 9, OpenStore.CLOCK);
    }

    OpenBook(Path folder, byte keyByte, Clock clock) throws ProblemException {
        this(folder, OpenStore.ANNA, keyByte, clock);
    }

    OpenBook(Path folder, SystemAccount account, byte keyByte, Clock clock) throws ProblemException {
        vault = VaultFile.open(folder, false, account);
        boolean whole = false;
        try (Secret key = OpenStore.key(keyByte)) {
            book = OwnerBookFile.open(vault, key, this::held, clock);
            whole = true;
        } finally {
            if (!whole) {
                vault.close();
            }
        }
    }

    private Map<Long, Presence> held(ConnectionId connection, Set<Long> invoices) {
        var some = new HashMap<>(held.getOrDefault(connection, Map.of()));
        some.keySet().retainAll(invoices);
        return some;
    }

    /** A change of the amount of an invoice. */
    static InvoiceChange change(long invoice, Instant noticed, String before, String after) {
        return new InvoiceChange(invoice, "INV/2026/" + invoice, 1, 3, noticed, Kind.CHANGED,
                InvoiceField.AMOUNT_TOTAL, 0, before, after, true);
    }

    /** Notes a change of each of these invoices. */
    void note(ConnectionId connection, long... invoices) throws ProblemException {
        for (long invoice : invoices) {
            book.note(connection, Stamp.NEVER, List.of(change(invoice, NOW, "1.00", "2.00")));
        }
    }

    /** The invoices whose changes are kept, newest first. */
    List<Long> invoices(ConnectionId connection) throws ProblemException {
        return all(connection).stream().map(noted -> noted.change().invoice()).toList();
    }

    List<NotedChange> all(ConnectionId connection) throws ProblemException {
        var all = new ArrayList<NotedChange>();
        book.each(Set.of(connection), Instant.EPOCH, all::add);
        return all;
    }

    List<String> warnings() {
        return book.warnings().stream().map(Problem::code).map(Enum::name).toList();
    }

    @Override
    public void close() {
        book.close();
        vault.close();
    }
}
