package app.loupe.review;

/** A search that the help of the window and of the command line shows; what to type and what it finds are in the bundle. */
public enum SearchExample {
    WORDS,
    STATUS,
    LATE,
    DUE,
    TO_PAY,
    TYPE,
    MONTH,
    DAY,
    AMOUNT,
    RANGE,
    COMPARED,
    CURRENCY,
    EXCLUDED,
    PHRASE,
    FIELD,
    PLACE,
    MARK,
    NOTE,
    REMOVED
}
