package app.loupe.export;

import app.loupe.text.OneLine;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides what the sheets of a workbook are called: as Excel allows it, and no two alike. */
final class SheetNames {
    private static final int MOST_CHARACTERS = 31;
    private static final Pattern FORBIDDEN = Pattern.compile("[\\[\\]:*?/\\\\]|^'|'$|[\\ud800-\\udfff\\ufffe\\uffff]");

    /** What Excel keeps for itself: it repairs a file that has a sheet of this name. */
    private static final String RESERVED = "history";

    private final Set<String> taken = new HashSet<>();

    String of(String wanted) {
        String name = FORBIDDEN.matcher(OneLine.of(wanted)).replaceAll("-").strip();
        for (int i = 1;; i++) {
            String ending = i == 1 ? "" : " (" + i + ")";
            String whole = cut(name.isEmpty() ? "-" : name, MOST_CHARACTERS - ending.length()) + ending;
            if (whole.equalsIgnoreCase(RESERVED)) {
                whole += "_";
            }
            if (taken.add(whole.toLowerCase(Locale.ROOT))) {
                return whole;
            }
        }
    }

    private static String cut(String name, int most) {
        return name.length() <= most ? name : name.substring(0, most);
    }
}
