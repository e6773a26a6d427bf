package app.loupe.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TypefaceTest {
    private static Font font(Typeface face) throws IOException {
        try (InputStream file = face.open()) {
            return Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(100f);
        } catch (FontFormatException damaged) {
            throw new AssertionError(damaged);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TEXT", "TEXT_BOLD"})
    void figuresAreAsWideAsEachOther(Typeface face) throws IOException {
        Font font = font(face);
        var context = new FontRenderContext(null, true, true);

        assertThat("0123456789\u2212+".chars()
                .mapToObj(figure -> font.getStringBounds(Character.toString(figure), context).getWidth())
                .collect(Collectors.toSet())).hasSize(1);
        assertThat(font.getFamily()).isEqualTo(Typeface.FAMILY);
    }

    @ParameterizedTest
    @CsvSource({"TEXT, Zoë Łódź Ñandú Ωμέγα Київ € £ ¥ – “” … ✓", "TEXT_BOLD, Zoë Łódź Ñandú Ωμέγα Київ € £ ¥ – “” …",
        "ARABIC, شركة پارسی", "ARABIC_BOLD, شركة", "HEBREW, שלום", "HEBREW_BOLD, שלום", "EAST_ASIAN, 株式会社カナ简体한국어"})
    void everyLetterIsThere(Typeface face, String words) throws IOException {
        assertThat(font(face).canDisplayUpTo(words.replace(" ", ""))).isEqualTo(-1);
    }

    @Test
    void theirLicencesAreShippedWithThem() {
        assertThat(new String[] {"Inter-LICENSE.txt", "Noto-LICENSE.txt", "DroidSansFallback-LICENSE.txt"})
                .allSatisfy(name -> assertThat(Typeface.class.getResource("fonts/" + name)).as(name).isNotNull());
    }
}
