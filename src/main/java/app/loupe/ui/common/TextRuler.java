package app.loupe.ui.common;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** Measures how wide texts are in the fonts that the style sheets make of one. On the FX thread only. */
public final class TextRuler {
    /** What badges and headings are smaller by in the style sheets. */
    private static final double SMALL = 0.885;
    /** The widest digit of each font: to find it takes as long as to measure ten texts, and every table asks for each column. */
    private static final Map<Font, String> WIDEST_DIGITS = new HashMap<>();

    private final Font plain;
    private final Font bold;
    private final Font smallBold;

    /** A ruler for cells of this font. */
    public TextRuler(Font font) {
        plain = font;
        bold = Font.font(font.getFamily(), FontWeight.BOLD, font.getSize());
        smallBold = Font.font(font.getFamily(), FontWeight.BOLD, SMALL * font.getSize());
    }

    /** The size of the font in pixels. */
    public double em() {
        return plain.getSize();
    }

    /** The width of the widest text, whatever its digits are; 0 when there is none. */
    public double plain(Collection<String> texts) {
        return widest(texts, plain);
    }

    /** The same in bold. */
    public double bold(Collection<String> texts) {
        return widest(texts, bold);
    }

    /** The same in the bold and smaller letters of badges and headings. */
    public double smallBold(Collection<String> texts) {
        return widest(texts, smallBold);
    }

    private static double widest(Collection<String> texts, Font font) {
        if (texts.isEmpty()) {
            return 0;
        }
        String digit = WIDEST_DIGITS.computeIfAbsent(font, TextRuler::widestDigit);
        return texts.stream().distinct().mapToDouble(text -> width(TextShapes.shape(text).replace("0", digit), font))
                .max().orElse(0);
    }

    private static String widestDigit(Font font) {
        return IntStream.rangeClosed('0', '9').mapToObj(Character::toString)
                .max(Comparator.comparingDouble(one -> width(one, font))).orElse("0");
    }

    private static double width(String text, Font font) {
        var measured = new Text(text);
        measured.setFont(font);
        return Math.ceil(measured.getLayoutBounds().getWidth());
    }
}
