package app.loupe.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds days from one to another that no word begins: {@code 01/09/2026 - 30/09/2026}, {@code 1.9.-30.9.}, {@code 1-9-2026 to
 * 30-9-2026}, {@code Sep - Nov 2026}, {@code 1 Sep..30 Sep}. A year alone is no end here, because {@code nov-2026} is a month and
 * {@code 2025 - 2026} a season; nor are two days of two figures, because {@code 1/2 - 3/4} is what somebody measures.
 */
record DateSpans(List<String> words, DayOrder order) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final int LONGEST_END = 5;
    private static final int LONGEST_NAME = 3;
    private static final Set<String> ENGLISH = Set.of("to", "until", "till", "through", "thru");
    private static final Pattern DASH = Pattern.compile("\\.\\.|[-\u2013\u2014]");

    /**
     * A place between two ends.
     *
     * @param left what stands before it in the word where it is; empty for nothing
     * @param right what stands behind it there
     * @param next where the next word is
     */
    private record Cut(String left, String right, int next) {}

    /** The days from a place on; the most words that are some. */
    Optional<PhraseText.Ends> first(int at) {
        for (int i = at; i < Math.min(words.size(), at + LONGEST_END + 1); i++) {
            for (Cut cut : cuts(i)) {
                List<String> first = Stream.concat(words.subList(at, i).stream(), part(cut.left())).toList();
                Optional<PhraseText.Ends> found = first.isEmpty() ? Optional.empty() : upTo(first, cut, at);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<PhraseText.Ends> upTo(List<String> first, Cut cut, int at) {
        for (int to = Math.min(words.size(), cut.next() + LONGEST_END); to >= cut.next(); to--) {
            List<String> last = Stream.concat(part(cut.right()), words.subList(cut.next(), to).stream()).toList();
            if (!last.isEmpty() && !isYear(first) && !isYear(last)
                    && !(isShort(last) && (isShort(first) || isNumber(first)))) {
                int count = to - at;
                Optional<PhraseText.Ends> found = DateEnds.between(first, last, order)
                        .map(period -> new PhraseText.Ends(period, first, last, count));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Where one of two ends may end in a word, or with it. */
    private List<Cut> cuts(int at) {
        int to = to(at);
        if (to > 0) {
            return List.of(new Cut("", "", at + to));
        }
        String word = words.get(at);
        var cuts = new ArrayList<Cut>();
        Matcher dash = DASH.matcher(word);
        while (dash.find()) {
            String left = word.substring(0, dash.start());
            String right = word.substring(dash.end());
            // "1.9...30.9."
            boolean dotted = right.startsWith(".");
            cuts.add(new Cut(dotted ? left + "." : left, dotted ? right.substring(1) : right, at + 1));
        }
        return cuts;
    }

    /** How many words at a place say "to" between two ends; 0 if they say something else. */
    int to(int at) {
        for (int count = Math.min(LONGEST_NAME, words.size() - at); count > 0; count--) {
            if (isTo(String.join("-", words.subList(at, at + count)))) {
                return count;
            }
        }
        return 0;
    }

    /** Whether the word at a place is a dash or dots, as between two ends. */
    boolean isDash(int at) {
        return isDash(words.get(at));
    }

    /** Whether a word is a dash or dots. */
    static boolean isDash(String word) {
        return DASH.matcher(word).matches();
    }

    /** Whether folded words, joined with hyphens, say "to" between two ends. */
    static boolean isTo(String name) {
        return ENGLISH.contains(name) || SearchWords.isTo(name);
    }

    private static Stream<String> part(String word) {
        return Stream.of(word).filter(part -> !part.isEmpty());
    }

    private static boolean isYear(List<String> end) {
        return end.size() == 1 && DateWords.year(end.getFirst()).isPresent();
    }

    /** "1-1/2" is a measure. */
    private static boolean isNumber(List<String> end) {
        return end.size() == 1 && NUMBER.matcher(end.getFirst()).matches();
    }

    private static boolean isShort(List<String> end) {
        return end.size() == 1 && DateEnds.isShort(end.getFirst());
    }
}
