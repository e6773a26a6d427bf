package app.loupe.reconcile;

import static app.loupe.reconcile.ReconciledItems.UNKNOWN;

import app.loupe.domain.ReconciledItem;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who settled what, found out without asking Odoo for the payment box of any invoice, which costs it a hundred times what
 * the items cost. Two items that name the same partial reconciliation are its two sides. An item with one amount that is
 * not known yet gives it all that is left of what was settled of the item; that is taken off at the other side, and so on
 * (leaf elimination). An item of which nothing was settled in its currency, a difference of exchange rates, settles nothing
 * on the other side either, so that the amounts beside it are known. What this does not settle, what two currencies meet in,
 * and what has a side that is not in the copy is not guessed: for those invoices the box is to be asked.
 */
public final class Reconciliations {
    private final ReconciledItems items;
    private final int[] opposite;
    private final long[] amounts;
    private final int[] byInvoice;
    private final int[] byId;
    /** Items whose amounts do not come out even. */
    private final BitSet broken = new BitSet();

    /** Collects the items; used by one thread, once. */
    public static final class Builder {
        private final ReconciledItems items = new ReconciledItems();

        /** Takes one item. */
        public void add(ReconciledItem item) {
            items.add(item);
        }

        /** Finds the amounts. */
        public Reconciliations build() {
            return new Reconciliations(items);
        }
    }

    /**
     * One part of an invoice that was settled.
     *
     * @param item the item on the other side
     * @param partial the reconciliation that settled it
     * @param amount unsigned, in the invoice's currency
     * @param beyond whether it was not reconciled with the invoice but, for nothing, with what settled it; it may be of
     *     another invoice that was settled by the same
     */
    public record Part(long item, long partial, BigDecimal amount, boolean beyond) {
        /**
         * Whether it settled nothing in the invoice's currency: a difference of exchange rates, or an entry that
         * somebody wrote like one. How much it is in the company's currency does not follow from the reconciliations.
         */
        public boolean isMoneyless() {
            return amount.signum() == 0;
        }
    }

    /**
     * One partial reconciliation, seen from one of its items.
     *
     * @param other the item on the other side; 0 when it is not in the copy, or not the only one
     * @param amount what it settled of this item, unsigned, in this item's own currency; null when that is not known
     */
    public record Side(long other, @Nullable BigDecimal amount) {}

    private Reconciliations(ReconciledItems items) {
        this.items = items;
        opposite = items.opposites();
        byInvoice = items.byInvoice();
        byId = items.byId();
        amounts = new long[items.sides()];
        Arrays.fill(amounts, UNKNOWN);
        eliminate();
    }

