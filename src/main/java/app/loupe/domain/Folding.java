package app.loupe.domain;

import java.text.Normalizer;
import java.util.Locale;

/** Makes texts comparable for a search: small letters, no accents, ligatures and letters with strokes written out. */
public final class Folding {
    private Folding() {}

    /** The folded form; ASCII takes a short way, because 100,000 rows pass here on every load. */
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

    private static void append(char letter, StringBuilder folded) {
        switch (letter) {
            case 'ß' -> folded.append("ss");
            case 'æ' -> folded.append("ae");
            case 'œ' -> folded.append("oe");
            case 'ø' -> folded.append('o');
            case 'ł' -> folded.append('l');
            case 'đ', 'ð' -> folded.append('d');
            case 'ı' -> folded.append('i');
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
