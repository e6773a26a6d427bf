package app.loupe.review;

/**
 * By which column and which way invoices are ordered.
 *
 * @param ascending smallest, earliest or first of the alphabet on top
 */
public record InvoiceOrder(Column column, boolean ascending) {
    /** The order of a fresh window: newest invoice date on top, then the highest number. */
    public static final InvoiceOrder NEWEST_FIRST = new InvoiceOrder(Column.INVOICE_DATE, false);

    /** What can be ordered by. */
    public enum Column {
        NUMBER,
        PARTNER,
        INVOICE_DATE,
        DUE_DATE,
        TOTAL,
        AMOUNT_DUE,
        STATUS,
        COMPANY,
        CONNECTION
    }
}
