package app.loupe.domain;

/**
 * A change as the owner's book keeps it.
 *
 * @param connection the one that was asked for, or one of those, that leads to the books of the invoice
 * @param number counts up in one book file: later changes have higher numbers
 */
public record NotedChange(ConnectionId connection, long number, InvoiceChange change) {}
