package app.loupe.review;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Folded words in which phrases are looked for, with the names that mean something there in any language.
 *
 * @param order of day and month, where only one can be meant
 */
record PhraseText(List<String> words, DayOrder order) {
    private static final int MAX_WORDS_OF_A_NAME = 5;
    private static final int MOST_DIGITS = 4;
    private static final Map<String, String> ENGLISH = Map.ofEntries(Map.entry("due", "due"),
            Map.entry("to-pay", "pay"), Map.entry("must-pay", "pay"), Map.entry("payable", "due"),
            Map.entry("in", "by"),
            Map.entry("on", "by"), Map.entry("older-than", "older"), Map.entry("last", "last"),
            Map.entry("past", "last"),
            Map.entry("day", "days"), Map.entry("days", "days"), Map.entry("week", "weeks"),
            Map.entry("weeks", "weeks"),
            Map.entry("month", "months"), Map.entry("months", "months"),
            Map.entry("year", "years"), Map.entry("years", "years"), Map.entry("between", "between"),
            Map.entry("from", "between"), Map.entry("and", "and"), Map.entry("to", "and"),
            Map.entry("not-due", "not-due"), Map.entry("not-yet-due", "not-due"),
            Map.entry("end-of-month", "month-end"), Map.entry("end-of-the-month", "month-end"),
            Map.entry("the-end-of-the-month", "month-end"), Map.entry("month-end", "month-end"),
            Map.entry("end-of-quarter", "quarter-end"), Map.entry("end-of-the-quarter", "quarter-end"),
            Map.entry("the-end-of-the-quarter", "quarter-end"), Map.entry("quarter-end", "quarter-end"),
            Map.entry("end-of-year", "year-end"), Map.entry("end-of-the-year", "year-end"),
            Map.entry("the-end-of-the-year", "year-end"), Map.entry("year-end", "year-end"));
    /** What stands in front of a day or a time, and says on which side of it. */
    private static final Map<String, String> ENGLISH_SIDES = Map.ofEntries(Map.entry("until", "until"),
            Map.entry("till", "until"), Map.entry("by", "until"), Map.entry("up-to", "until"),
            Map.entry("no-later-than", "until"),
            Map.entry("until-the-end-of", "until"), Map.entry("by-the-end-of", "until"),
            Map.entry("by-end-of", "until"), Map.entry("before", "before"), Map.entry("after", "after"),
            Map.entry("from", "from"), Map.entry("since", "from"), Map.entry("within", "within"),
            Map.entry("within-the-next", "within"), Map.entry("in-the-next", "within"), Map.entry("in", "within"),
            Map.entry("the-next", "within"), Map.entry("next", "within"));
    /** How an amount is compared. "Total" names none without a colon: it is a company as well. */
    private static final Map<String, String> ENGLISH_AMOUNTS = Map.ofEntries(Map.entry("amount", "noun"),
            Map.entry("over", "more"), Map.entry("more-than", "more"),
            Map.entry("above", "more"), Map.entry("greater-than", "more"), Map.entry("higher-than", "more"),
            Map.entry("larger-than", "more"), Map.entry("exceeding", "more"), Map.entry("at-least", "least"),
            Map.entry("not-less-than", "least"), Map.entry("under", "less"), Map.entry("less-than", "less"),
            Map.entry("below", "less"), Map.entry("lower-than", "less"), Map.entry("smaller-than", "less"),
            Map.entry("at-most", "most"), Map.entry("no-more-than", "most"), Map.entry("not-more-than", "most"),
            Map.entry("up-to", "upto"));
    private static final List<ChronoUnit> UNITS = List.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS,
            ChronoUnit.YEARS);
    private static final String FROM = "from";
    /** Behind "from September" these say that what came later is meant, too. */
    private static final Set<String> ONWARDS = Set.of("on", "onward", "onwards");
    /** What is over at the end that a word names. */
    private static final Map<String, InvoicePeriod> ENDS = Map.of("month-end", InvoicePeriod.Relative.THIS_MONTH,
            "quarter-end", InvoicePeriod.Relative.THIS_QUARTER, "year-end", InvoicePeriod.Relative.THIS_YEAR);
    private static final List<DaySide> SIDES_OF_ENDS = List.of(DaySide.UNTIL, DaySide.BEFORE, DaySide.WITHIN,
            DaySide.AFTER);
    private static final List<DaySide> SIDES = List.of(DaySide.UNTIL, DaySide.BEFORE, DaySide.AFTER, DaySide.FROM);

    /** A unit of time, and how many words its name takes. */
    record Unit(ChronoUnit unit, int words) {}

    /**
     * The days from one end to another.
     *
     * @param first the words of the first end
     * @param last those of the last
     * @param words how many words say it in all
     */
    record Ends(InvoicePeriod period, List<String> first, List<String> last, int words) {}

    /**
     * A side of a period.
     *
     * @param periods any of them
     * @param words how many words say it
     */
    record OneSide(List<InvoicePeriod> periods, DaySide side, int words) {}

    /** How many words from a place on are a name of this meaning; 0 if none are. */
    int name(int at, String meaning) {
        for (int count = most(at); count > 0; count--) {
            if (isName(joined(at, count), meaning)) {
                return count;
            }
        }
        return 0;
    }

    /** The unit of time that a folded word names in any language. */
    static Optional<ChronoUnit> unit(String name) {
        return UNITS.stream().filter(unit -> isName(name, unit.name().toLowerCase(Locale.ROOT))).findFirst();
    }

    private static boolean isName(String name, String meaning) {
        return meaning.equals(SearchWords.phrase(name)) || meaning.equals(ENGLISH.get(name));
    }

    /** How many words from a place on say on which side of a day something is; 0 if none do. */
    int side(int at, String meaning) {
        for (int count = most(at); count > 0; count--) {
            if (isSide(joined(at, count), meaning)) {
                return count;
            }
        }
        return 0;
    }

    /** How many words from a place on compare an amount so, or name it; 0 if none do. */
    int amount(int at, String meaning) {
        for (int count = most(at); count > 0; count--) {
            String name = joined(at, count);
            if (meaning.equals(SearchWords.amount(name)) || meaning.equals(ENGLISH_AMOUNTS.get(name))) {
                return count;
            }
        }
        return 0;
    }

    /** The number of days, weeks, months or years that one word is. */
    Optional<Integer> count(int at) {
        return at < words.size() && words.get(at).matches("\\d{1," + MOST_DIGITS + "}")
                ? Optional.of(Integer.valueOf(words.get(at)))
                : Optional.empty();
    }

    /** The unit of time at a place. */
    Optional<Unit> unit(int at) {
        return UNITS.stream().map(unit -> new Unit(unit, name(at, unit.name().toLowerCase(Locale.ROOT))))
                .filter(unit -> unit.words() > 0).findFirst();
    }

    /**
     * Whether the number of so many words at a place is a time: more words make a date of it, a unit follows, or it is a month
     * with its year.
     */
    boolean isTime(int at, int count) {
        return DateWords.first(words.subList(at, words.size())).filter(date -> date.words() > count).isPresent()
                || unit(at + count).isPresent() || DateWords.hasDottedMonth(words.get(at));
    }

    /** The longest period from a place on. */
    Optional<DateWords.Found> period(int at) {
        for (int count = most(at); count > 0; count--) {
            int taken = count;
            Optional<InvoicePeriod> named = Keywords.period(joined(at, count));
            if (named.isPresent()) {
                return named.map(period -> new DateWords.Found(List.of(period), taken));
            }
        }
        return DateWords.first(words.subList(Math.min(at, words.size()), words.size()));
    }

    /** The days between two ends from a place on, the most words that are some: "from 1 Sep to 30 Sep", "1 Sep - 30 Sep". */
    Optional<Ends> between(int at) {
        int begin = at + Math.max(name(at, "between"), side(at, "from"));
        for (int and = begin + 1; begin > at && and < words.size() - 1; and++) {
            int ends = and + Math.max(name(and, "and"), side(and, "until"));
            List<String> first = words.subList(begin, and);
            for (int to = words.size(); ends > and && to > ends; to--) {
                List<String> last = words.subList(ends, to);
                Optional<InvoicePeriod> period = DateEnds.between(first, last, order);
                if (period.isPresent()) {
                    return Optional.of(new Ends(period.get(), first, last, to - at));
                }
            }
        }
        return new DateSpans(words, order).first(at);
    }

    /** The side of a period that is named from a place on. */
    Optional<OneSide> beside(int at) {
        // "avant-fin" is another side than "avant": the longest name first, and where no period follows, the next
        return SIDES.stream().filter(side -> side(at, side) > 0)
                .sorted(Comparator.comparingInt((DaySide side) -> side(at, side)).reversed())
                .flatMap(side -> period(at + side(at, side))
                        .map(found -> new OneSide(ordered(found, at + side(at, side)), side,
                                side(at, side) + found.words()))
                        .stream())
                .findFirst().or(() -> besideEnd(at));
    }

    /** "by the end of the month", "vor Monatsende": who says "before" it, or "within", means its last day, too. */
    private Optional<OneSide> besideEnd(int at) {
        return IntStream.rangeClosed(1, most(at)).boxed()
                .flatMap(count -> SIDES_OF_ENDS.stream().filter(side -> isSide(joined(at, count), side))
                        .flatMap(side -> end(at + count).map(end -> new OneSide(end.periods(),
                                side == DaySide.AFTER ? side : DaySide.UNTIL, count + end.words())).stream()))
                .findFirst();
    }

    /** What is over at the end that is named from a place on. */
    private Optional<DateWords.Found> end(int at) {
        return ENDS.entrySet().stream().filter(end -> name(at, end.getKey()) > 0)
                .map(end -> new DateWords.Found(List.of(end.getValue()), name(at, end.getKey()))).findFirst();
    }

    private static boolean isSide(String name, DaySide side) {
        return isSide(name, side.name().toLowerCase(Locale.ROOT));
    }

    private static boolean isSide(String name, String meaning) {
        return meaning.equals(SearchWords.due(name)) || meaning.equals(ENGLISH_SIDES.get(name));
    }

    /** A side has one end: of a day that can be two the one of the region is meant. */
    private List<InvoicePeriod> ordered(DateWords.Found found, int at) {
        return found.words() == 1 ? order.preferred(words.get(at), found.periods()) : found.periods();
    }

    /** The same for dates of invoices, among which {@code from} is a side of a day alone: "from September" is of September. */
    Optional<OneSide> besideInvoices(int at) {
        return beside(at).filter(found -> found.periods().stream().allMatch(DateWords::isLikely)).flatMap(found -> {
            int behind = at + found.words();
            boolean from = FROM.equals(words.get(at));
            boolean onwards = from && behind < words.size() && ONWARDS.contains(words.get(behind));
            return from && !onwards && !found.periods().stream().allMatch(PhraseText::isDay)
                    ? Optional.empty()
                    : Optional.of(new OneSide(found.periods(), found.side(), found.words() + (onwards ? 1 : 0)));
        });
    }

    private static boolean isDay(InvoicePeriod period) {
        return period instanceof InvoicePeriod.OfDay || period instanceof InvoicePeriod.OfMonthDay;
    }

    private int side(int at, DaySide side) {
        return side(at, side.name().toLowerCase(Locale.ROOT));
    }

    private int most(int at) {
        return Math.min(MAX_WORDS_OF_A_NAME, words.size() - at);
    }

    private String joined(int at, int count) {
        return String.join("-", words.subList(at, at + count));
    }
}
