package app.loupe.review;

/**
 * The line above the rows of a group.
 *
 * @param folded whether its rows are hidden
 */
public record Heading(Grouped.Group group, boolean folded) implements Listed {}
