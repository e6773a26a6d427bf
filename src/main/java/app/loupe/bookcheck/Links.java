package app.loupe.bookcheck;

import app.loupe.domain.OwedItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Knows which receivable and payable items were reconciled with each other: two that name one partial. */
final class Links {
    private final List<OwedItem> items = new ArrayList<>();
    private final Map<Long, List<OwedItem>> byPartial = new HashMap<>();

    void add(OwedItem item) {
        items.add(item);
        item.partials().forEach(partial -> byPartial.computeIfAbsent(partial, none -> new ArrayList<>(2)).add(item));
    }

    List<OwedItem> items() {
        return items;
    }

    /** What an item was reconciled with, as far as it is in the copy. */
    Stream<OwedItem> others(OwedItem item) {
        return item.partials().stream().flatMap(partial -> byPartial.getOrDefault(partial, List.of()).stream())
                .filter(other -> other.id() != item.id());
    }

    /** Whether the other side of everything that it was reconciled with is in the copy. */
    boolean areWhole(OwedItem item) {
        return item.partials().stream()
                .allMatch(partial -> byPartial.getOrDefault(partial, List.of()).size() > 1);
    }
}
