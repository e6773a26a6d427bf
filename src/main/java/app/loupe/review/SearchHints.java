package app.loupe.review;

import app.loupe.domain.Folding;
import app.loupe.domain.MoveType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what has to be said about a search that was read. */
final class SearchHints {
    private static final Pattern FIELD = Pattern.compile("(\\p{L}+(?:-\\p{L}+)*:)(?!//)(.*)", Pattern.DOTALL);
    private static final Pattern DAYS = Pattern.compile("\\d{1,3}");
    private static final Pattern TWO_DAYS = Pattern.compile("(\\d{1,3})[^\\d.,]+\\d{1,3}");
    private static final Pattern YEARS = Pattern.compile("[^\\d.]+ ((?:19|20)\\d\\d)\\b\\D* ((?:19|20)\\d\\d)");
    private static final Pattern WORD = Pattern.compile("\\s+");
    private static final Pattern TWO_YEARS = Pattern.compile("(?:19|20)\\d\\d\\.\\.(?:19|20)\\d\\d");
    private static final Set<InvoicePeriod> COMING = Set.of(InvoicePeriod.Relative.TODAY,
            InvoicePeriod.Relative.THIS_MONTH, InvoicePeriod.Near.TOMORROW, InvoicePeriod.Near.THIS_WEEK);
    private static final Set<InvoicePeriod> ENDING_LATER = Set.of(InvoicePeriod.Near.NEXT_WEEK,
            InvoicePeriod.Near.NEXT_MONTH, InvoicePeriod.Near.NEXT_QUARTER, InvoicePeriod.Near.NEXT_YEAR,
            InvoicePeriod.Relative.THIS_QUARTER, InvoicePeriod.Relative.THIS_YEAR);
    private static final Condition OVERDUE = new Condition.Status(StatusChoice.OVERDUE);

    private final String typed;
    private final List<InvoiceQuery.Term> terms;

    private SearchHints(String typed, List<InvoiceQuery.Term> terms) {
        this.typed = typed;
        this.terms = terms;
    }

    /** What has to be said, each kind once, in the order of the kinds. */
    static List<SearchHint> of(String typed, List<InvoiceQuery.Term> terms) {
        var search = new SearchHints(typed, terms);
        var hints = new ArrayList<SearchHint>();
        search.unknownField().ifPresent(word -> hints.add(new SearchHint(SearchHint.Kind.UNKNOWN_FIELD, word)));
        search.daysLate().ifPresent(word -> hints.add(new SearchHint(SearchHint.Kind.DAYS_LATE, word)));
        search.age().ifPresent(hints::add);
        search.paidOn().ifPresent(word -> hints.add(new SearchHint(SearchHint.Kind.PAID_ON, word)));
        search.overdue().ifPresent(hints::add);
        search.refunds().ifPresent(hints::add);
        search.years().ifPresent(hints::add);
        hints.addAll(FormHints.of(typed, terms));
        hints.addAll(SpanHints.of(typed, terms));
        return hints;
    }

    private Optional<String> unknownField() {
        for (int i = 0; i < terms.size(); i++) {
            Token token = terms.get(i).token();
            Matcher field = FIELD.matcher(token.text());
            // a colon at the end of all ends a text as well
            if (token.kind() == Token.Kind.TEXT && field.matches() && !isQuoted(token)
                    && (!field.group(2).isEmpty() || i + 1 < terms.size())) {
                return Optional.of(field.group(1));
            }
        }
        return Optional.empty();
    }

    private boolean isQuoted(Token token) {
        return typed.charAt(token.excluded() ? token.start() + 1 : token.start()) == '"';
    }

    private Optional<String> daysLate() {
        for (int i = 1; i < terms.size(); i++) {
            Token token = terms.get(i).token();
            Optional<String> days = days(terms.get(i));
            if (days.isPresent() && !token.excluded()
                    && !terms.get(i - 1).excluded() && terms.get(i - 1).readings().getFirst().equals(OVERDUE)
                    && terms.stream().noneMatch(term -> term.token().kind() == Token.Kind.CURRENCY)) {
                return days;
            }
        }
        return Optional.empty();
    }

    /** The number, or the first of two that amounts lie between, where they may be numbers of days. */
    private Optional<String> days(InvoiceQuery.Term term) {
        if (term.token().kind() == Token.Kind.NUMBER) {
            return Optional.of(term.token().text()).filter(number -> DAYS.matcher(number).matches());
        }
        // behind a field an amount is meant
        Matcher ends = TWO_DAYS.matcher(typed.substring(term.token().start(), term.token().end()));
        return term.readings().getFirst() instanceof Condition.Total total && total.currencies().isEmpty()
                && total.range().low() != null && total.range().high() != null && ends.matches()
                        ? Optional.of(ends.group(1))
                        : Optional.empty();
    }

