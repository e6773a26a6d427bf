package app.loupe.review;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads how many days late, as people write it: {@code overdue >60}, {@code late>60}, {@code >60 days},
 * {@code > 60 days late}, {@code 60 days late}, {@code more than 60 days late}, {@code overdue by 60 days},
 * {@code 31-60 days late}, and the same in the other languages ({@link SearchWords}). Weeks, months and years are so many days,
 * as long as they are on average: {@code over 2 years} is {@code >730}. A number without a comparison is the
 * least: who looks for what is 60 days late looks for 61, too.
 *
 * <p>A word for "until" is the most where no number stands before it, and the other end behind one: {@code bis 60 Tage},
 * {@code 31 bis 60 Tage}. Words that look ahead are none: what is {@code overdue in 30 days} is not late.
 *
 * <p>What has neither a word of days nor the word for overdue right before it is an amount. So is, without a word of days, a
 * number of more than three digits: {@code overdue >1000} was money before there were days, and nobody waits for three years.
 * Words compare beside a word of days alone: Uber, Mas and Over are names.
 */
final class LateWords {
    /** In words: {@code en retard depuis plus de 60 jours} has seven. */
    static final int LONGEST = 8;

    private static final int MOST_DIGITS = 4;
    /** The most days late that can be asked for. */
    static final long MOST_DAYS = Math.powExact(10L, MOST_DIGITS) - 1;
    private static final int MOST_DIGITS_WITHOUT_DAYS = 3;
    private static final int MAX_WORDS_OF_A_NAME = 4;
    private static final String UNTIL = "until";
    private static final String DAYS = "days";
    private static final Map<String, String> ENGLISH = Map.ofEntries(Map.entry("more-than", "more"),
            Map.entry("over", "more"),
            Map.entry("above", "more"), Map.entry("below", "less"),
            Map.entry("longer-than", "more"), Map.entry("at-least", "least"), Map.entry("less-than", "less"),
            Map.entry("fewer-than", "less"), Map.entry("under", "less"), Map.entry("at-most", "most"),
            Map.entry("up-to", UNTIL), Map.entry("by", "by"), Map.entry("for", "by"), Map.entry("since", "by"),
            Map.entry("from", "by"),
            Map.entry("to", "to"), Map.entry("and", "to"), Map.entry("between", "within"));
    private static final Map<String, String> SIGNS = Map.of("more", ">", "least", ">=", "less", "<", "most", "<=");

    private static final Pattern PIECE = Pattern
            .compile(
                    "(?<sign>>=|<=|[<>=])|(?<dots>\\.\\.)|(?<number>\\d+)|(?<plus>\\+)|(?<word>[^\\s<>=.+\\d][^\\s<>=+\\d]*)");
    /** Dutch for "in 30 days"; in English it is more than so many. */
    private static final Pattern DUTCH_AHEAD = Pattern
            .compile("(?:.* )?over \\d+ ?(?:dag(?:en)?|week|weken|maand(?:en)?|jaar|jaren)(?: .*)?");
    private static final Pattern GLUED = Pattern.compile("([^\\s<>=]+)(?:>=|<=|[<>=]).*");

    // a letter for each piece: Overdue, Sign, Number, Plus, dOts as R, To, Days, By, Within
    private static final String COMPARED = "SN|NP|NRN|NR|RN";
    private static final Pattern OVERDUE_FIRST = Pattern.compile("OB*(?:(?:" + COMPARED + ")D?|(?:W?NTN|N)D)");
    private static final Pattern DAYS_FIRST = Pattern.compile("B*(?:" + COMPARED + "|W?NTN|N)DB*O");
    private static final Pattern DAYS_ALONE = Pattern.compile("(?:" + COMPARED + "|WNTN)D");
    private static final Pattern VALUE = Pattern.compile("(?:" + COMPARED + "|NTN|N)D?");

    private final StringBuilder kinds = new StringBuilder();
    private final List<Integer> numbers = new ArrayList<>();
    private String sign = "";
    private ChronoUnit unit = ChronoUnit.DAYS;
    private boolean hasSigns;
    private boolean hasNames;

    private LateWords() {}

    /**
     * What was found.
     *
     * @param compared whether it has a sign that no text has
     * @param certain whether it is nothing but days: there is a word of days, or the sign stands right behind the word for
     * overdue; without these it may be an amount beside that word
     */
    record Found(LateRange range, boolean compared, boolean certain) {}

    /** What these folded words mean together as days late; empty when they are something else, or one too many. */
    static Optional<Found> read(List<String> folded) {
        String joined = String.join(" ", folded);
        return Optional.of(joined).filter(text -> !DUTCH_AHEAD.matcher(text).matches()).flatMap(LateWords::cut)
                .filter(LateWords::isLate)
                .flatMap(words -> words.range().map(range -> new Found(range, words.hasSigns,
                        words.hasDays() || folded.stream().anyMatch(LateWords::isMeant))));
    }

