package app.loupe.review;

import app.loupe.domain.OwedItem;
import app.loupe.reconcile.Reconciliations;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what of an item was open on a day: its amount less what was settled until then. A partial reconciliation counts
 * from the later of the dates of its two items, which is Odoo's {@code max_date}.
 *
 * <p>When all of an item's partials count, what is open is what Odoo says; when none does, its whole amount. Between the
 * two, the amounts of the partials decide. Those that cannot be found out are taken together, and count when the latest
 * of them does. A partial whose other side is not in the copy is taken for one of the item's own day: where the copy
 * begins on a first day, what is missing is older. Such an answer is not exact for a day in the past.
 */
final class OpenItems {
    private final LocalDate day;
    private final boolean past;
    private final Reconciliations reconciled;
    private final Map<Long, LocalDate> dates = new HashMap<>();

    /** What of an item was open, signed as the item, and whether that is certain. */
    record Open(BigDecimal amount, boolean exact) {}

    /** @param items all that count of one connection, receivable and payable */
    OpenItems(Collection<OwedItem> items, LocalDate day, LocalDate today) {
        this.day = day;
        this.past = day.isBefore(today);
        var builder = new Reconciliations.Builder();
        for (OwedItem item : items) {
            dates.put(item.id(), item.dates().accounting());
            if (!item.partials().isEmpty()) {
                builder.add(item.reconciled());
            }
        }
        reconciled = builder.build();
    }

    /** Of an item that was booked by then. */
    Open of(OwedItem item) {
        BigDecimal rest = item.settled().abs();
        BigDecimal settled = BigDecimal.ZERO;
        boolean counting = false;
        boolean waiting = false;
        boolean undated = false;
        boolean doubtful = false;
        List<Reconciliations.Side> sides = reconciled.sides(item.id());
        for (Reconciliations.Side side : sides) {
            boolean counts = !date(item, side).isAfter(day);
            if (side.amount() == null) {
                counting |= counts;
                waiting |= !counts;
                undated |= side.other() == 0;
                continue;
            }
            rest = rest.subtract(side.amount());
            if (counts) {
                settled = settled.add(side.amount());
                doubtful |= past && side.other() == 0 && side.amount().signum() != 0;
            }
        }
        if (rest.signum() != 0) {
            doubtful |= (counting && waiting) || (past && (undated || sides.isEmpty()));
            settled = waiting ? settled : settled.add(rest);
        }
        BigDecimal signed = item.settled().signum() < 0 ? settled.negate() : settled;
        return new Open(item.amount().subtract(signed), !doubtful);
    }

    private LocalDate date(OwedItem item, Reconciliations.Side side) {
        LocalDate own = item.dates().accounting();
        LocalDate other = dates.getOrDefault(side.other(), own);
        return other.isAfter(own) ? other : own;
    }
}
