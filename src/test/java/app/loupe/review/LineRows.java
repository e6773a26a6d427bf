package app.loupe.review;

import app.loupe.domain.LineTerm;
import java.util.stream.IntStream;

/** Looks in the lines alone, which a search does together with everything else. */
public final class LineRows {
    private LineRows() {}

    /** The rows with a printed line that holds a term; none while the books have no lines. */
    public static IntStream of(Books books, LineTerm term) {
        return books.pages().stream().flatMapToInt(page -> RowTests.inLines(term).rows(page).stream().map(page::row));
    }
}
