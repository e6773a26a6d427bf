package app.loupe.ui.common;

/**
 * How much room a table has to have, and how much it could use, in pixels: what stands beside it gives way by that.
 *
 * @param least below this a column that never steps aside would be cut, or one that is among the last would
 * @param wanted so wide all columns are seen, with their content whole but for names
 */
public record ColumnRoom(double least, double wanted) {
    /** Nothing is known of the columns. */
    public static final ColumnRoom NONE = new ColumnRoom(0, 0);
}
