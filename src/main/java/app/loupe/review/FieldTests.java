package app.loupe.review;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Tests one named text of each row; what few rows share is looked up once. */
final class FieldTests {
    // where it stands among the texts of a sheet
    private static final int NUMBER = 0;
    private static final int REF = 1;
    private static final int PAYMENT_REFERENCE = 2;
    private static final int ORIGIN = 3;

    private final Books books;

    FieldTests(Books books) {
        this.books = books;
    }

    /** Which rows have the text there. */
    RowTests.Test of(Condition.In in) {
        Predicate<String> holds = in::isHeldBy;
        return switch (in.field()) {
            case NUMBER -> part(in, holds, NUMBER);
            case REFERENCE -> RowTests.or(part(in, holds, REF), part(in, holds, PAYMENT_REFERENCE));
            case SOURCE -> part(in, holds, ORIGIN);
            case PARTNER -> party(Party::name, holds);
            case CUSTOMER -> RowTests.all(List.of(RowTests.standing(standing -> standing.type().isSale()),
                    party(Party::name, holds)));
            case VENDOR -> RowTests.all(List.of(RowTests.standing(standing -> !standing.type().isSale()),
                    party(Party::name, holds)));
            case VAT -> party(Party::vat, holds);
            case COMPANY -> place(Place::company, holds);
            case SALESPERSON -> place(Place::salesperson, holds);
            case JOURNAL -> place(Place::journal, holds);
            case PRODUCT -> RowTests.inLines(in.text().line());
        };
    }

    /** All texts are searched at once first, which is far quicker. */
    private static RowTests.Test part(Condition.In in, Predicate<String> holds, int part) {
        return RowTests.all(List.of(RowTests.inRow(in.text()),
                RowTests.each((sheet, i) -> holds.test(sheet.texts.part(i, Sheet.SEPARATOR, part)))));
    }

    private RowTests.Test party(Function<Party, String> text, Predicate<String> holds) {
        boolean[] table = table(books.parties().all(), text, holds);
        return RowTests.each((sheet, i) -> table[sheet.parties[i]]);
    }

    private RowTests.Test place(Function<Place, String> text, Predicate<String> holds) {
        boolean[] table = table(books.places().all(), text, holds);
        return RowTests.each((sheet, i) -> table[sheet.places[i]]);
    }

    private static <T> boolean[] table(List<T> all, Function<T, String> text, Predicate<String> holds) {
        var table = new boolean[all.size()];
        for (int i = 0; i < table.length; i++) {
            table[i] = holds.test(text.apply(all.get(i)));
        }
        return table;
    }
}
