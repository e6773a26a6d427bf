package app.loupe.review;

import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MoveState;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * How many invoices there are and what they come to: per currency and per direction, never across them. Credit notes
 * and vendor refunds are negative. Drafts, cancelled documents and those of which only the last copy is here
 * ({@link Counting}) are counted as invoices but not added up, because nobody owes them.
 *
 * @param count all invoices
 * @param sums sales first, then by currency; none for a currency with nothing to add up
 */
public record Totals(int count, List<Sum> sums) {
    /** No invoices. */
    public static final Totals NONE = new Totals(0, List.of());

    /** Copies the list. */
    public Totals {
        sums = List.copyOf(sums);
    }

    /** What the documents of one direction in one currency come to. */
    public record Sum(Direction direction, String currency, BigDecimal total, BigDecimal due) {
        private Sum plus(ReviewRow row) {
            return new Sum(direction, currency, total.add(row.signedTotal()), due.add(row.signedDue()));
        }
    }

    /** Which way the money goes. */
    public enum Direction {
        /** Customers pay. */
        SALES,
        /** The owner pays. */
        PURCHASES
    }

    private record Pot(Direction direction, String currency) implements Comparable<Pot> {
        @Override
        public int compareTo(Pot other) {
            int byDirection = direction.compareTo(other.direction);
            return byDirection != 0 ? byDirection : currency.compareTo(other.currency);
        }
    }

    /** Adds up. */
    public static Totals of(Collection<ReviewRow> rows) {
        var pots = new TreeMap<Pot, Sum>();
        for (ReviewRow reviewed : rows) {
            InvoiceRow row = reviewed.row();
            if (isAddedUp(row)) {
                var pot = new Pot(row.type().isSale() ? Direction.SALES : Direction.PURCHASES, row.currency());
                Sum sum = pots.getOrDefault(pot,
                        new Sum(pot.direction(), pot.currency(), BigDecimal.ZERO, BigDecimal.ZERO));
                pots.put(pot, sum.plus(reviewed));
            }
        }
        return new Totals(rows.size(), List.copyOf(pots.values()));
    }

    private static boolean isAddedUp(InvoiceRow row) {
        return row.state() == MoveState.POSTED && Counting.counts(row);
    }
}
