package app.loupe.review;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.CopyChange;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.OwedItem;
import app.loupe.domain.ProblemException;
import app.loupe.owed.Subledger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Keeps the {@link Subledger} of each connection that was asked for last, by what changed since; one thread at a time. */
@Blocking
final class SubledgerShelf {
    private final InvoiceReader reader;
    private final Consumer<Map<String, Integer>> told;
    private final Map<ConnectionId, Subledger> kept = new HashMap<>();
    private final Map<ConnectionId, Stale> stale = new HashMap<>();

    /** What is not known any more of a connection. */
    private record Stale(Set<Long> invoices, Set<Long> items) {}

    /** @param told gets with how many decimals each currency is shown, whenever items were read */
    SubledgerShelf(InvoiceReader reader, Consumer<Map<String, Integer>> told) {
        this.reader = reader;
        this.told = told;
    }

    /** Notes what changed; reads nothing. */
    void note(Map<ConnectionId, CopyChange> changes) {
        changes.forEach((connection, change) -> {
            // another commercial partner owns items all over the connection
            if (change.all() || !change.partners().isEmpty()) {
                kept.remove(connection);
            }
            if (kept.containsKey(connection)) {
                Stale noted = stale.computeIfAbsent(connection, none -> new Stale(new HashSet<>(), new HashSet<>()));
                noted.invoices().addAll(change.invoices());
                noted.items().addAll(change.items());
            } else {
                stale.remove(connection);
            }
        });
    }

    /** Whether there are such connections, and nothing of them would have to be read but what changed. */
    boolean hasRead(Set<ConnectionId> connections) {
        return !connections.isEmpty() && kept.keySet().containsAll(connections);
    }

    /** The subledgers of these connections as the copy is now. */
    Map<ConnectionId, Subledger> of(Set<ConnectionId> connections) throws ProblemException {
        kept.keySet().retainAll(connections);
        stale.keySet().retainAll(connections);
        for (ConnectionId connection : connections) {
            Subledger known = kept.get(connection);
            var places = new BookedPlaces.OfItems();
            if (known == null) {
                var builder = new Subledger.Builder();
                reader.owedItems(connection, places.andThen(builder));
                kept.put(connection, builder.build());
            } else if (stale.containsKey(connection)) {
                Stale noted = stale.get(connection);
                var items = new ArrayList<OwedItem>();
                reader.owedItems(connection, noted.invoices(), noted.items(), places.andThen(items::add));
                kept.put(connection, known.with(noted.invoices(), noted.items(), items));
            }
            Map<String, Integer> shown = places.shown();
            if (!shown.isEmpty()) {
                told.accept(shown);
            }
            // only what was read is known again
            stale.remove(connection);
        }
        return Map.copyOf(kept);
    }
}
