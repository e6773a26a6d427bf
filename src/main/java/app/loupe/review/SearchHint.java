package app.loupe.review;

/**
 * Something about a search that whoever typed it may not see: it was understood in another way than it may have been meant.
 *
 * @param word the part of the search that it is about, as it was typed
 * @param instead what to type for the other meaning, without the name of a field; empty where nothing has to be typed
 */
public record SearchHint(Kind kind, String word, String instead) {
    /** Of which no other search is offered. */
    public SearchHint(Kind kind, String word) {
        this(kind, word, "");
    }

    /** What was understood. */
    public enum Kind {
        /** The search has too many characters or parts: from this one on it was not read. */
        TOO_LONG,
        /** The name in front of a colon is none that is known: all of it was looked for as text. */
        UNKNOWN_FIELD,
        /** The number beside the word for overdue was looked for as text or amount, not as days. */
        DAYS_LATE,
        /** How old is counted from the date of the invoice, not in days late, which are offered. */
        AGE,
        /** The date beside the word for paid is that of the invoice, not of the payment. */
        PAID_ON,
        /** What was due before these days is not within, although it has to be paid by then as well. */
        WITHOUT_OVERDUE,
        /** All that is open up to this day is within, what is owed to the owner and what the owner owes. */
        WITH_OVERDUE,
        /** Credit notes of customers are within, as well as those of vendors. */
        REFUNDS,
        /** Words that stand in no name beside the others were left out. */
        SMALL_WORD,
        /** The word behind a named text was looked for anywhere. */
        UNQUOTED,
        /** Names of taxes are not searched: the words were looked for as texts. */
        TAX,
        /** The number looks like a year and is too far away to be one. */
        NO_YEAR,
        /** A letter and a digit were looked for as text, not as a quarter. */
        NO_QUARTER,
        /** Numbers were read as a month. */
        MONTH,
        /** Words that compare an amount are a name, and were looked for as text. */
        NAME,
        /** Of a search that found nothing: the text stands in no invoice. */
        NOWHERE,
        /** The same, where somebody is called nearly so; that name is what may be typed instead. */
        NEARLY,
        /** Two numbers behind words were read as years. */
        YEARS,
        /** Two numbers around dots that look like years were read as amounts. */
        NO_YEARS,
        /** It looks like a day, and there is none such: it was looked for as text. */
        NO_DAY,
        /** Days from one to another of which the last comes before the first: they were read apart, or as text. */
        TURNED
    }
}
