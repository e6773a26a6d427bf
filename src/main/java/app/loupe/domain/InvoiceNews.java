package app.loupe.domain;

/**
 * What the history of changes says of one invoice, for the review inbox. Numbers count up in one book file.
 *
 * @param cameAt number of the change with which it came; 0 when it was there since the first complete run
 * @param changedAt number of the last change to what the document shows; 0 for none
 */
public record InvoiceNews(long cameAt, long changedAt) {
    /** Nothing is known. */
    public static final InvoiceNews NONE = new InvoiceNews(0, 0);
}
