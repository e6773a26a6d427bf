package app.loupe.ui.invoices;

import app.loupe.review.AmountLengths;
import app.loupe.review.Books;
import app.loupe.review.Contents;
import app.loupe.ui.common.TextShapes;
import java.util.List;

/**
 * What the widest cells of a copy hold: the few texts and amounts that have to be measured instead of all. Made on any
 * thread.
 */
record ColumnContents(List<String> numbers, List<String> partners, List<String> companies,
        List<AmountLengths.Amount> totals, List<AmountLengths.Amount> dues) {
    static ColumnContents of(Books books, Contents contents) {
        var numbers = new TextShapes();
        books.eachNumber(numbers::add);
        return new ColumnContents(numbers.widest(), widest(contents.partners()), widest(contents.companies()),
                AmountLengths.ofTotals(books), AmountLengths.ofDues(books));
    }

    private static List<String> widest(List<String> texts) {
        var shapes = new TextShapes();
        texts.forEach(shapes::add);
        return shapes.widest();
    }
}
