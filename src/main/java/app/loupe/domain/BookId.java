package app.loupe.domain;

/**
 * Which books these are, whoever signs in: server and database. The companies of a database share its invoice ids, so the
 * company is a column of a change and not part of this id.
 *
 * @param address as {@link OdooAddress#url} writes it
 */
public record BookId(String address, String database) {
    /**
     * The books of the sample company, whatever connection shows them; no real address looks like this. The number is the
     * version of its documents: if the same ids ever stood for other documents, it would have to change.
     */
    public static final BookId SAMPLE = new BookId("sample:1", "");

    /** The books that an endpoint leads to. */
    public static BookId of(Endpoint endpoint) {
        return new BookId(endpoint.address().url(), endpoint.database());
    }
}
