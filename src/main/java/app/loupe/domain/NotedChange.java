package app.loupe.domain;

/**
 * A change as the owner's book keeps it.
 *
 * @param connection of the connections that were asked for, one that leads to the books of the invoice; whose copy holds it, where several do
 * @param number counts up in one book file: later changes have higher numbers
 */
public record NotedChange(ConnectionId connection, long number, InvoiceChange change) {}
