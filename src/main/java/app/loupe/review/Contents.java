package app.loupe.review;

import app.loupe.domain.MoveType;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What occurs in {@link Books}, for choosing among it and for measuring columns.
 *
 * @param currencies in the alphabet's order
 * @param companies in the alphabet's order
 * @param partners names, in no order
 * @param years of invoice dates, latest first
 * @param removed whether there are invoices that do not count
 * @param dates the first and the last invoice date
 * @param dueDates the first and the last day on which money is still to come
 */
public record Contents(List<String> currencies, List<String> companies, List<String> partners, List<Integer> years,
        Set<MoveType> types, boolean removed, List<LocalDate> dates, List<LocalDate> dueDates) {
    /** Copies the collections. */
    public Contents {
        currencies = List.copyOf(currencies);
        companies = List.copyOf(companies);
        partners = List.copyOf(partners);
        years = List.copyOf(years);
        types = Set.copyOf(types);
        dates = List.copyOf(dates);
        dueDates = List.copyOf(dueDates);
    }

    /** The names of companies among which there is something to choose; none where there is one company, or none has a name. */
    public List<String> choosableCompanies() {
        return choosable(companies);
    }

    /** The codes of currencies among which there is something to choose; none where there is one currency. */
    public List<String> choosableCurrencies() {
        return choosable(currencies);
    }

    private static List<String> choosable(List<String> some) {
        List<String> named = some.stream().filter(name -> !name.isBlank()).toList();
        return named.size() > 1 ? named : List.of();
    }

    /** Walks over all rows. */
    public static Contents of(Books books) {
        var standings = new BitSet();
        var places = new BitSet();
        var parties = new BitSet();
        var days = new TreeSet<Integer>();
        var seen = new DayMemory(days::add);
        int firstDue = Integer.MAX_VALUE;
        int lastDue = Sheet.NO_DAY;
        for (LinedSheet page : books.pages()) {
            Sheet sheet = page.sheet();
            for (int i = 0; i < sheet.count; i++) {
                standings.set(sheet.standings[i]);
                places.set(sheet.places[i]);
                parties.set(sheet.parties[i]);
                seen.test(sheet.dates[i]);
                int due = sheet.openDue(i);
                if (due != Sheet.NO_DAY) {
                    firstDue = Math.min(firstDue, due);
                    lastDue = Math.max(lastDue, due);
                }
            }
        }
        days.remove(Sheet.NO_DAY);
        List<Place> used = places.stream().mapToObj(books.places()::get).toList();
        List<Standing> found = standings.stream().mapToObj(Standing.ALL::get).toList();
        return new Contents(used.stream().map(Place::currency).distinct().sorted().toList(),
                used.stream().map(Place::company).distinct().sorted().toList(),
                parties.stream().mapToObj(books.parties()::get).map(Party::name).distinct().toList(),
                days.descendingSet().stream().map(day -> LocalDate.ofEpochDay(day).getYear()).distinct().toList(),
                Set.copyOf(found.stream().map(Standing::type).toList()),
                found.stream().anyMatch(standing -> !standing.counts()),
                days.isEmpty() ? List.of() : ends(days.first(), days.last()),
                lastDue == Sheet.NO_DAY ? List.of() : ends(firstDue, lastDue));
    }

    private static List<LocalDate> ends(int first, int last) {
        return IntStream.of(first, last).distinct().mapToObj(LocalDate::ofEpochDay).toList();
    }
}
