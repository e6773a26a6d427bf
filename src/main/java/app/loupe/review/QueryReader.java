package app.loupe.review;

import app.loupe.domain.KeptSearch;
import app.loupe.review.QueryWords.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Gives each part of what an owner typed its meaning; see {@link InvoiceQuery}. */
final class QueryReader {
    // nobody types more; a pasted page must not make a thousand searches
    private static final int MAX_TERMS = 24;
    /** Of what is said of a part that was not read. */
    private static final int MOST_TOLD = 40;
    /** Words of the longest name of a filter. */
    private static final int MAX_KEYWORDS = 5;
    private static final Condition OVERDUE = new Condition.Status(StatusChoice.OVERDUE);

    private final String typed;
    /** The same with {@code "} around its phrases. */
    private final String text;
    private final Set<String> currencies;
    private final DayOrder order;
    private final List<InvoiceQuery.Term> terms = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private List<Word> words = List.of();
    private DaysOrMoney daysOrMoney = new DaysOrMoney(List.of(), Set.of());

    /** A reader of one text; the currencies are those of the copy, the order of day and month that of the region. */
    QueryReader(String typed, Set<String> currencies, DayOrder order) {
        this.typed = typed;
        text = QueryWords.withPlainQuotes(typed);
        this.currencies = currencies;
        this.order = order;
    }

    InvoiceQuery read() {
        var cutter = new QueryWords(text);
        List<Word> all = cutter.cut();
        words = all.stream().filter(word -> word.end() <= KeptSearch.LONGEST).toList();
        boolean cut = words.isEmpty() && !all.isEmpty();
        if (cut) {
            words = new QueryWords(text.substring(0, KeptSearch.LONGEST)).cut();
        }
        daysOrMoney = new DaysOrMoney(words, currencies);
        if (cutter.isOpen() && words.size() == all.size()) {
            unreadable.add(typed.substring(text.lastIndexOf('"')));
        }
        int next = 0;
        while (next < words.size() && terms.size() < MAX_TERMS) {
            next += take(next);
        }
        int end = cut ? KeptSearch.LONGEST : next < all.size() ? all.get(next).start() : text.length();
        var hints = new ArrayList<>(tooLong(end));
        List<InvoiceQuery.Term> read = SideWords.read(terms);
        hints.addAll(SearchHints.of(text.substring(0, end), read));
        return new InvoiceQuery(typed, read, unreadable, hints);
    }

    /** What is not read must be told: rows that it leaves out would be found, or rows found that it asks for nothing of. */
    private List<SearchHint> tooLong(int end) {
        String rest = text.substring(end).strip();
        if (rest.isEmpty()) {
            return List.of();
        }
        String told = rest.length() > MOST_TOLD ? rest.substring(0, MOST_TOLD).strip() + "\u2026" : rest;
        unreadable.add(told);
        return List.of(new SearchHint(SearchHint.Kind.TOO_LONG, told));
    }

    /** Gives the word at a place its meaning, together with those that make one meaning with it; how many they are. */
    private int take(int at) {
        Word word = words.get(at);
        if (!word.field().isEmpty()) {
            boolean behind = word.text().isEmpty() && at + 1 < words.size() && words.get(at + 1).isValue();
            Word first = behind ? word.before(words.get(at + 1)) : word;
            int several = fieldOfSeveral(first, run(behind ? at + 1 : at));
            if (several == 0) {
                field(first);
            }
            return Math.max(several, 1) + (behind ? 1 : 0);
        }
        if (word.text().isEmpty()) {
            unreadable.add("-");
            return 1;
        }
        if (word.quoted()) {
            add(List.of(word), Token.Kind.TEXT, List.of(Condition.Text.of(word.text(), false)));
            return 1;
        }
        List<Word> run = run(at);
        int several = late(at, run);
        if (several == 0) {
            several = otherEnd(at);
        }
        if (several == 0) {
            several = phrase(at, run);
        }
        if (several == 0) {
            several = several(run);
        }
        if (several == 0) {
            several = negated(at, run);
        }
        if (several == 0) {
            single(word);
        }
        return Math.max(several, 1);
    }

