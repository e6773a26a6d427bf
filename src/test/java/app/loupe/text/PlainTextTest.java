package app.loupe.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    private static String letters(String text) {
        return text.codePoints().filter(letter -> !Character.isWhitespace(letter))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