    private Optional<SearchHint> age() {
        for (InvoiceQuery.Term term : terms) {
            if (!term.excluded() && term.readings().getFirst() instanceof Condition.Dated(InvoicePeriod period)
                    && period instanceof InvoicePeriod.Ago ago && ago.older()) {
                long days = ago.count() * ago.unit().getDuration().toDays();
                return days > LateWords.MOST_DAYS
                        ? Optional.empty()
                        : Optional.of(new SearchHint(SearchHint.Kind.AGE, term.token().text(), Long.toString(days)));
            }
        }
        return Optional.empty();
    }

    private Optional<String> paidOn() {
        return terms.stream().anyMatch(term -> !term.excluded()
                && term.readings().getFirst() instanceof Condition.Status(StatusChoice choice)
                && choice == StatusChoice.PAID)
                        ? terms.stream().map(InvoiceQuery.Term::token)
                                .filter(token -> token.kind() == Token.Kind.DATE && !token.excluded()).map(Token::text)
                                .findFirst()
                        : Optional.empty();
    }

    private Optional<SearchHint> refunds() {
        boolean ofVendor = terms.stream().anyMatch(term -> !term.excluded()
                && term.readings().getFirst() instanceof Condition.In in && in.field() == RowField.VENDOR);
        return ofVendor
                ? Optional.empty()
                : terms.stream().filter(SearchHints::isOfBothSides).map(InvoiceQuery.Term::token)
                        .filter(token -> token.kind() == Token.Kind.TYPE && !token.excluded()
                                && Keywords.isRefund(Folding.fold(token.text())))
                        .map(token -> new SearchHint(SearchHint.Kind.REFUNDS, token.text())).findFirst();
    }

    private static boolean isOfBothSides(InvoiceQuery.Term term) {
        return term.readings().getFirst() instanceof Condition.Types kinds
                && kinds.types().stream().map(MoveType::isSale).distinct().count() > 1;
    }

    /** What is to come begins today, and what was to be paid before is still to be paid. */
    private Optional<SearchHint> overdue() {
        for (InvoiceQuery.Term term : terms) {
            if (!term.excluded() && term.readings().getFirst() instanceof Condition.Due(InvoicePeriod period)) {
                String word = term.token().text();
                if (period instanceof InvoicePeriod.Beside beside && isWithOverdue(beside) && !namesKind()) {
                    return Optional.of(new SearchHint(SearchHint.Kind.WITH_OVERDUE, word));
                }
                if (COMING.contains(period) || period instanceof InvoicePeriod.Ahead) {
                    return Optional.of(new SearchHint(SearchHint.Kind.WITHOUT_OVERDUE, word));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether what is overdue is within on any day: a month or a day without a year may have passed. */
    private static boolean isWithOverdue(InvoicePeriod.Beside beside) {
        InvoicePeriod of = beside.of();
        return switch (beside.side()) {
            case UNTIL -> true;
            case TO_PAY -> of instanceof InvoicePeriod.Ahead || COMING.contains(of) || ENDING_LATER.contains(of);
            case WITHIN, BEFORE, FROM, AFTER -> false;
        };
    }

    private boolean namesKind() {
        return terms.stream().map(term -> term.readings().getFirst()).anyMatch(reading -> switch (reading) {
            case Condition.Types _ -> true;
            case Condition.In in -> in.namesSide();
            default -> false;
        });
    }

    private Optional<SearchHint> years() {
        for (InvoiceQuery.Term term : terms) {
            String text = term.token().text();
            Matcher years = YEARS.matcher(text);
            if (term.readings().getFirst() instanceof Condition.Dated && years.matches()
                    && WORD.splitAsStream(Folding.fold(text)).allMatch(word -> MonthNames.find(word).isEmpty())) {
                return Optional.of(new SearchHint(SearchHint.Kind.YEARS, text,
                        years.group(1) + ".." + years.group(2)));
            }
            if (term.readings().getFirst() instanceof Condition.Total
                    && TWO_YEARS.matcher(typed.substring(term.token().start(), term.token().end())).matches()) {
                return Optional.of(new SearchHint(SearchHint.Kind.NO_YEARS, text, text));
            }
        }
        return Optional.empty();
    }
}
