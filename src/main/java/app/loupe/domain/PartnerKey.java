package app.loupe.domain;

/**
 * One customer or vendor of one connection.
 *
 * @param id of the commercial partner, by which invoices are grouped
 */
public record PartnerKey(ConnectionId connection, long id) implements OfConnection {}
