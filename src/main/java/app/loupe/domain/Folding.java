package app.loupe.domain;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Makes texts comparable for a search: small letters, no accents, the apostrophe of the keyboard for that of printers, and
 * ligatures and letters with strokes spelled out.
 *
 * <p>A letter with an umlaut has two common spellings: {@code Müller} is {@code muller} or {@code mueller}. Both are
 * looked for, in the searched text ({@link #searchable}) and in what is typed ({@link #forms}). The plain letters
 * {@code ue} never become {@code u}: "blue" finds {@code Blü}, which may be spelled so, but not "Blumen", and "Joe" does
 * not find "John".
 */
public final class Folding {
    private Folding() {}

    /** The folded form; ASCII is handled fast, because 100,000 rows pass here on every load. */
    public static String fold(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            append(decomposed.charAt(i), folded);
        }
        return folded.toString();
    }

    /** The folded form after umlauts and the like are spelled out: ae, oe, ue, aa for å, oe for ø, dj for đ. */
    public static String spellOut(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        var spelled = new StringBuilder(composed.length() + 8);
        for (int i = 0; i < composed.length(); i++) {
            char letter = composed.charAt(i);
            switch (letter) {
                case 'ä' -> spelled.append("ae");
                case 'ö', 'ø' -> spelled.append("oe");
                case 'ü' -> spelled.append("ue");
                case 'å' -> spelled.append("aa");
                case 'đ' -> spelled.append("dj");
                default -> spelled.append(letter);
            }
        }
        return fold(spelled.toString());
    }

    /** A text made ready to be searched: its folded form, and on a further line the spelled out form where that differs. */
    public static String searchable(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String folded = fold(text);
        String spelled = spellOut(text);
        return spelled.equals(folded) ? folded : folded + "\n" + spelled;
    }

    /** The forms of what is typed; one of them stands in every {@link #searchable} text that means the same. */
    public static List<String> forms(String typed) {
        return Stream.of(fold(typed), spellOut(typed)).distinct().toList();
    }

    private static void append(char letter, StringBuilder folded) {
        switch (letter) {
            case 'ß' -> folded.append("ss");
            case 'æ' -> folded.append("ae");
            case 'œ' -> folded.append("oe");
            case 'ø' -> folded.append('o');
            case 'ł' -> folded.append('l');
            case 'đ', 'ð' -> folded.append('d');
            case 'ı' -> folded.append('i');
            case '\u2018', '\u2019', '\u02bc' -> folded.append('\'');
            default -> {
                if (Character.getType(letter) != Character.NON_SPACING_MARK) {
                    folded.append(letter);
                }
            }
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }
}
