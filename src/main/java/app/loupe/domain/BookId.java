package app.loupe.domain;

/**
 * Which books these are, whoever signs in: server and database. Companies of one database share its ids of invoices, so a
 * company is a column of a change and no part of this.
 *
 * @param address as {@link OdooAddress#url} writes it
 */
public record BookId(String address, String database) {
    /**
     * The books of the sample company, whatever connection shows them: no address is written like that. The number is that of
     * its documents: books whose documents are others by the same ids would need another one.
     */
    public static final BookId SAMPLE = new BookId("sample:1", "");

    /** The books that an endpoint leads to. */
    public static BookId of(Endpoint endpoint) {
        return new BookId(endpoint.address().url(), endpoint.database());
    }
}
