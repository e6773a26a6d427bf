package app.loupe.review;

/** By what found invoices can be put together. */
public enum Grouping {
    /** The company behind whoever is addressed, in one connection. */
    CUSTOMER,
    /** Of the invoice date. */
    MONTH,
    STATUS,
    COMPANY,
    CURRENCY,
    /** Of one company. */
    JOURNAL
}
