package app.loupe.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes words that compare an amount for the text that they are where some name or number of the books has them:
 * {@code Over 30} is a company for whoever has one. A hint says so, and how to ask for the amount.
 */
final class NamedAmounts {
    private NamedAmounts() {}

    /** The search over these books; the same where no name has such words. */
    static InvoiceQuery asText(InvoiceQuery query, Books books) {
        var hints = new ArrayList<>(query.hints());
        List<InvoiceQuery.Term> terms = query.terms().stream()
                .map(term -> text(term).filter(text -> stands(text, books)).map(text -> {
                    hints.add(new SearchHint(SearchHint.Kind.NAME, term.token().text(), amount(term)));
                    return term.as(text);
                }).orElse(term)).toList();
        return terms.equals(query.terms())
                ? query
                : new InvoiceQuery(query.typed(), terms, query.unreadable(), hints);
    }

    /** The text beside the amount: a sign has none. */
    private static Optional<Condition.Text> text(InvoiceQuery.Term term) {
        return term.readings().getFirst() instanceof Condition.Total
                ? term.readings().stream().filter(Condition.Text.class::isInstance).map(Condition.Text.class::cast)
                        .findFirst()
                : Optional.empty();
    }

    private static boolean stands(Condition.Text text, Books books) {
        RowTests.Test test = RowTests.inRow(text);
        return books.pages().stream().anyMatch(page -> !test.rows(page).isEmpty());
    }

    /** The same amount by a sign. */
    private static String amount(InvoiceQuery.Term term) {
        if (!(term.readings().getFirst() instanceof Condition.Total(AmountRange range, var _))) {
            return "";
        }
        BigDecimal low = range.low();
        BigDecimal high = range.high();
        String equal = range.strict() ? "" : "=";
        return low == null
                ? "<" + equal + plain(high)
                : high == null ? ">" + equal + plain(low) : plain(low) + ".." + plain(high);
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }
}
