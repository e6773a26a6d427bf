package app.loupe.bookcheck;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Invoice;
import app.loupe.domain.OwedItem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds numbers that a series leaves out. Every document that is known fills its number: cancelled, removed in Odoo, a draft
 * that has one, and an entry that is no invoice. A series may begin with any number, so nothing is missing before its first,
 * unless it begins anew with the year and one of an earlier year began with 1; not where the count may go on over the years.
 * Nothing is told of a copy that was never complete, nor, where it is limited by date, of the first month of it: what lies
 * before may hold the number. A series with more jumps than steps was never meant to run.
 *
 * <p>Odoo counts by journal: a branch without a journal of its own takes its numbers in that of its parent.
 */
final class NumberGaps implements Check {
    private static final Period UNSURE = Period.ofMonths(1);
    private static final int FEW_JUMPS = 3;
    /** As many may be missing where a count goes on in the next year. */
    private static final int FEW_BETWEEN = 10;
    private static final Pattern FIGURES = Pattern.compile("[0-9]+");

    private final ConnectionProfile profile;
    private final Map<Series, TreeMap<Long, Numbered>> series = new HashMap<>();
    /** Whose documents these are; of several the one with the lowest id: what the owner knows of a gap stays known. */
    private final Map<Series, Long> companies = new HashMap<>();
    /** Of any journal, by each company that has a document in it: what an entry is booked in is known by its name alone. */
    private final Map<Series, Set<Series>> byText = new HashMap<>();
    /** What ends with a year, by its other reading: it fills a series whose count passes the years. */
    private final Map<Series, Map<Long, Numbered>> passing = new HashMap<>();

    /**
     * What counts for itself.
     *
     * @param company Odoo's id; 0 where the journal is known, which may be of several
     * @param journal Odoo's id; 0 for any
     */
    private record Series(long company, long journal, String prefix, String suffix) {
        static Series ofAnyJournal(@Nullable Ref company, SeriesNumber number) {
            return new Series(Ref.idOf(company), 0, number.prefix(), number.suffix());
        }
    }

    /** @param document null for an entry that is no invoice */
    private record Numbered(SeriesNumber number, Finding.@Nullable Document document) {
        String text() {
            return number.with(number.count());
        }
    }

    /**
     * The beginning of a series that is named after its year.
     *
     * @param form without the figures, which are others each year or month
     */
    private record Begun(Series form, LocalDate date, NavigableMap<Long, Numbered> numbers) {
        /** Whether the count of the one before may simply go on: no number is in both, and the first is near those there. */
        boolean goesOn(Begun before) {
            Long near = before.numbers.lowerKey(numbers.firstKey());
            return near != null && numbers.firstKey() - near <= FEW_BETWEEN
                    && Collections.disjoint(before.numbers.keySet(), numbers.keySet());
        }
    }

    /** The beginnings of the series of one form: a server may name as many as it has documents, so none is held against each. */
    private static final class Starts {
        private final NavigableMap<LocalDate, Begun> byDate = new TreeMap<>();
        private @Nullable LocalDate firstWithOne;

        void add(Begun begun) {
            byDate.putIfAbsent(begun.date(), begun);
            LocalDate first = firstWithOne;
            if (begun.numbers().firstKey() == 1 && (first == null || begun.date().isBefore(first))) {
                firstWithOne = begun.date();
            }
        }

        boolean isOneBefore(LocalDate date) {
            LocalDate first = firstWithOne;
            return first != null && first.isBefore(date);
        }

        Optional<Begun> lastBefore(LocalDate date) {
            return Optional.ofNullable(byDate.lowerEntry(date)).map(Map.Entry::getValue);
        }
    }

    NumberGaps(ConnectionProfile profile) {
        this.profile = profile;
    }

    @Override
    public void invoice(Invoice invoice, boolean present) {
        Finding.Document document = Finding.Document.of(profile.id(), invoice);
        List<SeriesNumber> readings = SeriesNumber.readings(invoice.number(), document.date());
        readings.stream().limit(1).forEach(number -> {
            Series key = key(invoice, number);
            byText.computeIfAbsent(Series.ofAnyJournal(invoice.booking().company(), number),
                    any -> new LinkedHashSet<>(1)).add(key);
            companies.merge(key, Ref.idOf(invoice.booking().company()), Math::min);
            series.computeIfAbsent(key, none -> new TreeMap<>()).putIfAbsent(number.count(),
                    new Numbered(number, document));
        });
        readings.stream().skip(1)
                .forEach(number -> passing.computeIfAbsent(key(invoice, number), none -> new HashMap<>())
                        .putIfAbsent(number.count(), new Numbered(number, document)));
    }

