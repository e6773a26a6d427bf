package app.loupe.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that one run found changed at one invoice.
 *
 * @param changes newest first; never empty
 */
public record ChangeEntry(InvoiceKey key, ChangeKind kind, List<NotedChange> changes) {
    /** Copies the list. */
    public ChangeEntry {
        changes = List.copyOf(changes);
    }

    /** Runs are counted by each computer: what came from another has the same numbers, and other moments. */
    private record Place(InvoiceKey key, int run, Instant noticed) {}

    /** Groups changes by invoice and run, each group where its first change stood. */
    public static List<ChangeEntry> of(List<NotedChange> newestFirst) {
        Map<Place, List<NotedChange>> places = new LinkedHashMap<>();
        for (NotedChange noted : newestFirst) {
            InvoiceChange change = noted.change();
            places.computeIfAbsent(
                    new Place(new InvoiceKey(noted.connection(), change.invoice()), change.run(), change.noticed()),
                    none -> new ArrayList<>()).add(noted);
        }
        return places.entrySet().stream().map(one -> new ChangeEntry(one.getKey().key(),
                ChangeKind.of(one.getValue().stream().map(NotedChange::change).toList()), one.getValue())).toList();
    }

    /** The number of its newest change. */
    public long number() {
        return changes.getFirst().number();
    }

    /** When the run found it. */
    public Instant noticed() {
        return changes.getFirst().change().noticed();
    }

    /** The number that the invoice had then; empty for a draft without one. */
    public String name() {
        return changes.getFirst().change().name();
    }

    /** The first change of this kind and field, counted from the oldest, as the run reported them. */
    public Optional<InvoiceChange> find(InvoiceChange.Kind kind, InvoiceField field) {
        return changes.reversed().stream().map(NotedChange::change)
                .filter(change -> change.kind() == kind && change.field() == field).findFirst();
    }
}
