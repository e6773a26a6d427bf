package app.loupe.export;

import app.loupe.text.OneLine;
import app.loupe.text.Typeface;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openpdf.text.Chunk;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Chooses for each character of a text the font that has it, and the direction in which the text is read. A font is opened
 * when the first character asks for it: most papers need two. What no font has is shown as an empty box, never left out.
 * For one document.
 */
final class PaperFonts {
    private static final List<Typeface> PLAIN = List.of(Typeface.TEXT, Typeface.ARABIC, Typeface.HEBREW,
            Typeface.EAST_ASIAN);
    private static final List<Typeface> STRONG = List.of(Typeface.TEXT_BOLD, Typeface.ARABIC_BOLD,
            Typeface.HEBREW_BOLD, Typeface.EAST_ASIAN);
    private static final int BOX = 0x25a1;

    private final Map<Typeface, BaseFont> opened = new EnumMap<>(Typeface.class);

    /** How a text looks: size in points. */
    record Type(float size, boolean strong, Color colour) {
        Type of(float points) {
            return new Type(points, strong, colour);
        }
    }

    /** The text in the fonts that its characters need. */
    Phrase phrase(String text, Type type) {
        var phrase = new Phrase();
        String clean = OneLine.keepingLayout(text).replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
        var run = new StringBuilder();
        BaseFont font = open(first(type));
        boolean bothWays = Bidi.requiresBidi(clean.toCharArray(), 0, clean.length());
        for (int i = 0; i < clean.length(); i += Character.charCount(clean.codePointAt(i))) {
            int character = clean.codePointAt(i);
            if (isInvisible(character)) {
                if (bothWays && isJoinerOrMark(character)) {
                    // in the font of the run: it is shaped and ordered as one, and prints none of these
                    run.appendCodePoint(character);
                }
                continue;
            }
            BaseFont fitting = character == '\n' ? font : fitting(character, font, type);
            if (!fitting.equals(font)) {
                add(phrase, run, font, type);
                font = fitting;
            }
            run.appendCodePoint(has(fitting, character) ? character : BOX);
        }
        add(phrase, run, font, type);
        return phrase;
    }

    private static Typeface first(Type type) {
        return type.strong() ? Typeface.TEXT_BOLD : Typeface.TEXT;
    }

    private static boolean has(BaseFont font, int character) {
        return character == '\n' || font.charExists(character);
    }

    /** What decides the forms of letters beside it, and the order of words; the PDF library reads it and draws nothing. */
    private static boolean isJoinerOrMark(int character) {
        return character >= 0x200c && character <= 0x200f;
    }

    /** Joiners, marks of direction and their like. */
    private static boolean isInvisible(int character) {
        return Character.getType(character) == Character.FORMAT;
    }

    /** Blanks and points stay in the font that they are amid, so that a run is not torn. */
    private BaseFont fitting(int character, BaseFont before, Type type) {
        if (Character.isWhitespace(character) && before.charExists(character)) {
            return before;
        }
        for (Typeface face : type.strong() ? STRONG : PLAIN) {
            BaseFont font = open(face);
            if (font.charExists(character)) {
                return font;
            }
        }
        return open(first(type));
    }

    private static void add(Phrase phrase, StringBuilder run, BaseFont font, Type type) {
        if (!run.isEmpty()) {
            phrase.add(new Chunk(run.toString(), new Font(font, type.size(), Font.NORMAL, type.colour())));
            run.setLength(0);
        }
    }

    private BaseFont open(Typeface face) {
        return opened.computeIfAbsent(face, PaperFonts::read);
    }

    private static BaseFont read(Typeface face) {
        try (InputStream file = face.open()) {
            BaseFont font = BaseFont.createFont(face.file(), BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false,
                    file.readAllBytes(), null);
            font.setSubset(true);
            return font;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The direction of a text by its first strong character, as the PDF library calls it. */
    static int direction(String text) {
        if (!Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            return PdfWriter.RUN_DIRECTION_LTR;
        }
        return new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()
                ? PdfWriter.RUN_DIRECTION_LTR
                : PdfWriter.RUN_DIRECTION_RTL;
    }
}
