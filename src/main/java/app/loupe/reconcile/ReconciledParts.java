package app.loupe.reconcile;

import app.loupe.domain.Blocking;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReconciledItem;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The reconciled items of a copy in parts that are looked at one after the other, so that of large books only some are in
 * memory. Two items belong together when they name the same partial reconciliation or are of the same invoice, and
 * whatever belongs together is in the same part: of its invoices each part says what all items would say. Up to a number
 * of items there is one part, and they are read once. Of more, the ids of their invoices and partial reconciliations stay
 * in memory, twelve bytes each, and the items are read twice, and again for each part. Parts with the greatest ids of
 * partial reconciliations come first. Used by one thread.
 */
public final class ReconciledParts {
    /** Says of a group that no part has it. */
    private static final int NONE = -1;

    private final Source source;
    private final long[] invoices;
    private final long[] partials;
    /**
     * Invoices and behind them partial reconciliations, each the place of another of its group, which is further behind; of the
     * last of a group a number below zero: how many items the group has, and in the end its part.
     */
    private final int[] next;
    private final int count;
    private @Nullable Reconciliations held;
    private int heldPart;

    /** The items, in any order, the same each time they are asked for. */
    @FunctionalInterface
    public interface Source {
        /** Gives every item. */
        @Blocking
        void each(Consumer<ReconciledItem> visitor) throws ProblemException;
    }

    /**
     * Which items are asked about; what belongs to none of them is in no part.
     *
     * @param invoices by their invoices
     * @param items by their own ids
     */
    public record Asked(LongPredicate invoices, LongPredicate items) {
        /** All of them. */
        public static final Asked ALL = new Asked(any -> true, any -> true);

        private boolean about(ReconciledItem item) {
            return invoices.test(item.invoice()) || items.test(item.id());
        }
    }

    /** What the first reading finds. */
    private static final class Counting {
        private final int most;
        private final DistinctIds invoices = new DistinctIds();
        private final DistinctIds partials = new DistinctIds();
        private Reconciliations.@Nullable Builder few = new Reconciliations.Builder();
        private int items;

        Counting(int most) {
            this.most = most;
        }

        void add(ReconciledItem item) {
            items++;
            if (items > most) {
                few = null;
            }
            if (few != null) {
                few.add(item);
            }
            if (item.invoice() != 0) {
                invoices.add(item.invoice());
            }
            item.partials().forEach(partials::add);
        }
    }

    private ReconciledParts(Source source, Counting counted, Asked asked, int most) throws ProblemException {
        this.source = source;
        held = counted.few == null ? null : counted.few.build();
        invoices = held == null ? counted.invoices.take() : new long[0];
        partials = held == null ? counted.partials.take() : new long[0];
        next = new int[invoices.length + partials.length];
        count = held == null ? cut(asked, most) : 1;
    }

    /**
     * Finds the parts.
     *
     * @param most items of a part, more only when they all belong together
     */
    @Blocking
    public static ReconciledParts of(Source source, int most, Asked asked) throws ProblemException {
        return new ReconciledParts(source, counted(source, most), asked, most);
    }

    private static Counting counted(Source source, int most) throws ProblemException {
        var counting = new Counting(most);
        source.each(counting::add);
        return counting;
    }

    /** How many parts there are; at least one. */
    public int count() {
        return count;
    }

    /** The part that has the items of an invoice; the first one when it has none. */
    public int of(long invoice) {
        int place = Arrays.binarySearch(invoices, invoice);
        return place < 0 ? 0 : Math.max(0, partAt(place));
    }

    /** What is known of the items of a part. The one that was asked for last stays in memory. */
    @Blocking
    public Reconciliations part(int part) throws ProblemException {
        if (held == null || part != heldPart) {
            // never two of them
            held = null;
            held = read(part);
            heldPart = part;
        }
        return held;
    }

    private Reconciliations read(int part) throws ProblemException {
        var own = new Reconciliations.Builder();
        source.each(item -> {
            int place = placeOf(item);
            if (place >= 0 && partAt(place) == part) {
                own.add(item);
            }
        });
        return own.build();
    }

    private int partAt(int place) {
        return NONE - 1 - next[last(place)];
    }

    private int placeOf(ReconciledItem item) {
        if (item.invoice() != 0) {
            return Arrays.binarySearch(invoices, item.invoice());
        }
        return item.partials().isEmpty() ? NONE : placeOf(item.partials().getFirst());
    }

    /** The place of a partial reconciliation; below zero when it was not there. */
    private int placeOf(long partial) {
        int found = Arrays.binarySearch(partials, partial);
        return found < 0 ? found : invoices.length + found;
    }

    /** Finds the groups, and puts those that are asked about into parts; returns how many parts there are. */
    private int cut(Asked asked, int most) throws ProblemException {
        Arrays.fill(next, NONE);
        var about = new BitSet();
        source.each(item -> {
            int place = join(item);
            if (place >= 0 && asked.about(item)) {
                about.set(place);
            }
        });
        // only now it is known which one is the last of each group
        var groups = new BitSet();
        about.stream().map(this::last).forEach(groups::set);
        int part = 0;
        int filled = 0;
        for (int place = next.length - 1; place >= 0; place--) {
            if (next[place] < 0) {
                int items = NONE - next[place];
                boolean wanted = groups.get(place);
                if (wanted && filled > 0 && filled + items > most) {
                    part++;
                    filled = 0;
                }
                filled += wanted ? items : 0;
                next[place] = wanted ? NONE - 1 - part : NONE;
            }
        }
        return part + 1;
    }

    /** Counts an item for its group, which from now on is one with all that the item names; returns a place in it. */
    private int join(ReconciledItem item) {
        int place = item.invoice() == 0 ? NONE : Arrays.binarySearch(invoices, item.invoice());
        for (long partial : item.partials()) {
            int other = placeOf(partial);
            if (place >= 0 && other >= 0) {
                join(last(place), last(other));
            }
            place = Math.max(place, other);
        }
        if (place >= 0) {
            next[last(place)]--;
        }
        return place;
    }

    private void join(int one, int other) {
        if (one != other) {
            int first = Math.min(one, other);
            int last = Math.max(one, other);
            next[last] += next[first] - NONE;
            next[first] = last;
        }
    }

    /** The last of a group; shortens the way there for those who ask next. */
    private int last(int place) {
        int at = place;
        while (next[at] >= 0) {
            int behind = next[at];
            if (next[behind] >= 0) {
                next[at] = next[behind];
            }
            at = behind;
        }
        return at;
    }
}
