package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.Phrase;
import testkit.PdfFile;
import testkit.PrintedLists;

class PaperFontsTest {
    private static String set(String text) {
        Phrase phrase = new PaperFonts().phrase(text, new PaperFonts.Type(9, false, Color.BLACK));
        return phrase.getContent();
    }

    /** Two words of Persian: want and, joined, none. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0647\u200d", "\u05d0\u200e1-2\u200f",
        "INV/7 \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"})
    void joinersAndMarksOfDirectionStayWhereWordsAreReadFromTheRight(String text) {
        assertThat(set(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u200cb", "a\u200db", "a\u200eb", "a\ufeffb"})
    void elsewhereTheyAreLeftOut(String text) {
        assertThat(set(text)).isEqualTo("ab");
    }

    @Test
    void whatTurnsALineRoundIsNeverKept() {
        assertThat(set("\u05d0\u202e\u2067\ufeff\u05d1")).isEqualTo("\u05d0  \u05d1");
    }

    @Test
    void aPersianWordHasOtherLettersThanOneThatIsJoinedThroughout() {
        BufferedImage apart = printed("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645");
        BufferedImage joined = printed("\u0645\u06cc\u062e\u0648\u0627\u0647\u0645");

        assertThat(pixels(apart)).isNotEqualTo(pixels(joined));
        // each letter is there, at the end of a part of the word in its final form, and nothing stands for the joiner
        assertThat(pixels(apart)).isEqualTo(pixels(printed("\ufee3\ufbfd\u062e\u0648\u0627\u0647\u0645")));
    }

    private static BufferedImage printed(String text) {
        return new PdfFile(PrintedLists.written(ReportFormat.PDF, new Report("n", "t", List.of(), "",
                List.of(Column.text("a", "A")), sink -> sink.row(ReportRow.of(Cell.text(text)))))).picture(0);
    }

    private static int pixels(BufferedImage picture) {
        return Arrays.hashCode(
                picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()));
    }
}