    /**
     * Leaves out what names a filter right behind a word of negation: as text that word would find hardly anything, and the
     * filter the opposite of what was asked for. How many words it takes, 0 if it is something else.
     */
    private int negated(int at, List<Word> run) {
        List<String> folded = run.stream().map(Word::folded).toList();
        int not = run.getFirst().excluded() ? 0 : Negation.words(folded);
        int next = at + not;
        if (not == 0 || next >= words.size() || !isNamed(words.get(next))) {
            return 0;
        }
        List<Word> before = words;
        int known = terms.size();
        int doubtful = unreadable.size();
        var negated = new ArrayList<>(words);
        negated.set(next, words.get(next).negatedBy(run.getFirst()));
        words = List.copyOf(negated);
        int count = take(next);
        words = before;
        if (terms.size() > known && leavesOut(terms.getLast().readings().getFirst())) {
            if (words.get(next).isBare() && terms.getLast().readings().contains(OVERDUE)
                    && !Negation.excludes(folded, not, count)) {
                terms.removeLast();
                List<Word> taken = words.subList(at, next + count);
                add(taken, Token.Kind.DUE, withText(List.of(DuePhrases.NOT_DUE), taken, true));
            }
            return not + count;
        }
        terms.subList(known, terms.size()).clear();
        unreadable.subList(doubtful, unreadable.size()).clear();
        return 0;
    }

    private static boolean isNamed(Word word) {
        return !word.excluded() && (word.isBare() || !word.field().isEmpty());
    }

    /** Whether it is no text: what may be left out although nobody set a minus before it. */
    private static boolean leavesOut(Condition condition) {
        return condition instanceof Condition.Filter || condition instanceof Condition.Total;
    }

