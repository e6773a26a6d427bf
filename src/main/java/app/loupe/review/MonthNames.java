package app.loupe.review;

import app.loupe.domain.Folding;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Knows the names of months, whole and short, in the languages that invoices and owners of Loupe use. The names are
 * those of the JDK (CLDR).
 */
final class MonthNames {
    /** The languages whose names are known. */
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN, Locale.of("es"),
            Locale.of("nl"));

    private static final List<TextStyle> STYLES = List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT,
            TextStyle.SHORT_STANDALONE);
    private static final Map<String, Month> NAMES = names();

    private MonthNames() {}

    private static Map<String, Month> names() {
        var names = new HashMap<String, Month>();
        for (Locale language : LANGUAGES) {
            for (Month month : Month.values()) {
                for (TextStyle style : STYLES) {
                    String name = withoutDot(month.getDisplayName(style, language));
                    Folding.forms(name).forEach(form -> names.put(form, month));
                }
            }
        }
        // CLDR shortens September to four letters in British English, to three in American
        names.put("sep", Month.SEPTEMBER);
        names.put("sept", Month.SEPTEMBER);
        return Map.copyOf(names);
    }

    /** The month of a folded name, which may end with a point or comma. */
    static Optional<Month> find(String folded) {
        return Optional.ofNullable(NAMES.get(withoutDot(folded)));
    }

    private static String withoutDot(String name) {
        return name.replaceFirst("[.,]+$", "");
    }
}
