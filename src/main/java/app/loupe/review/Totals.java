package app.loupe.review;

import app.loupe.domain.Money;
import java.util.List;

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
    public record Sum(Direction direction, Money total, Money due) {}

    /** Which way the money goes. */
    public enum Direction {
        /** Customers pay. */
        SALES,
        /** The owner pays. */
        PURCHASES
    }
}
