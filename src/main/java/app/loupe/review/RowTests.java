package app.loupe.review;

import app.loupe.domain.Folding;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Turns conditions into tests of a row. They are made once for a question and asked for 100,000 rows, so that everything
 * which is the same for all rows is looked up here and the tests run over arrays.
 */
final class RowTests {
    private RowTests() {}

    /** Whether any of the conditions holds. */
    static Predicate<ReviewRow> any(List<? extends Condition> conditions, LocalDate today, LineHits hits) {
        Predicate<ReviewRow>[] tests = array(conditions.stream().map(one -> test(one, today, hits)).toList());
        if (tests.length == 1) {
            return tests[0];
        }
        return row -> {
            for (Predicate<ReviewRow> test : tests) {
                if (test.test(row)) {
                    return true;
                }
            }
            return false;
        };
    }

    /** Whether all tests hold. */
    static Predicate<ReviewRow> all(List<Predicate<ReviewRow>> parts) {
        Predicate<ReviewRow>[] tests = array(parts);
        return row -> {
            for (Predicate<ReviewRow> test : tests) {
                if (!test.test(row)) {
                    return false;
                }
            }
            return true;
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of generic types
    private static Predicate<ReviewRow>[] array(List<Predicate<ReviewRow>> tests) {
        return tests.toArray(new Predicate[0]);
    }

    private static Predicate<ReviewRow> test(Condition condition, LocalDate today, LineHits hits) {
        return switch (condition) {
            case Condition.Text text -> {
                Predicate<ReviewRow> inRow = inRow(text);
                Set<InvoiceKey> inLines = hits.of(text.line());
                yield inLines.isEmpty() ? inRow : row -> inRow.test(row) || inLines.contains(row.row().key());
            }
            case Condition.Scattered scattered -> all(scattered.words().stream().map(RowTests::inRow).toList());
            case Condition.Amount amount -> {
                BigDecimal value = amount.line().value();
                Set<InvoiceKey> inLines = hits.of(amount.line());
                yield row -> isAmount(value, row.row()) || inLines.contains(row.row().key());
            }
            case Condition.Total total -> row -> total.range().contains(row.row().total().abs());
            case Condition.Status status -> row -> status.choice().matches(row.row(), today);
            case Condition.Types types -> row -> types.types().contains(row.row().type());
            case Condition.Dated dated -> row -> dated.period().contains(row.row().invoiceDate(), today);
            case Condition.Currencies currencies -> row -> currencies.codes().contains(row.row().currency());
        };
    }

    private static Predicate<ReviewRow> inRow(Condition.Text text) {
        String[] forms = text.forms().toArray(new String[0]);
        boolean whole = text.line().whole();
        return row -> {
            for (String form : forms) {
                if (whole ? Folding.containsWhole(row.searchText(), form) : row.searchText().contains(form)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static boolean isAmount(BigDecimal value, InvoiceRow row) {
        return row.total().abs().compareTo(value) == 0 || row.residual().abs().compareTo(value) == 0
                || row.untaxed().abs().compareTo(value) == 0 || row.tax().abs().compareTo(value) == 0;
    }
}
