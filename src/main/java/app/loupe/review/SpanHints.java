package app.loupe.review;

import app.loupe.domain.Folding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds days in a search that were not read as such: {@code 31/02/2026} is none, and {@code 30/09/2026..01/09/2026} ends before it
 * begins, in the order of the region and in the other one.
 */
final class SpanHints {
    private static final String YEAR = "(?:19|20)\\d\\d";
    private static final String DAY = "(?:" + YEAR + "-(?:0?[1-9]|[12]\\d|3[01])-(?:0?[1-9]|[12]\\d|3[01])"
            + "|(?:0?[1-9]|[12]\\d|3[01])([-/.])(?:0?[1-9]|[12]\\d|3[01])\\%d" + YEAR + ")";
    /** Not what is in the number of an invoice: {@code INV/2026-02-31}. */
    private static final String BEGIN = "(?<![\\p{L}\\d/.])";
    private static final String END = "(?![\\p{L}\\d/])";
    private static final Pattern ONE = Pattern.compile(BEGIN.replace("/.", "/") + DAY.formatted(1) + END);
    private static final Pattern TWO = Pattern.compile(
            BEGIN + "(" + DAY.formatted(2) + ")(?:\\.\\.|\\s*[-\u2013\u2014]\\s*|\\s+(\\S+(?:\\s\\S+)?)\\s+)("
                    + DAY.formatted(5)
                    + ")" + END);
    private static final Set<Token.Kind> OTHERS = EnumSet.of(Token.Kind.TEXT, Token.Kind.NUMBER,
            Token.Kind.UNREADABLE);

    private SpanHints() {}

    /** What has to be said, each kind once. */
    static List<SearchHint> of(String typed, List<InvoiceQuery.Term> terms) {
        var hints = new ArrayList<SearchHint>();
        noDay(typed, terms).ifPresent(hints::add);
        if (hints.isEmpty()) {
            turned(typed, terms).ifPresent(hints::add);
        }
        return hints;
    }

    private static Optional<SearchHint> noDay(String typed, List<InvoiceQuery.Term> terms) {
        for (InvoiceQuery.Term term : terms) {
            if (isText(term.token(), typed)) {
                Matcher day = ONE.matcher(typed.substring(term.token().start(), term.token().end()));
                while (day.find()) {
                    if (DateWords.single(day.group()).isEmpty()) {
                        return Optional.of(new SearchHint(SearchHint.Kind.NO_DAY, day.group()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<SearchHint> turned(String typed, List<InvoiceQuery.Term> terms) {
        Matcher both = TWO.matcher(typed);
        for (int at = 0; both.find(at); at = both.start(4)) {
            boolean joined = both.group(3) == null || isTo(both.group(3));
            int start = both.start();
            int end = both.end();
            boolean read = terms.stream().map(InvoiceQuery.Term::token).anyMatch(token -> token.start() <= start
                    && token.end() >= end && !isText(token, typed));
            if (joined && !read && DateEnds
                    .between(List.of(both.group(1)), List.of(both.group(4)), DayOrder.DAY_FIRST).isEmpty()) {
                return Optional.of(new SearchHint(SearchHint.Kind.TURNED, both.group()));
            }
        }
        return Optional.empty();
    }

    /** Whether it was looked for as text, and not asked for as such. */
    private static boolean isText(Token token, String typed) {
        return OTHERS.contains(token.kind()) && typed.substring(token.start(), token.end()).indexOf('"') < 0;
    }

    private static boolean isTo(String words) {
        String name = Folding.fold(words).replaceAll("\\s+", "-");
        return "and".equals(name) || DateSpans.isTo(name) || "and".equals(SearchWords.phrase(name));
    }
}
