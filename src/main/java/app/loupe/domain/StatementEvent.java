package app.loupe.domain;

/**
 * What a line of a statement tells: an entry that was booked, or a settlement of an entry by one that is not in the same
 * statement.
 */
public sealed interface StatementEvent {
    /**
     * An entry of the account: an invoice, a payment.
     *
     * @param matched how much of it was matched with anything by the last day
     */
    record Booked(Extent matched) implements StatementEvent {}

    /** How much of an entry. */
    enum Extent {
        NOTHING,
        PART,
        ALL
    }

    /**
     * It was settled with an entry in another currency.
     *
     * @param currency its ISO code, or several with commas between them
     */
    record InCurrency(String currency) implements StatementEvent {}

    /** It was settled with an entry in the same currency that is booked with another partner or company. */
    record Elsewhere() implements StatementEvent {}

    /** It was settled with an entry that is not in the copy. */
    record Unlisted() implements StatementEvent {}

    /** It was settled with several entries, and not all parts of that are known. */
    record Together() implements StatementEvent {}

    /** The word for programs, such as {@code settled_in_currency}. */
    default String key() {
        return switch (this) {
            case Booked booked -> "entry";
            case InCurrency in -> "settled_in_currency";
            case Elsewhere elsewhere -> "settled_elsewhere";
            case Unlisted unlisted -> "settled_unlisted";
            case Together together -> "settled_together";
        };
    }
}
