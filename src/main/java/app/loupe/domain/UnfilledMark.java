package app.loupe.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of {@link VaultFact#COPY_UNFILLED}: the connections whose copies were damaged and have not been filled
 * again; or all, as long as it is not known which connections there are.
 */
public final class UnfilledMark {
    private static final String ALL = "*";

    private final Set<String> ids;

    private UnfilledMark(Collection<String> ids) {
        this.ids = ids.contains(ALL) ? Set.of(ALL) : new LinkedHashSet<>(ids);
    }

    /** Reads the text of the fact; null and the empty text mean no connection. */
    public static UnfilledMark of(@Nullable String text) {
        return new UnfilledMark(Arrays.stream((text == null ? "" : text).split(" ")).filter(id -> !id.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** The mark of every connection. */
    public static UnfilledMark ofAll() {
        return new UnfilledMark(Set.of(ALL));
    }

    /** The mark of these as well. */
    public UnfilledMark with(Collection<String> more) {
        var all = new LinkedHashSet<>(ids);
        all.addAll(more);
        return new UnfilledMark(all);
    }

    /** The mark with each connection named in place of "all", and without connections that are gone. */
    public UnfilledMark among(Collection<ConnectionId> known) {
        return new UnfilledMark(known.stream().filter(this::isOf).map(ConnectionId::value)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** The mark of the others among these. */
    public UnfilledMark without(ConnectionId filled, Collection<ConnectionId> known) {
        return among(known.stream().filter(id -> !id.equals(filled)).toList());
    }

    /** Whether the copy of this one is to be filled again. */
    public boolean isOf(ConnectionId id) {
        return ids.contains(ALL) || ids.contains(id.value());
    }

    /** The text of the fact; empty when it means no connection. */
    public String text() {
        return String.join(" ", ids);
    }
}
