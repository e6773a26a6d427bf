package app.loupe.reconcile;

import static app.loupe.reconcile.ReconciledItems.UNKNOWN;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What each side of the items settled, as far as it follows from what is left of them: leaf elimination, as
 * {@link Reconciliations} says it. Immutable.
 */
final class SettledAmounts {
    private final ReconciledItems items;
    private final int[] opposite;
    private final long[] amounts;
    /** Items whose amounts do not come out even. */
    private final BitSet broken = new BitSet();

    /** Finds the amounts of items that all are there. */
    SettledAmounts(ReconciledItems items) {
        this.items = items;
        opposite = items.opposites();
        amounts = new long[items.sides()];
        Arrays.fill(amounts, UNKNOWN);
        eliminate();
    }

    private void eliminate() {
        var left = new long[items.items()];
        var unknown = new int[items.items()];
        // each item becomes a leaf once at most
        var leaves = new int[items.items()];
        int waiting = 0;
        for (int item = 0; item < items.items(); item++) {
            left[item] = items.settled(item);
            unknown[item] = items.firstSide(item + 1) - items.firstSide(item);
            if (left[item] == UNKNOWN) {
                broken.set(item);
            } else if (unknown[item] == 1) {
                leaves[waiting++] = item;
            }
        }
        for (int next = 0; next < waiting; next++) {
            int leaf = leaves[next];
            int side = unknownSide(leaf);
            if (side < 0) {
                continue;
            }
            amounts[side] = left[leaf];
            unknown[leaf] = 0;
            int other = opposite[side];
            if (other < 0 || !isSameCurrency(side, other) || amounts[other] != UNKNOWN) {
                continue;
            }
            int owner = items.owner(other);
            amounts[other] = amounts[side];
            unknown[owner]--;
            left[owner] -= amounts[side];
            if (broken.get(owner)) {
                continue;
            }
            if (left[owner] < 0 || (unknown[owner] == 0 && left[owner] != 0)) {
                broken.set(owner);
            } else if (unknown[owner] == 1) {
                leaves[waiting++] = owner;
            }
        }
    }

    /** The only side of a leaf whose amount is not known; -1 when it became known meanwhile. */
    private int unknownSide(int item) {
        for (int side = items.firstSide(item); side < items.firstSide(item + 1); side++) {
            if (amounts[side] == UNKNOWN) {
                return side;
            }
        }
        return -1;
    }

    /** The item on the other side; -1 when it is not there, or not the only one. */
    int other(int side) {
        return opposite[side] < 0 ? -1 : items.owner(opposite[side]);
    }

    /** What was found of a side, in millionths, also where it does not come out even; {@link ReconciledItems#UNKNOWN} else. */
    long found(int side) {
        return amounts[side];
    }

    /** What a side settled of its item. Between two currencies each side has an amount of its own; otherwise both must agree. */
    long own(int side) {
        int other = opposite[side];
        boolean agreed = other < 0 || !isSameCurrency(side, other)
                || (amounts[other] == amounts[side] && !broken.get(items.owner(other)));
        return broken.get(items.owner(side)) || !agreed ? UNKNOWN : amounts[side];
    }

    /** Whether both sides are there, of one currency, and come out even with the same amount. */
    boolean isAgreed(int side) {
        int other = opposite[side];
        return other >= 0 && amounts[other] == amounts[side] && isSameCurrency(side, other)
                && !broken.get(items.owner(side)) && !broken.get(items.owner(other));
    }

    private boolean isSameCurrency(int side, int other) {
        return items.currency(items.owner(side)) == items.currency(items.owner(other));
    }
}
