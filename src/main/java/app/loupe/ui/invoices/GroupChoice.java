package app.loupe.ui.invoices;

import app.loupe.review.Grouped;
import app.loupe.review.Grouping;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** By what the owner has the list put together, and which groups are folded as long as that lasts. On the FX thread only. */
final class GroupChoice {
    private final ObjectProperty<Optional<Grouping>> by = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Set<Grouped.Key>> folded = new ReadOnlyObjectWrapper<>(Set.of());

    GroupChoice() {
        by.subscribe((before, now) -> folded.set(Set.of()));
    }

    /** Empty for a list without groups. */
    ObjectProperty<Optional<Grouping>> by() {
        return by;
    }

    /** The groups whose rows are hidden, also those that a search leaves out for now. */
    ReadOnlyObjectProperty<Set<Grouped.Key>> folded() {
        return folded.getReadOnlyProperty();
    }

    /** Folds a group, or unfolds it. */
    void fold(Grouped.Key key, boolean fold) {
        Set<Grouped.Key> now = folded.get().stream().filter(one -> !one.equals(key)).collect(Collectors.toSet());
        if (fold) {
            now.add(key);
        }
        folded.set(Set.copyOf(now));
    }

    /** Folds all of these. */
    void foldAll(Collection<Grouped.Group> groups) {
        folded.set(groups.stream().map(Grouped.Group::key).collect(Collectors.toUnmodifiableSet()));
    }

    /** Folds none. */
    void unfoldAll() {
        folded.set(Set.of());
    }
}
