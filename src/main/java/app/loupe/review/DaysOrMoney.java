package app.loupe.review;

import app.loupe.review.QueryWords.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides what a comparison near the word for overdue is of, where no word of days says it: {@code overdue >500} is days late,
 * {@code overdue >500 EUR} and {@code overdue >500 <1500} are money. The name or sign of a currency makes it money right beside
 * the number alone: elsewhere, behind a field, or left out ({@code overdue >60 currency:EUR}, {@code overdue >60 -EUR}) it is
 * another part of the search. What was saved before there were days, when {@code overdue >500} was money, means days now.
 *
 * @param words all of the search
 * @param currencies the codes that occur in the copy
 */
record DaysOrMoney(List<Word> words, Set<String> currencies) {
    private static final Pattern SIGN = Pattern.compile(">=|<=|[<>=]");
    private static final Pattern COMPARED = Pattern.compile("(?:>=|<=|[<>=]).+");
    private static final Pattern FEW = Pattern.compile("(?:>=|<=|[<>=])\\d{1,3}");
    private static final Pattern GROUP = Pattern.compile("\\d{3}(?:[.,]\\d+)?");

    /** Whether a comparison that ends before a place is an amount by what stands there. */
    boolean isMoney(int end) {
        int next = end;
        for (int count = compared(next); count > 0; count = compared(next)) {
            if (hasDays(next, count)) {
                return false;
            }
            if (!FEW.matcher(joined(next, count)).matches()) {
                return true;
            }
            next += count;
            if (isGroup(next)) {
                return true;
            }
        }
        return isCurrency(next) || isGroup(next);
    }

    /** "overdue >1 500": the rest of a number. */
    private boolean isGroup(int at) {
        return isBare(at) && !words.get(at).excluded() && GROUP.matcher(words.get(at).folded()).matches();
    }

    /** How many words from here on are the other end of a range of days that ends here; 0 if it is none. */
    int otherEnd(int at, LateRange range) {
        int count = compared(at);
        return count > 0 && FEW.matcher(joined(at, count)).matches() && !isMoney(at + count)
                && days(at, count).filter(range::isOpenTo).isPresent() ? count : 0;
    }

    /** How many days so many words from here on are. */
    Optional<LateRange> days(int at, int count) {
        return LateWords.value(joined(at, count));
    }

    /** How many words from here on are a comparison with a sign, well written or not. */
    private int compared(int at) {
        if (!isBare(at)) {
            return 0;
        }
        String folded = words.get(at).folded();
        if (SIGN.matcher(folded).matches()) {
            return isBare(at + 1) ? 2 : 0;
        }
        return COMPARED.matcher(folded).matches() ? 1 : 0;
    }

    private boolean hasDays(int at, int count) {
        return isBare(at + count)
                && LateWords.read(words.subList(at, at + count + 1).stream().map(Word::folded).toList()).isPresent();
    }

    private boolean isBare(int at) {
        return at >= 0 && at < words.size() && words.get(at).isBare() && !words.get(at).excluded();
    }

    private String joined(int at, int count) {
        return String.join("", words.subList(at, at + count).stream().map(Word::folded).toList());
    }

    /** Any currency of the world, that the copy may not know, or one that the copy alone knows. */
    private boolean isCurrency(int at) {
        return isBare(at) && (CurrencyWords.isOne(words.get(at).folded())
                || CurrencyWords.find(words.get(at).folded(), currencies).isPresent());
    }
}
