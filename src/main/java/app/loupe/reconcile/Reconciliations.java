package app.loupe.reconcile;

import static app.loupe.reconcile.ReconciledItems.UNKNOWN;

import app.loupe.domain.ReconciledItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
    private final SettledAmounts found;
    private final int[] byInvoice;

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

    private Reconciliations(ReconciledItems items) {
        this.items = items;
        found = new SettledAmounts(items);
        byInvoice = items.byInvoice();
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
                sum += found.found(side);
                parts.add(part(side, false));
                others.add(found.other(side));
            }
        }
        boolean certain = sum == ReconciledItems.millionths(settled);
        for (int other : others) {
            certain &= addBeyond(other, parts);
        }
        return certain ? Optional.of(parts) : Optional.empty();
    }

    private Part part(int side, boolean beyond) {
        return new Part(items.id(found.other(side)), items.partial(side),
                ReconciledItems.amount(found.found(side)), beyond);
    }

    /** Adds what settled nothing of this item; false when that is not certain. */
    private boolean addBeyond(int item, List<Part> parts) {
        for (int side = items.firstSide(item); side < items.firstSide(item + 1); side++) {
            int other = found.other(side);
            if (isMoneyless(side)) {
                parts.add(part(side, true));
            } else if (items.settled(item) > 0 && (found.found(side) == 0 || (other >= 0 && items.settled(other) == 0)
                    || (other < 0 && found.found(side) == UNKNOWN))) {
                // it may be a difference; of one that is not here only an amount tells that it is none
                return false;
            }
        }
        return true;
    }

    private boolean isKnown(int side) {
        return (found.found(side) > 0 || isMoneyless(side)) && found.isAgreed(side);
    }

    /** Nothing was ever settled of the item on the other side, and it was reconciled with nothing but this one. */
    private boolean isMoneyless(int side) {
        int other = found.other(side);
        return found.found(side) == 0 && other >= 0 && items.settled(other) == 0 && items.settled(items.owner(side)) > 0
                && items.firstSide(other + 1) - items.firstSide(other) == 1;
    }

    /** The invoices that these items settle, in full or in part. */
    public Set<Long> settledBy(Collection<Long> ids) {
        var invoices = new TreeSet<Long>();
        int[] byId = ids.isEmpty() ? new int[0] : items.byId();
        for (long id : ids) {
            int at = first(byId, id, false);
            if (at < byId.length && items.id(byId[at]) == id) {
                addInvoices(byId[at], invoices);
            }
        }
        return invoices;
    }

    /** The invoices that are settled by these invoices, or settle them, in full or in part. */
    public Set<Long> settledWith(Collection<Long> invoices) {
        var others = new TreeSet<Long>();
        for (long invoice : invoices) {
            for (int at = first(byInvoice, invoice, true); at < byInvoice.length
                    && items.invoice(byInvoice[at]) == invoice; at++) {
                addInvoices(byInvoice[at], others);
            }
        }
        return others;
    }

    private void addInvoices(int item, Set<Long> invoices) {
        for (int side = items.firstSide(item); side < items.firstSide(item + 1); side++) {
            if (found.other(side) >= 0 && items.invoice(found.other(side)) != 0) {
                invoices.add(items.invoice(found.other(side)));
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
