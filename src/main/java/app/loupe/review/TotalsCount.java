package app.loupe.review;

import app.loupe.domain.Money;
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
    private static final boolean[] ADDED_UP = Standing.table(Standing::isAddedUp);
    private static final boolean[] SALE = Standing.table(standing -> standing.type().isSale());
    private static final boolean[] REFUND = Standing.table(standing -> standing.type().isRefund());

    private static final int DECIMALS = SheetWriter.MOST_DIGITS + 1;

    private final Books books;
    private final @Nullable Slot[] slots;

    private TotalsCount(Books books) {
        this.books = books;
        slots = new Slot[books.places().all().size() * 2 * DECIMALS];
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
        for (LinedSheet page : books.pages()) {
            int end = page.row(page.sheet().count);
            for (int row = rows.nextSetBit(page.row(0)); row >= 0 && row < end; row = rows.nextSetBit(row + 1)) {
                count.add(page.sheet(), row % Sheet.MOST);
            }
        }
        return new Totals(rows.cardinality(), count.sums());
    }

    /** The totals of these rows, each of which stands once among them. */
    static Totals of(Books books, int... rows) {
        var count = new TotalsCount(books);
        for (int row : rows) {
            count.add(books.pages().get(row / Sheet.MOST).sheet(), row % Sheet.MOST);
        }
        return new Totals(rows.length, count.sums());
    }

    private void add(Sheet sheet, int i) {
        int standing = sheet.standings[i];
        if (!ADDED_UP[standing]) {
            return;
        }
        Slot slot = slot(sheet.places[i] * 2 + (SALE[standing] ? 0 : 1), Math.max(0, sheet.decimals[i]));
        if (sheet.decimals[i] == Sheet.EXACT) {
            slot.carriedTotal = slot.carriedTotal.add(sheet.signedTotal(i));
            slot.carriedDue = slot.carriedDue.add(sheet.signedDue(i));
        } else if (REFUND[standing]) {
            slot.add(-sheet.total[i], -sheet.residual[i]);
        } else {
            slot.add(sheet.total[i], sheet.residual[i]);
        }
    }

    private Slot slot(int pot, int decimals) {
        int at = pot * DECIMALS + decimals;
        Slot slot = slots[at];
        if (slot == null) {
            slot = new Slot(decimals);
            slots[at] = slot;
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
            Slot slot = slots[at];
            if (slot != null) {
                slot.carry();
                int number = at / DECIMALS;
                var pot = new Pot(number % 2 == 0 ? Totals.Direction.SALES : Totals.Direction.PURCHASES,
                        books.places().get(number / 2).currency());
                sums.merge(pot, sum(pot, slot.carriedTotal, slot.carriedDue), TotalsCount::plus);
            }
        }
        return new ArrayList<>(sums.values());
    }

    private static Totals.Sum plus(Totals.Sum one, Totals.Sum other) {
        return new Totals.Sum(one.direction(), one.total().plus(other.total()), one.due().plus(other.due()));
    }

    private static Totals.Sum sum(Pot pot, BigDecimal total, BigDecimal due) {
        return new Totals.Sum(pot.direction(), new Money(total, pot.currency()), new Money(due, pot.currency()));
    }
}
