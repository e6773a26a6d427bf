package app.loupe.review;

import app.loupe.domain.Folding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds forms in a search that can be read in two ways, and says which was taken: {@code customer:Deco Addict} looks for the second
 * word anywhere, {@code 2061} is a number and no year, {@code Q3} a text and no quarter, {@code 2026-10} a month.
 */
final class FormHints {
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern MONTH = Pattern.compile("[\\d./-]+");

    /** Of texts in one place. */
    private static final Set<Token.Kind> NAMED = EnumSet.of(Token.Kind.FIELD, Token.Kind.NOTE);

    private final String typed;
    private final List<InvoiceQuery.Term> terms;

    private FormHints(String typed, List<InvoiceQuery.Term> terms) {
        this.typed = typed;
        this.terms = terms;
    }

    /** What has to be said, each kind once. */
    static List<SearchHint> of(String typed, List<InvoiceQuery.Term> terms) {
        var forms = new FormHints(typed, terms);
        var hints = new ArrayList<SearchHint>();
        forms.unquoted().ifPresent(hints::add);
        forms.tax().ifPresent(hints::add);
        for (InvoiceQuery.Term term : terms) {
            forms.single(term).filter(hint -> hints.stream().noneMatch(said -> said.kind() == hint.kind()))
                    .ifPresent(hints::add);
        }
        return hints;
    }

    private String whole(InvoiceQuery.Term term) {
        return typed.substring(term.token().start(), term.token().end());
    }

    private boolean isPlain(InvoiceQuery.Term term) {
        return term.token().isPlain(typed);
    }

    private boolean isPlainText(int at) {
        return at < terms.size() && isPlain(terms.get(at)) && terms.get(at).token().kind() == Token.Kind.TEXT;
    }

    private Optional<SearchHint> unquoted() {
        for (int i = 0; i < terms.size(); i++) {
            String named = whole(terms.get(i));
            if (NAMED.contains(terms.get(i).token().kind()) && named.indexOf('"') < 0 && isPlainText(i + 1)) {
                int colon = named.indexOf(':') + 1;
                return Optional.of(new SearchHint(SearchHint.Kind.UNQUOTED, terms.get(i + 1).token().text(),
                        named.substring(0, colon) + "\"" + named.substring(colon).strip() + " "
                                + terms.get(i + 1).token().text() + "\""));
            }
        }
        return Optional.empty();
    }

    private Optional<SearchHint> tax() {
        for (int i = 0; i < terms.size(); i++) {
            String word = terms.get(i).token().text();
            if (isPlainText(i) && SearchWords.isTax(Folding.fold(word))) {
                return Optional.of(new SearchHint(SearchHint.Kind.TAX, isPlainText(i + 1)
                        ? word + " " + terms.get(i + 1).token().text()
                        : word));
            }
        }
        return Optional.empty();
    }

    private Optional<SearchHint> single(InvoiceQuery.Term term) {
        String word = term.token().text();
        if (!isPlain(term)) {
            return Optional.empty();
        }
        return switch (term.token().kind()) {
            case NUMBER -> YEAR.matcher(word).matches()
                    ? Optional.of(new SearchHint(SearchHint.Kind.NO_YEAR, word, word))
                    : Optional.empty();
            case TEXT -> QuarterWords.alone(Folding.fold(word))
                    .map(quarter -> new SearchHint(SearchHint.Kind.NO_QUARTER, word, word));
            case DATE -> term.readings().getFirst() instanceof Condition.Dated(InvoicePeriod.OfMonth _)
                    && MONTH.matcher(word).matches()
                            ? Optional.of(new SearchHint(SearchHint.Kind.MONTH, word, "\"" + word + "\""))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }
}
