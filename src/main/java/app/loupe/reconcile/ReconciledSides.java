package app.loupe.reconcile;

import app.loupe.domain.ReconciledItem;
import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What items were settled with, as {@link Reconciliations} finds it out: a side for every item that a partial reconciliation
 * names, twenty bytes each, by the places in which the items were given. Immutable.
 */
public final class ReconciledSides {
    private final int[] firstSide;
    private final long[] partials;
    private final int[] others;
    private final long[] amounts;

    /** Collects the items; used by one thread, once. */
    public static final class Builder {
        private final ReconciledItems items = new ReconciledItems();

        /** Takes the next item, also one without any. */
        public void add(ReconciledItem item) {
            items.add(item);
        }

        /** Finds the amounts. */
        public ReconciledSides build() {
            return new ReconciledSides(items, new SettledAmounts(items));
        }
    }

    private ReconciledSides(ReconciledItems items, SettledAmounts found) {
        firstSide = new int[items.items() + 1];
        Arrays.setAll(firstSide, items::firstSide);
        partials = new long[items.sides()];
        Arrays.setAll(partials, items::partial);
        others = new int[items.sides()];
        Arrays.setAll(others, found::other);
        amounts = new long[items.sides()];
        Arrays.setAll(amounts, found::own);
    }

    /** The first side of an item; they end before the first one of the next item. */
    public int first(int item) {
        return firstSide[item];
    }

    /** The reconciliation. */
    public long partial(int side) {
        return partials[side];
    }

    /** The place of the item on the other side; -1 when it is not among them, or not the only one. */
    public int other(int side) {
        return others[side];
    }

    /** Whether it is known what it settled of the item. */
    public boolean isKnown(int side) {
        return amounts[side] != ReconciledItems.UNKNOWN;
    }

    /** Whether it is known to have settled nothing. */
    public boolean isNothing(int side) {
        return amounts[side] == 0;
    }

    /** What a side settled that is known: to be added up, not to be shown, as it has needless zeros. */
    public BigDecimal exact(int side) {
        return BigDecimal.valueOf(amounts[side], ReconciledItems.DECIMALS);
    }

    /** What it settled of the item, unsigned, in the item's own currency; null when that is not known. */
    public @Nullable BigDecimal amount(int side) {
        return isKnown(side) ? ReconciledItems.amount(amounts[side]) : null;
    }
}