    private static Series key(Invoice invoice, SeriesNumber number) {
        long journal = Ref.idOf(invoice.booking().journal());
        return new Series(journal == 0 ? Ref.idOf(invoice.booking().company()) : 0, journal, number.prefix(),
                number.suffix());
    }

    @Override
    public void item(OwedItem item) {
        if (item.invoice() == 0) {
            SeriesNumber.readings(item.number(), item.dates().accounting()).forEach(number -> byText
                    .getOrDefault(Series.ofAnyJournal(item.company(), number), Set.of())
                    .forEach(one -> Objects.requireNonNull(series.get(one)).putIfAbsent(number.count(),
                            new Numbered(number, null))));
        }
    }

    @Override
    public void findings(Consumer<Finding> found, CancelToken cancel) throws ProblemException {
        if (profile.lastSynced() == null) {
            return;
        }
        for (var one : series.entrySet()) {
            passing.getOrDefault(one.getKey(), Map.of()).forEach(one.getValue()::putIfAbsent);
        }
        Map<Series, Starts> starts = new HashMap<>();
        for (var one : series.entrySet()) {
            cancel.check();
            begun(one.getKey(), one.getValue()).ifPresent(
                    begun -> starts.computeIfAbsent(begun.form(), none -> new Starts()).add(begun));
        }
        for (var one : series.entrySet()) {
            cancel.check();
            NavigableMap<Long, Numbered> numbers = one.getValue();
            List<Finding> gaps = gaps(one.getKey(), List.copyOf(numbers.values()));
            if (gaps.size() <= FEW_JUMPS || gaps.size() * 2 <= numbers.size() - 1) {
                first(one.getKey(), numbers, starts).ifPresent(found);
                gaps.forEach(found);
            }
        }
    }

    private List<Finding> gaps(Series key, List<Numbered> numbers) {
        var gaps = new ArrayList<Finding>();
        for (int i = 1; i < numbers.size(); i++) {
            Numbered before = numbers.get(i - 1);
            Numbered after = numbers.get(i);
            long first = before.number().count() + 1;
            long last = after.number().count() - 1;
            if (first <= last && isSure(before) && isSure(after)) {
                var fact = new Fact.Gap(before.text(), after.text(), before.number().with(first),
                        before.number().with(last), last - first + 1);
                gaps.add(Finding.of(profile.id(), Weight.MEDIUM,
                        Stream.of(before, after).map(Numbered::document).filter(document -> document != null).toList(),
                        fact, company(key), key.journal(), fact.first(), fact.last()));
            }
        }
        return gaps;
    }

    /** What is missing in front of a series that begins anew; none where it may have been begun by hand with another number. */
    private Optional<Finding> first(Series key, NavigableMap<Long, Numbered> numbers, Map<Series, Starts> starts) {
        Numbered first = numbers.firstEntry().getValue();
        long missing = first.number().count() - 1;
        Finding.Document document = first.document();
        if (document == null || missing < 1 || missing > numbers.size() || !isSure(first)) {
            return Optional.empty();
        }
        return begun(key, numbers)
                .filter(begin -> isBegunAnew(begin, Objects.requireNonNull(starts.get(begin.form()))))
                .map(begin -> {
                    var fact = new Fact.Gap("", first.text(), first.number().with(1),
                            first.number().with(missing), missing);
                    return Finding.of(profile.id(), Weight.LOW, List.of(document), fact,
                            company(key), key.journal(), fact.first(), fact.last());
                });
    }

    private long company(Series key) {
        return Objects.requireNonNull(companies.get(key));
    }

    private static boolean isBegunAnew(Begun begin, Starts starts) {
        return starts.isOneBefore(begin.date()) && starts.lastBefore(begin.date()).filter(begin::goesOn).isEmpty();
    }

    private static Optional<Begun> begun(Series key, NavigableMap<Long, Numbered> numbers) {
        Numbered first = numbers.firstEntry().getValue();
        LocalDate date = first.document() == null ? null : first.document().date();
        return date == null || !first.number().namesYear(date)
                ? Optional.empty()
                : Optional.of(new Begun(new Series(key.company(), key.journal(), form(key.prefix()),
                        form(key.suffix())), date, numbers));
    }

    private static String form(String text) {
        return FIGURES.matcher(text).replaceAll("0");
    }

    private boolean isSure(Numbered numbered) {
        LocalDate since = profile.keptFrom();
        Finding.Document document = numbered.document();
        LocalDate date = document == null ? null : document.date();
        return since == null || (date != null && !date.isBefore(since.plus(UNSURE)));
    }
}
