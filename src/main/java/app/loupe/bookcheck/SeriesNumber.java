package app.loupe.bookcheck;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document's number, taken apart: what stays in a series, and what counts. As in Odoo the last figures count, and
 * everything before them, year and month included, belongs to the series, so that one which begins anew each year or month
 * is another series each time. Only where the last figures are the year of the document, as in 00017/2026, those before
 * them count; a count that passes the years, as FAC2-2025 and FAC2-2029, looks the same for as long, so such a number is
 * read both ways.
 *
 * @param prefix in front of what counts
 * @param digits what counts, as it is written
 * @param suffix behind it
 */
record SeriesNumber(String prefix, String digits, String suffix) {
    private static final Pattern FIGURES = Pattern.compile("[0-9]+");
    /** As many figures as a whole number surely holds. */
    private static final int MOST_FIGURES = 18;
    private static final int YEAR_FIGURES = 4;

    private record Run(int from, int to) {}

    /**
     * Takes a number apart.
     *
     * @param date of the document, which tells a year from a count
     * @return the likely reading first, the other behind it where there are two; empty when nothing in it counts
     */
    static List<SeriesNumber> readings(String number, @Nullable LocalDate date) {
        var runs = new ArrayList<Run>();
        Matcher matcher = FIGURES.matcher(number);
        while (matcher.find()) {
            runs.add(new Run(matcher.start(), matcher.end()));
        }
        if (runs.isEmpty()) {
            return List.of();
        }
        List<Run> counting = endsWithYear(number, runs, date)
                ? List.of(runs.get(runs.size() - 2), runs.getLast())
                : List.of(runs.getLast());
        return counting.stream().filter(run -> run.to() - run.from() <= MOST_FIGURES)
                .map(run -> new SeriesNumber(number.substring(0, run.from()), number.substring(run.from(), run.to()),
                        number.substring(run.to())))
                .toList();
    }

    private static boolean endsWithYear(String number, List<Run> runs, @Nullable LocalDate date) {
        return runs.size() > 1 && isYear(number, runs.getLast(), date)
                && runs.stream().limit(runs.size() - 1).noneMatch(run -> isYear(number, run, date));
    }

    private static boolean isYear(String number, Run run, @Nullable LocalDate date) {
        return date != null && run.to() - run.from() == YEAR_FIGURES
                && Math.abs(Integer.parseInt(number.substring(run.from(), run.to())) - date.getYear()) <= 1;
    }

    /** Whether the year of a day, or one beside it, stands around what counts: then the series begins anew with the year. */
    boolean namesYear(LocalDate date) {
        return Stream.of(prefix, suffix).anyMatch(text -> FIGURES.matcher(text).results()
                .anyMatch(run -> isYear(text, new Run(run.start(), run.end()), date)));
    }

    /** What it counts. */
    long count() {
        return Long.parseLong(digits);
    }

    /** The number of the same series that counts this, written as widely. */
    String with(long count) {
        String figures = Long.toString(count);
        return prefix + "0".repeat(Math.max(0, digits.length() - figures.length())) + figures + suffix;
    }
}