    /** The word and the bare ones behind it. */
    private List<Word> run(int at) {
        var run = new ArrayList<Word>(List.of(words.get(at)));
        for (int i = at + 1; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.isBare() && !word.excluded()) {
                run.add(word);
            } else if (word.isDash() && i + 1 < words.size() && words.get(i + 1).isBare()
                    && !words.get(i + 1).excluded()) {
                run.add(word.asDash());
            } else {
                break;
            }
        }
        return List.copyOf(run);
    }

    /** Reads the longest meaning as days late; how many words it takes, 0 if there is none. */
    private int late(int at, List<Word> run) {
        for (int count = Math.min(run.size(), LateWords.LONGEST); count > 0; count--) {
            List<Word> taken = run.subList(0, count);
            Optional<LateWords.Found> found = LateWords.read(taken.stream().map(Word::folded).toList());
            if (found.isPresent() && (found.get().certain() || !daysOrMoney.isMoney(at + count))) {
                List<Condition> late = List.of(new Condition.Late(found.get().range()));
                add(taken, Token.Kind.LATE, found.get().compared() ? late : withText(late, taken, true));
                return count;
            }
        }
        return 0;
    }

    /** Reads {@code <90} right behind {@code overdue >60} as days as well; how many words it takes, 0 if it is something else. */
    private int otherEnd(int at) {
        if (terms.isEmpty() || terms.getLast().token().excluded()
                || words.get(at).excluded()
                || terms.getLast().token().end() != words.get(at - 1).end()
                || !(terms.getLast().readings().getFirst() instanceof Condition.Late late)) {
            return 0;
        }
        int count = daysOrMoney.otherEnd(at, late.range());
        if (count > 0) {
            add(words.subList(at, at + count), Token.Kind.LATE,
                    daysOrMoney.days(at, count).map(Condition.Late::new).map(List::<Condition>of).orElseThrow());
        }
        return count;
    }

    /** Reads a phrase; how many words it takes, 0 if it is something else. */
    private int phrase(int at, List<Word> run) {
        Optional<PhraseWords.Found> found = PhraseWords.first(run.stream().map(PhraseWords::folded).toList(), order)
                .filter(phrase -> !(phrase.readings().getFirst() instanceof Condition.Total) || !isChained(at));
        found.ifPresent(phrase -> {
            List<Word> taken = run.subList(0, phrase.words());
            add(taken, kind(phrase.readings().getFirst()), withText(phrase.readings(), taken, true));
        });
        return found.map(PhraseWords.Found::words).orElse(0);
    }

    /** Whether a number goes on here behind a dash or "to" and another number: {@code 8 - 10 - 12}. */
    private boolean isChained(int at) {
        return at > 1 && isNumber(at) && isNumber(at - 2)
                && (words.get(at - 1).isDash() || DateSpans.isTo(words.get(at - 1).folded())
                        || DateSpans.isDash(words.get(at - 1).folded()));
    }

    private boolean isNumber(int at) {
        return !TypedNumber.read(words.get(at).folded()).isEmpty();
    }

    /** Reads the longest meaning of more than one word at the beginning; how many words it takes, 0 if there is none. */
    private int several(List<Word> run) {
        List<String> folded = run.stream().map(Word::folded).toList();
        Optional<SpacedAmounts.Found> amounts = SpacedAmounts.first(folded);
        if (amounts.isPresent()) {
            add(run.subList(0, amounts.get().words()), Token.Kind.AMOUNT, List.of(amounts.get().total()));
            return amounts.get().words();
        }
        int thousands = SpacedAmounts.number(folded);
        if (thousands > 0) {
            List<Word> taken = run.subList(0, thousands);
            List<Condition> number = FieldWords.amounts(
                    TypedNumber.read(String.join(" ", folded.subList(0, thousands))));
            add(taken, Token.Kind.NUMBER, withText(number, taken, false));
            return thousands;
        }
        Optional<DateWords.Found> date = DateWords.first(folded).filter(found -> found.words() > 1);
        if (date.isPresent()) {
            List<Word> taken = run.subList(0, date.get().words());
            add(taken, Token.Kind.DATE, withText(dated(date.get().periods()), taken, true));
            return taken.size();
        }
        for (int count = Math.min(run.size(), MAX_KEYWORDS); count > 1; count--) {
            Optional<Condition.Filter> found = Keywords.find(String.join("-", folded.subList(0, count)));
            if (found.isPresent()) {
                List<Word> taken = run.subList(0, count);
                add(taken, kind(found.get()), withText(List.of(found.get()), taken, true));
                return count;
            }
        }
        return 0;
    }

    private void single(Word word) {
        String folded = word.folded();
        Optional<AmountRange> amounts = AmountRange.parse(folded);
        Optional<InvoicePeriod> days = DateWords.range(folded, order)
                .filter(range -> amounts.isEmpty() || DateWords.hasDottedMonth(folded));
        if (days.isPresent()) {
            add(List.of(word), Token.Kind.DATE, dated(days.stream().toList()));
        } else if (amounts.isPresent()) {
            add(List.of(word), Token.Kind.AMOUNT, List.of(Condition.Total.of(amounts.get(), folded)));
        } else if (AmountRange.isMeant(folded) || LateWords.isMeant(folded)) {
            notUnderstood(word);
        } else {
            bare(word, folded);
        }
    }

    private void bare(Word word, String folded) {
        int sign = CurrencyWords.signBeside(folded);
        if (sign == 0 || Collections.disjoint(CurrencyWords.signs(folded), currencies)) {
            // a sign of none of the copy's currencies may be how another is written there: the peso as "$"
            one(word);
        } else if (word.excluded()) {
            AmountRange.parse("=" + folded).ifPresentOrElse(amount -> add(List.of(word), Token.Kind.AMOUNT,
                    List.of(Condition.Total.of(amount, folded))), () -> one(word));
        } else {
            // as "€ 500" is read: an amount, and in that currency
            int cut = sign > 0 ? word.from() + 1 : word.end() - 1;
            one(new Word(word.start(), word.from(), cut, text.substring(word.from(), cut), "", false, false));
            one(new Word(cut, cut, word.end(), text.substring(cut, word.end()), "", false, false));
        }
    }

    private void one(Word word) {
        String folded = word.folded();
        var readings = new ArrayList<Condition>();
        Keywords.find(folded).ifPresent(readings::add);
        readings.addAll(dated(DateWords.single(folded).stream().filter(DateWords::isLikely).toList()));
        CurrencyWords.find(folded, currencies).ifPresent(readings::add);
        boolean filter = !readings.isEmpty();
        List<Condition> amounts = FieldWords.amounts(TypedNumber.read(CurrencyWords.withoutSign(folded)));
        readings.addAll(amounts);
        Token.Kind kind = filter ? kind(readings.getFirst()) : amounts.isEmpty() ? Token.Kind.TEXT : Token.Kind.NUMBER;
        add(List.of(word), kind, withText(readings, List.of(word), filter));
    }

    /** Reads the longest value of several bare words behind a field: {@code date:Q1 2025}. How many they are, 0 for none. */
    private int fieldOfSeveral(Word first, List<Word> run) {
        for (int count = first.quoted() ? 0 : Math.min(run.size(), PhraseWords.LONGEST); count > 1; count--) {
            Word value = first.with(run.subList(1, count));
            List<Condition> readings = FieldWords.several(value, order);
            if (!readings.isEmpty()) {
                add(List.of(value), kind(readings.getFirst()), readings);
                return count;
            }
        }
        return 0;
    }

    private void field(Word word) {
        List<Condition> readings = FieldWords.read(word, order);
        if (readings.isEmpty()) {
            notUnderstood(word);
        } else {
            add(List.of(word), kind(readings.getFirst()), readings);
        }
    }

    /** Looks for it as text, field and all. */
    private void notUnderstood(Word word) {
        String whole = text.substring(word.from(), word.end());
        unreadable.add(whole);
        add(List.of(word), Token.Kind.UNREADABLE, List.of(Condition.Text.of(whole, false)));
    }

    /** The readings, or the same words as text: as one phrase, or apart from each other in the row. */
    private static List<Condition> withText(List<? extends Condition> readings, List<Word> taken, boolean whole) {
        var all = new ArrayList<Condition>(readings);
        all.add(Condition.Text.of(String.join(" ", taken.stream().map(Word::text).toList()), whole));
        if (taken.size() > 1) {
            all.add(new Condition.Scattered(
                    taken.stream().map(Word::text).filter(word -> !QueryWords.DASH.equals(word))
                            .map(word -> Condition.Text.of(word, whole)).toList()));
        }
        return all;
    }

    private static List<Condition> dated(List<InvoicePeriod> periods) {
        return periods.stream().<Condition>map(Condition.Dated::new).toList();
    }

    private static Token.Kind kind(Condition condition) {
        return switch (condition) {
            case Condition.Status _,Condition.Receivable _ -> Token.Kind.STATUS;
            case Condition.Late _ -> Token.Kind.LATE;
            case Condition.Types _,Condition.Documents _ -> Token.Kind.TYPE;
            case Condition.Dated _ -> Token.Kind.DATE;
            case Condition.Due _ -> Token.Kind.DUE;
            case Condition.In _ -> Token.Kind.FIELD;
            case Condition.Currencies _ -> Token.Kind.CURRENCY;
            case Condition.Marked _ -> Token.Kind.MARK;
            case Condition.Note _ -> Token.Kind.NOTE;
            case Condition.Amount _,Condition.Total _ -> Token.Kind.AMOUNT;
            case Condition.Text _,Condition.Scattered _ -> Token.Kind.TEXT;
        };
    }

    private static Meaning meaning(List<Condition> readings) {
        List<InvoicePeriod> periods = readings.stream().flatMap(reading -> switch (reading) {
            case Condition.Dated dated -> Stream.of(dated.period());
            case Condition.Due due -> Stream.of(due.period());
            default -> Stream.empty();
        }).toList();
        if (!periods.isEmpty()) {
            return new Meaning.Days(periods);
        }
        return readings.getFirst() instanceof Condition.Total total
                ? new Meaning.Amounts(total.range().low(), total.range().high(), total.range().strict(),
                        total.currencies())
                : new Meaning.AsTyped();
    }

    private void add(List<Word> taken, Token.Kind kind, List<Condition> readings) {
        Word first = taken.getFirst();
        boolean whole = taken.size() > 1 || kind == Token.Kind.UNREADABLE;
        String words = whole
                ? text.substring(first.from(), taken.getLast().end())
                : first.text();
        String value = switch (readings.getFirst()) {
            case Condition.Late late -> late.range().shown();
            case Condition.In _ -> text.substring(first.from(), first.end());
            default -> words;
        };
        // hiding must not happen by chance: "-paid" leaves out what is paid, not whatever has the word in a line
        boolean filters = first.excluded() && readings.stream().anyMatch(QueryReader::leavesOut);
        terms.add(new InvoiceQuery.Term(
                new Token(first.start(), taken.getLast().end(), kind, value, words, first.excluded(),
                        meaning(readings)),
                filters ? readings.stream().filter(QueryReader::leavesOut).toList() : readings));
    }
}
