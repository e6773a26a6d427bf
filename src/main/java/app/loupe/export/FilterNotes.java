package app.loupe.export;

import app.loupe.text.DateText;
import app.loupe.text.ReadingOrder;
import app.loupe.text.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in a file how its rows were chosen, so that nobody takes a part for the whole. */
public final class FilterNotes {
    private static final String BETWEEN = " \u00b7 ";

    private FilterNotes() {}

    /** The line that names these choices; none where nothing was left out. */
    public static List<String> of(Texts texts, List<String> chosen) {
        return chosen.isEmpty()
                ? List.of()
                : List.of(texts.get("export.filters", ReadingOrder.without(line(chosen))));
    }

    /** What was searched for, as a choice; none where nothing was. */
    public static List<String> search(Texts texts, String words) {
        return words.isBlank() ? List.of() : List.of(texts.get("paper.search", words.strip()));
    }

    /** The same, and one of several currencies, which may be empty. */
    public static List<String> search(Texts texts, String words, String currency) {
        var chosen = new ArrayList<>(search(texts, words));
        if (!currency.isEmpty()) {
            chosen.add(currency);
        }
        return chosen;
    }

    /** A line that names the days, without a first or a last one where that is null; none where all days are taken. */
    public static List<String> days(Texts texts, DateText dates, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null) {
            return to == null ? List.of() : List.of(texts.get("paper.span.to", dates.day(to)));
        }
        return List.of(to == null
                ? texts.get("paper.span.from", dates.day(from))
                : texts.get("paper.span", dates.day(from), dates.day(to)));
    }

    /** Lines that name the days and the choices, as far as there are any. */
    public static List<String> of(Texts texts, List<String> days, List<String> chosen) {
        var notes = new ArrayList<>(days);
        notes.addAll(of(texts, chosen));
        return notes;
    }

    /** All choices in one line. */
    public static String line(List<String> chosen) {
        return String.join(BETWEEN, chosen);
    }

    /** What is listed, and how it was chosen, in one line. */
    public static String after(String listed, List<String> chosen) {
        return chosen.isEmpty() ? listed : listed + BETWEEN + line(chosen);
    }
}
