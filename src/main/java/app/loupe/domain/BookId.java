package app.loupe.domain;

/**
 * Which books these are, whoever signs in: server and database. Companies of one database share its ids of invoices, so a
 * company is a column of a change and no part of this.
 *
 * @param address as {@link OdooAddress#url} writes it
 */
public record BookId(String address, String database) {
    /** The books that an endpoint leads to. */
    public static BookId of(Endpoint endpoint) {
        return new BookId(endpoint.address().url(), endpoint.database());
    }
}
