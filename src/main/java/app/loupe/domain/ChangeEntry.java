package app.loupe.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that one run found changed at one invoice.
 *
 * @param changes newest first; never empty
 * @param then what the invoice said after them, of the fields that are another by now: as far as the changes that were given
 *     beside these tell it
 */
public record ChangeEntry(InvoiceKey key, ChangeKind kind, List<NotedChange> changes, Map<InvoiceField, String> then) {
    /** Of these an entry is told in short. */
    private static final Set<InvoiceField> TOLD = EnumSet.of(InvoiceField.TYPE, InvoiceField.CURRENCY,
            InvoiceField.INVOICE_DATE, InvoiceField.DUE_DATE, InvoiceField.AMOUNT_TOTAL,
            InvoiceField.AMOUNT_RESIDUAL);

    /** Copies the collections. */
    public ChangeEntry {
        changes = List.copyOf(changes);
        then = Map.copyOf(then);
    }

    /** Runs are counted by each computer: what came from another has the same numbers, and other moments. */
    private record Place(InvoiceKey key, int run, Instant noticed) {}

    /** The changes of a place, and what was to change after them. */
    private record Found(List<NotedChange> changes, Map<InvoiceField, String> then) {}

    /**
     * Groups changes by invoice and run, each group where its first change stood. Those that came later say what an invoice was
     * at a time: leave out entries afterwards, not the changes of a time.
     */
    public static List<ChangeEntry> of(List<NotedChange> newestFirst) {
        Map<Place, Found> places = new LinkedHashMap<>();
        Map<InvoiceKey, Map<InvoiceField, String>> later = new HashMap<>();
        for (NotedChange noted : newestFirst) {
            InvoiceChange change = noted.change();
            var key = new InvoiceKey(noted.connection(), change.invoice());
            places.computeIfAbsent(new Place(key, change.run(), change.noticed()),
                    none -> new Found(new ArrayList<>(), Map.copyOf(later.getOrDefault(key, Map.of())))).changes()
                    .add(noted);
            if (change.kind() == InvoiceChange.Kind.CHANGED && TOLD.contains(change.field())) {
                later.computeIfAbsent(key, none -> new EnumMap<>(InvoiceField.class)).put(change.field(),
                        change.before());
            }
        }
        return places.entrySet().stream().map(one -> new ChangeEntry(one.getKey().key(),
                ChangeKind.of(one.getValue().changes().stream().map(NotedChange::change).toList()),
                one.getValue().changes(), one.getValue().then())).toList();
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
