package app.loupe.export;

import app.loupe.text.ReadingOrder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides what files are called: as Windows, macOS and Linux all allow it, and in one folder no two alike. */
public final class FileNames {
    private static final int MOST_CHARACTERS = 100;
    /** File systems take 255, with an ending, a number and a name for the half file. */
    private static final int MOST_BYTES = 200;
    /** Nothing behind them gets into a name, also where marks are to be joined with their letters. */
    private static final int MOST_LOOKED_AT = 1_000;
    private static final Pattern FORBIDDEN = Pattern
            .compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029<>:\"/\\\\|?*]+|^[.\\s]+|[.\\s]+$");
    /** Devices on Windows, whatever comes after a point. */
    private static final Pattern DEVICE = Pattern
            .compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?");
    /** What Windows drops at the end of a name. */
    private static final Pattern END = Pattern.compile("[.\\s]+$");

    private final Set<String> taken = new HashSet<>();

    /** A name with this ending after a point; the second of the same gets a number. */
    public String next(String wanted, String extension) {
        return next("", wanted, extension);
    }

    /**
     * The same of two parts, of which the first is cut before the second, by which the files differ.
     *
     * @param before empty for none
     */
    public String next(String before, String wanted, String extension) {
        String name = safe(before, wanted);
        for (int i = 1;; i++) {
            String whole = name + (i == 1 ? "" : " (" + i + ")") + "." + extension;
            if (taken.add(folded(whole))) {
                return whole;
            }
        }
    }

    /** Alike for all names that some system takes for one: of letters that are written alike when large, as final sigma. */
    private static String folded(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** A name that every system allows, as a folder has it. */
    public static String safe(String wanted) {
        return safe("", wanted);
    }

    /** The same of two parts, of which the first is cut before the second. */
    public static String safe(String before, String wanted) {
        String start = cut(clean(before), MOST_CHARACTERS / 2, MOST_BYTES / 2);
        String name = cut(start.isBlank() ? clean(wanted) : clean(start + " " + wanted), MOST_CHARACTERS, MOST_BYTES);
        return name.isBlank() || DEVICE.matcher(name.replaceAll("[\\s\\p{Z}]", "")).matches() ? "-" + name : name;
    }

    private static String clean(String wanted) {
        return Normalizer.normalize(FORBIDDEN.matcher(beginning(ReadingOrder.without(wanted))).replaceAll("-"),
                Normalizer.Form.NFC);
    }

    /** A server decides how long a text is, and the window waits for its file's name. */
    private static String beginning(String text) {
        return text.length() <= MOST_LOOKED_AT ? text : text.substring(0, MOST_LOOKED_AT);
    }

    private static String cut(String name, int characters, int mostBytes) {
        int end = 0;
        int bytes = 0;
        while (end < name.length()) {
            int character = name.codePointAt(end);
            bytes += Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > mostBytes || name.codePointCount(0, end) == characters) {
                return END.matcher(name.substring(0, end)).replaceAll("");
            }
            end += Character.charCount(character);
        }
        return name;
    }
}
