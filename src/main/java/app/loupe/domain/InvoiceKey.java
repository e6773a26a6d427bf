package app.loupe.domain;

/** One invoice of one connection. */
public record InvoiceKey(ConnectionId connection, long id) implements OfConnection {}