    private void eliminate() {
        var left = new long[items.items()];
        var unknown = new int[items.items()];
        var leaves = new ArrayDeque<Integer>();
        for (int item = 0; item < items.items(); item++) {
            left[item] = items.settled(item);
            unknown[item] = items.firstSide(item + 1) - items.firstSide(item);
            if (left[item] == UNKNOWN) {
                broken.set(item);
            } else if (unknown[item] == 1) {
                leaves.add(item);
            }
        }
        for (Integer leaf = leaves.poll(); leaf != null; leaf = leaves.poll()) {
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
                leaves.add(owner);
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

    private boolean isSameCurrency(int side, int other) {
        return items.currency(items.owner(side)) == items.currency(items.owner(other));
    }

    /**
     * The parts of an invoice that were settled, which add up to what its items and its own amounts say, and the
     * differences of exchange rates that what settled it was reconciled with.
     *
     * @param settled how much of the invoice is no longer open, unsigned
     * @return empty when only the payment box knows
     */
    public Optional<List<Part>> parts(long invoice, BigDecimal settled) {
        var parts = new ArrayList<Part>();
        var others = new TreeSet<Integer>();
        long sum = 0;
        for (int at = first(byInvoice, invoice, true); at < byInvoice.length
                && items.invoice(byInvoice[at]) == invoice; at++) {
            int item = byInvoice[at];
            for (int side = items.firstSide(item); side < items.firstSide(item + 1); side++) {
                if (!isKnown(side)) {
                    return Optional.empty();
                }
                sum += amounts[side];
                parts.add(part(side, false));
                others.add(items.owner(opposite[side]));
            }
        }
        boolean certain = sum == ReconciledItems.millionths(settled);
        for (int other : others) {
            certain &= addBeyond(other, parts);
        }
        return certain ? Optional.of(parts) : Optional.empty();
    }

    private Part part(int side, boolean beyond) {
        return new Part(items.id(items.owner(opposite[side])), items.partial(side),
                ReconciledItems.amount(amounts[side]), beyond);
    }

    /** Adds what settled nothing of this item; false when that is not certain. */
    private boolean addBeyond(int item, List<Part> parts) {
        for (int side = items.firstSide(item); side < items.firstSide(item + 1); side++) {
            int other = opposite[side] < 0 ? -1 : items.owner(opposite[side]);
            if (isMoneyless(side)) {
                parts.add(part(side, true));
            } else if (items.settled(item) > 0 && (amounts[side] == 0 || (other >= 0 && items.settled(other) == 0)
                    || (other < 0 && amounts[side] == UNKNOWN))) {
                // it may be a difference; of one that is not here only an amount tells that it is none
                return false;
            }
        }
        return true;
    }

    /** The sides of an item; none of one that was not given. */
    public List<Side> sides(long id) {
        var sides = new ArrayList<Side>();
        int at = first(byId, id, false);
        if (at < byId.length && items.id(byId[at]) == id) {
            int item = byId[at];
            for (int side = items.firstSide(item); side < items.firstSide(item + 1); side++) {
                int other = opposite[side];
                sides.add(new Side(other < 0 ? 0 : items.id(items.owner(other)),
                        isOwnKnown(side) ? ReconciledItems.amount(amounts[side]) : null));
            }
        }
        return sides;
    }

    /** Between two currencies each side has an amount of its own; otherwise both must agree. */
    private boolean isOwnKnown(int side) {
        int other = opposite[side];
        boolean agreed = other < 0 || !isSameCurrency(side, other)
                || (amounts[other] == amounts[side] && !broken.get(items.owner(other)));
        return amounts[side] != UNKNOWN && !broken.get(items.owner(side)) && agreed;
    }

    private boolean isKnown(int side) {
        int other = opposite[side];
        return (amounts[side] > 0 || isMoneyless(side)) && other >= 0 && amounts[other] == amounts[side]
                && isSameCurrency(side, other) && !broken.get(items.owner(side)) && !broken.get(items.owner(other));
    }

    /** Nothing was ever settled of the item on the other side, and it was reconciled with nothing but this one. */
    private boolean isMoneyless(int side) {
        int other = opposite[side] < 0 ? -1 : items.owner(opposite[side]);
        return amounts[side] == 0 && other >= 0 && items.settled(other) == 0 && items.settled(items.owner(side)) > 0
                && items.firstSide(other + 1) - items.firstSide(other) == 1;
    }

    /** The invoices that these items settle, in full or in part. */
    public Set<Long> settledBy(Collection<Long> ids) {
        var invoices = new TreeSet<Long>();
        for (long id : ids) {
            int at = first(byId, id, false);
            if (at < byId.length && items.id(byId[at]) == id) {
                addInvoices(byId[at], invoices);
            }
        }
        return invoices;
    }

    private void addInvoices(int item, Set<Long> invoices) {
        for (int side = items.firstSide(item); side < items.firstSide(item + 1); side++) {
            if (opposite[side] >= 0 && items.invoice(items.owner(opposite[side])) != 0) {
                invoices.add(items.invoice(items.owner(opposite[side])));
            }
        }
    }

    /** The place of the first item with this key or a greater one. */
    private int first(int[] order, long key, boolean invoice) {
        int from = 0;
        int to = order.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            long there = invoice ? items.invoice(order[middle]) : items.id(order[middle]);
            if (there < key) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
