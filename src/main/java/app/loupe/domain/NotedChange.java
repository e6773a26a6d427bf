package app.loupe.domain;

/**
 * A change as the owner's book keeps it.
 *
 * @param number counts up in one book file: later changes have higher numbers
 */
public record NotedChange(long number, InvoiceChange change) {}
