package app.loupe.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.RandomText;
import testkit.Seeded;

class PlainTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <p>Terms <b>bold</b> &amp; co</p>            | Terms bold & co
            Terms & co, a < b                            | Terms & co, a < b
            <script>alert(1)</script>pay                 | pay
            <style>p{}</style >pay                       | pay
            <SCRIPT>a</STYLE></Script>pay</script        | pay</script
            İİİİİİ<script>a</script>pay                  | İİİİİİpay
            <img src=x onerror=alert(1)>pay              | pay
            &lt;b&gt;kept as text&lt;/b&gt;              | <b>kept as text</b>
            &#8364; 5 &#x20AC; &unknown; &#0;            | € 5 € &unknown; &#0;
            a<!-- hidden > -->b                          | ab
            open <b                                      | open <b
            a&#8238;b&#x202a;c&#8297;d&#x2028;e          | abcde
            a&#55296;b&#xDFFF;c&#xD83D;&#xDE00;d         | abcd
            &#x1F600; &#x200F;                           | \ud83d\ude00 \u200f
            """)
    void keepsTheWordsAndDropsTheTags(String source, String expected) {
        assertThat(PlainText.of(source)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource("<p>one</p><p>two<br/>three</p>")
    void turnsBlocksIntoLines(String source) {
        assertThat(PlainText.of(source).lines().filter(line -> !line.isEmpty())).containsExactly("one", "two", "three");
    }

    @Seeded(300)
    void readsAnything(long seed) {
        String source = RandomText.draw(new SplittableRandom(seed), 200);

        String text = PlainText.of("<p>" + source + "&");

        assertThat(text).isEqualTo(text.strip()).doesNotContain("\n\n\n");
        assertThat(letters(PlainText.of(source.replace("&", "&amp;").replace("<", "&lt;")))).isEqualTo(letters(source));
    }

    @ParameterizedTest
    @ValueSource(chars = {0, 0x1b, 0x85, 0x9b, 0x2028, 0x202e, 0x2066})
    void whatSteersBecomesASpace(char steering) {
        assertThat(PlainText.of("a" + steering + "b<p>\tc")).isEqualTo("a b\nc");
    }

    private static String letters(String text) {
        return OneLine.keepingLayout(text).codePoints().filter(letter -> !Character.isWhitespace(letter))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
