package app.loupe.ui.invoices;

import app.loupe.domain.MoveType;
import app.loupe.review.AmountLengths;
import app.loupe.review.Books;
import app.loupe.review.Contents;
import app.loupe.ui.common.TextShapes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the widest cells of a copy hold: the few texts and amounts that have to be measured instead of all. Made on any
 * thread.
 */
record ColumnContents(Map<MoveType, List<String>> numbers, List<String> partners, List<String> companies,
        List<AmountLengths.Amount> totals, List<AmountLengths.Amount> dues) {
    static ColumnContents of(Books books, Contents contents) {
        Map<MoveType, TextShapes> numbers = new EnumMap<>(MoveType.class);
        books.eachNumber((type, number) -> numbers.computeIfAbsent(type, first -> new TextShapes()).add(number));
        Map<MoveType, List<String>> widest = new EnumMap<>(MoveType.class);
        numbers.forEach((type, shapes) -> widest.put(type, shapes.widest()));
        return new ColumnContents(widest, widest(contents.partners()), widest(contents.companies()),
                AmountLengths.ofTotals(books), AmountLengths.ofDues(books));
    }

    /** The numbers of documents of these kinds, or of all where there are none: bills have longer ones than invoices. */
    List<String> numbers(Set<MoveType> kinds) {
        return numbers.entrySet().stream().filter(one -> kinds.isEmpty() || kinds.contains(one.getKey()))
                .flatMap(one -> one.getValue().stream()).toList();
    }

    private static List<String> widest(List<String> texts) {
        var shapes = new TextShapes();
        texts.forEach(shapes::add);
        return shapes.widest();
    }
}
