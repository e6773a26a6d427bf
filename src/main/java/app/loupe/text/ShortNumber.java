package app.loupe.text;

import java.math.BigDecimal;
import java.text.AttributedCharacterIterator;
import java.text.CharacterIterator;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import java.util.Set;

/**
 * Writes a number in the room that a chart has: {@code 84.1K}, {@code 1,2 Mio.}. How it is shortened, and the word for it, are those
 * of a language; the signs between its digits are those of a region, because Java knows both of one locale alone. Safe for several
 * threads.
 */
final class ShortNumber {
    private static final Set<AttributedCharacterIterator.Attribute> NUMBER = Set.of(NumberFormat.Field.INTEGER,
            NumberFormat.Field.FRACTION, NumberFormat.Field.DECIMAL_SEPARATOR, NumberFormat.Field.GROUPING_SEPARATOR);
    private static final double THOUSAND = 1_000;
    private static final double HUNDRED = 100;

    private final Locale words;
    private final Locale region;

    /** Numbers with the words of the one and the signs of the other; where the language is spoken changes no word. */
    ShortNumber(Locale language, Locale region) {
        words = Locale.of(language.getLanguage());
        this.region = region;
    }

    /** A number of zero or more. */
    String of(double size) {
        double leading = size;
        while (leading >= THOUSAND) {
            leading /= THOUSAND;
        }
        NumberFormat format = NumberFormat.getCompactNumberInstance(words, NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(leading >= HUNDRED ? 0 : 1);
        AttributedCharacterIterator said = format.formatToCharacterIterator(size);
        var text = new StringBuilder();
        int from = -1;
        int to = 0;
        for (char letter = said.first(); letter != CharacterIterator.DONE; letter = said.next()) {
            text.append(letter);
            if (isNumber(said)) {
                from = from < 0 ? text.length() - 1 : from;
                to = text.length();
            }
        }
        return from < 0
                ? text.toString()
                : text.substring(0, from) + inRegion(text.substring(from, to)) + text.substring(to);
    }

    private static boolean isNumber(AttributedCharacterIterator at) {
        return at.getAttributes().keySet().stream().anyMatch(NUMBER::contains);
    }

    private String inRegion(String number) {
        var read = (DecimalFormat) NumberFormat.getNumberInstance(words);
        read.setParseBigDecimal(true);
        var value = (BigDecimal) read.parse(number, new ParsePosition(0));
        NumberFormat written = NumberFormat.getNumberInstance(region);
        written.setMinimumFractionDigits(value.scale());
        return written.format(value);
    }
}
