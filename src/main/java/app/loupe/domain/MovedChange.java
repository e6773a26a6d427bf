package app.loupe.domain;

/**
 * A change of the history on its way to another computer.
 *
 * @param number its place in the history of the book that it comes from; positive
 */
public record MovedChange(BookId book, long number, InvoiceChange change) {}
