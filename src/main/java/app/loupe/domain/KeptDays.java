package app.loupe.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * From which day on copies hold documents: what lies before is not in them, which is not the same as nothing.
 *
 * @param all from this day on all of the copies hold documents; empty where none has a first day
 * @param any from this day on at least one of them does; empty where one has no first day
 */
public record KeptDays(Optional<LocalDate> all, Optional<LocalDate> any) {
    /** Of copies that hold everything. */
    public static final KeptDays EVERYTHING = new KeptDays(Optional.empty(), Optional.empty());

    /** Those of the copies of these connections together. */
    public static KeptDays of(Collection<ConnectionProfile> connections) {
        List<LocalDate> days = connections.stream().map(ConnectionProfile::keptFrom).filter(Objects::nonNull)
                .map(LocalDate.class::cast).toList();
        return new KeptDays(days.stream().max(Comparator.naturalOrder()),
                days.size() < connections.size() ? Optional.empty() : days.stream().min(Comparator.naturalOrder()));
    }

    /** Whether a time that begins on this day is wholly in all of the copies. */
    public boolean isWholeFrom(LocalDate first) {
        return all.filter(first::isBefore).isEmpty();
    }

    /** Whether of a time that ends with this day nothing is in any of the copies. */
    public boolean isNothingTo(LocalDate last) {
        return any.filter(last::isBefore).isPresent();
    }
}
