package app.loupe.review;

import app.loupe.domain.MoveType;
import java.util.Set;

/** One thing that a search asks for. */
sealed interface Condition {
    /**
     * Text that must appear somewhere.
     *
     * @param typed as the owner wrote it, for the database
     * @param folded for the rows in memory
     */
    record Text(String typed, String folded) implements Condition {}

    /** A total, without its sign. */
    record Amount(AmountRange range) implements Condition {}

    /** A status. */
    record Status(StatusChoice choice) implements Condition {}

    /** Kinds of documents. */
    record Types(Set<MoveType> types) implements Condition {}

    /** A period of the invoice date. */
    record Dated(InvoicePeriod period) implements Condition {}
}