    /** What stands behind {@code late:}. */
    static Optional<LateRange> value(String folded) {
        return cut(folded).filter(words -> VALUE.matcher(words.kinds).matches()).flatMap(LateWords::range);
    }

    /** Whether somebody who types this one word means days late, well written or not: {@code late>soon}. */
    static boolean isMeant(String folded) {
        Matcher glued = GLUED.matcher(folded);
        return glued.matches() && Keywords.isOverdue(glued.group(1));
    }

    private boolean isLate() {
        boolean few = numbers.stream().allMatch(number -> number < Math.powExact(10, MOST_DIGITS_WITHOUT_DAYS));
        return (hasDays() || (few && !hasNames)) && Stream.of(OVERDUE_FIRST, DAYS_FIRST, DAYS_ALONE)
                .anyMatch(pattern -> pattern.matcher(kinds).matches());
    }

    private boolean hasDays() {
        return kinds.indexOf("D") >= 0;
    }

    /** Cuts a text into pieces; empty when one of them has no meaning here. */
    private static Optional<LateWords> cut(String text) {
        var words = new LateWords();
        var names = new ArrayList<String>();
        Matcher piece = PIECE.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            if (!piece.region(at, text.length()).lookingAt()) {
                return Optional.empty();
            }
            at = piece.end();
            if (piece.group("word") != null) {
                names.add(piece.group("word"));
            } else if (!words.takesNames(names) || !words.takes(piece)) {
                return Optional.empty();
            }
        }
        return words.takesNames(names) ? Optional.of(words) : Optional.empty();
    }

    private boolean takes(Matcher piece) {
        if (piece.group("number") != null) {
            kinds.append('N');
            return piece.group().length() <= MOST_DIGITS && numbers.add(Integer.valueOf(piece.group()));
        }
        hasSigns = true;
        if (piece.group("sign") != null) {
            sign = piece.group();
            kinds.append('S');
        } else {
            kinds.append(piece.group("dots") == null ? 'P' : 'R');
        }
        return true;
    }

    /** Gives the words that follow each other their kinds, the longest name first, and forgets them. */
    private boolean takesNames(List<String> names) {
        while (!names.isEmpty()) {
            int count = Math.min(names.size(), MAX_WORDS_OF_A_NAME);
            while (count > 0 && !takesName(names.stream().limit(count).collect(Collectors.joining("-")))) {
                count--;
            }
            if (count == 0) {
                return false;
            }
            names.subList(0, count).clear();
        }
        return true;
    }

    private boolean takesName(String name) {
        if (Keywords.isOverdue(name)) {
            kinds.append('O');
            return true;
        }
        // between two numbers it is no minus
        String known = "-".equals(name) || "\u2013".equals(name)
                ? "to"
                : ENGLISH.getOrDefault(name, SearchWords.late(name));
        Optional<ChronoUnit> time = PhraseText.unit(name);
        if (time.isPresent()) {
            unit = time.get();
            known = DAYS;
        }
        if (known.isEmpty()) {
            return false;
        }
        if (UNTIL.equals(known)) {
            known = numbers.isEmpty() ? "most" : "to";
        }
        hasNames |= !"to".equals(known);
        sign = SIGNS.getOrDefault(known, sign);
        kinds.append(SIGNS.containsKey(known) ? 'S' : Character.toUpperCase(known.charAt(0)));
        return true;
    }

    /** Of the numbers and what stands between them; empty when no number of days lies inside. */
    private Optional<LateRange> range() {
        int first = days(numbers.getFirst());
        int last = days(numbers.getLast());
        LateRange range = switch (sign) {
            case ">" -> new LateRange(first + 1, Integer.MAX_VALUE, ">" + first);
            case ">=" -> new LateRange(first, Integer.MAX_VALUE, ">=" + first);
            case "<" -> new LateRange(1, first - 1, "<" + first);
            case "<=" -> new LateRange(1, first, "<=" + first);
            case "=" -> new LateRange(first, first, "=" + first);
            default -> numbers.size() > 1
                    ? new LateRange(first, last, first + ".." + last)
                    : kinds.indexOf("RN") >= 0
                            ? new LateRange(1, first, "<=" + first)
                            : new LateRange(first, Integer.MAX_VALUE, ">=" + first);
        };
        return range.most() >= Math.max(1, range.least())
                ? Optional.of(new LateRange(Math.max(1, range.least()), range.most(), range.shown()))
                : Optional.empty();
    }

    private int days(int number) {
        return Math.toIntExact(unit.getDuration().multipliedBy(number).toDays());
    }
}
