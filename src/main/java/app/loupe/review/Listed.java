package app.loupe.review;

/** What stands on one line of a list: an invoice, or the heading of a group of them. */
public sealed interface Listed permits ReviewRow, Heading {}
