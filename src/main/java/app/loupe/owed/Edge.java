package app.loupe.owed;

import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import app.loupe.reconcile.ReconciledSides;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One partial reconciliation of an item of a {@link Subledger}. It knows where the item on the other side stands: a payment
 * may settle very many, and each would make it as a whole. What is asked of the other side is read from the columns.
 * Immutable; asked on any thread.
 */
public final class Edge {
    private final OwedItems items;
    private final int place;
    private final int side;

    Edge(OwedItems items, int place, int side) {
        this.items = items;
        this.place = place;
        this.side = side;
    }

    /** From when it counts. */
    public LocalDate date() {
        return LocalDate.ofEpochDay(items.day(place, side));
    }

    /** What it settled of the item, unsigned, in the item's currency; null when that is not known. */
    public @Nullable BigDecimal amount() {
        return items.sides().amount(side);
    }

    /** Whether it is known to have settled nothing of the item: a difference of exchange rates. */
    public boolean isNothing() {
        return items.sides().isNothing(side);
    }

    /** The entry of the item on the other side; null when that is not in the copy. */
    public OwedItem.@Nullable Entry other() {
        int other = otherPlace();
        return other < 0 ? null : items.entry(other);
    }

    /** Odoo's id of the item on the other side; only of one that is in the copy. */
    public long otherId() {
        return items.id(otherPlace());
    }

    /** The invoice that the item on the other side is an instalment of; 0 for none, and when it is not in the copy. */
    public long otherInvoice() {
        int other = otherPlace();
        return other < 0 ? 0 : items.invoice(other);
    }

    /** What that invoice is; null when it is none, and when it is not in the copy. */
    public @Nullable MoveType otherType() {
        int other = otherPlace();
        return other < 0 ? null : items.kind(other).type();
    }

    /** The currency of the item on the other side; only of one that is in the copy. */
    @Nullable
    Ref otherCurrency() {
        return items.account(otherPlace()).currency();
    }

    /** Whether the item on the other side is in the copy. */
    public boolean hasOther() {
        return otherPlace() >= 0;
    }

    /**
     * What the other side was booked with in company currency and is no longer open there, when it is a difference of exchange
     * rates beside the item alone; nothing otherwise.
     */
    BigDecimal difference() {
        int other = otherPlace();
        ReconciledSides sides = items.sides();
        return other >= 0 && sides.first(other + 1) - sides.first(other) == 1 && items.settled(other).signum() == 0
                ? items.balance(other).subtract(items.residual(other))
                : BigDecimal.ZERO;
    }

    private int otherPlace() {
        return items.sides().other(side);
    }
}
