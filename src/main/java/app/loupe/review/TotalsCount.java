package app.loupe.review;

import app.loupe.domain.CurrencyDecimals;
import app.loupe.domain.MoveType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Adds up rows: one slot for each direction in each place and number of decimals, in which a row costs two additions of
 * longs. What overflows a long is carried over to an exact number.
 */
final class TotalsCount {
    private final Books books;
    private final @Nullable Slot[][] slots;

    private TotalsCount(Books books) {
        this.books = books;
        slots = new Slot[books.places().all().size() * 2][];
    }

    /** Amounts of the same currency, direction and decimals. */
    private static final class Slot {
        private final int decimals;
        private long total;
        private long due;
        private BigDecimal carriedTotal = BigDecimal.ZERO;
        private BigDecimal carriedDue = BigDecimal.ZERO;

        Slot(int decimals) {
            this.decimals = decimals;
        }

        void add(long moreTotal, long moreDue) {
            // amounts have at most 18 digits: eight of them fit before a carry is needed
            if (Math.abs(total) > Long.MAX_VALUE / 2 || Math.abs(due) > Long.MAX_VALUE / 2) {
                carry();
            }
            total += moreTotal;
            due += moreDue;
        }

        void carry() {
            carriedTotal = carriedTotal.add(BigDecimal.valueOf(total, decimals));
            carriedDue = carriedDue.add(BigDecimal.valueOf(due, decimals));
            total = 0;
            due = 0;
        }
    }

    /** The totals of these rows. */
    static Totals of(Books books, BitSet rows) {
        var count = new TotalsCount(books);
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            count.add(books.pages().get(row / Sheet.MOST).sheet(), row % Sheet.MOST);
        }
        return new Totals(rows.cardinality(), count.sums());
    }

    private void add(Sheet sheet, int i) {
        Standing standing = sheet.standing(i);
        if (!standing.isAddedUp()) {
            return;
        }
        MoveType type = standing.type();
        Slot slot = slot(sheet.places[i] * 2 + (type.isSale() ? 0 : 1), Math.max(0, sheet.decimals[i]));
        if (sheet.decimals[i] == Sheet.EXACT) {
            slot.carriedTotal = slot.carriedTotal.add(sheet.signedTotal(i));
            slot.carriedDue = slot.carriedDue.add(sheet.signedDue(i));
        } else if (type.isRefund()) {
            slot.add(-sheet.total[i], -sheet.residual[i]);
        } else {
            slot.add(sheet.total[i], sheet.residual[i]);
        }
    }

    private Slot slot(int pot, int decimals) {
        Slot[] ofPot = slots[pot];
        if (ofPot == null) {
            ofPot = new Slot[SheetWriter.MOST_DIGITS + 1];
            slots[pot] = ofPot;
        }
        Slot slot = ofPot[decimals];
        if (slot == null) {
            slot = new Slot(decimals);
            ofPot[decimals] = slot;
        }
        return slot;
    }

    private record Pot(Totals.Direction direction, String currency) implements Comparable<Pot> {
        @Override
        public int compareTo(Pot other) {
            int byDirection = direction.compareTo(other.direction);
            return byDirection != 0 ? byDirection : currency.compareTo(other.currency);
        }
    }

    private List<Totals.Sum> sums() {
        var sums = new TreeMap<Pot, Totals.Sum>();
        for (int at = 0; at < slots.length; at++) {
            Slot[] ofPot = slots[at];
            for (Slot slot : ofPot == null ? new Slot[0] : ofPot) {
                if (slot != null) {
                    slot.carry();
                    var pot = new Pot(at % 2 == 0 ? Totals.Direction.SALES : Totals.Direction.PURCHASES,
                            books.places().get(at / 2).currency());
                    sums.merge(pot, sum(pot, slot.carriedTotal, slot.carriedDue), TotalsCount::plus);
                }
            }
        }
        return new ArrayList<>(sums.values());
    }

    private static Totals.Sum plus(Totals.Sum one, Totals.Sum other) {
        return sum(new Pot(one.direction(), one.currency()), one.total().add(other.total()),
                one.due().add(other.due()));
    }

    private static Totals.Sum sum(Pot pot, BigDecimal total, BigDecimal due) {
        int least = CurrencyDecimals.of(pot.currency());
        return new Totals.Sum(pot.direction(), pot.currency(), CurrencyDecimals.atLeast(total, least),
                CurrencyDecimals.atLeast(due, least));
    }
}
