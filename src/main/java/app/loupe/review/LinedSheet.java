package app.loupe.review;

import org.jspecify.annotations.Nullable;

/**
 * A sheet of the books with the lines of its invoices.
 *
 * @param number which sheet, from 0
 * @param lines null until lines are searched; they may end before the sheet does, whose last invoices are new
 */
record LinedSheet(int number, Sheet sheet, @Nullable SheetLines lines) {
    /** The row in the books of a row on this sheet. */
    int row(int i) {
        return number * Sheet.MOST + i;
    }
}
