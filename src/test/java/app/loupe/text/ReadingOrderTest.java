package app.loupe.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Bidi;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are written by their code points: an editor would show these lines in another order than they have. */
class ReadingOrderTest {
    private static final String HEBREW = "\u05d7\u05d1\u05e8\u05ea \u05d4\u05d0\u05d5\u05e4\u05e7";
    private static final String ARABIC = "\u0634\u0631\u0643\u0629 \u0627\u0644\u0623\u0641\u0642";

    /** As it stands on the screen, from left to right, without what is not seen. */
    private static String seen(String text) {
        var bidi = new Bidi(text, Bidi.DIRECTION_LEFT_TO_RIGHT);
        int runs = bidi.getRunCount();
        var levels = new byte[runs];
        var parts = new Object[runs];
        for (int run = 0; run < runs; run++) {
            levels[run] = (byte) bidi.getRunLevel(run);
            String part = text.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            parts[run] = levels[run] % 2 == 0 ? part : new StringBuilder(part).reverse().toString();
        }
        Bidi.reorderVisually(levels, 0, parts, 0, runs);
        return ReadingOrder
                .without(String.join("", IntStream.range(0, runs).mapToObj(run -> (String) parts[run]).toList()));
    }

    private static String backwards(String name) {
        return new StringBuilder(name).reverse().toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {HEBREW, ARABIC, "12 " + HEBREW, HEBREW + " 12", "(" + ARABIC + ")"})
    void aNumberKeepsItsPlaceInTheWindow(String name) {
        String asked = new Texts(Locale.ENGLISH).forWindow().get("sidebar.delete.question", name, 12_480);
        String plain = new Texts(Locale.ENGLISH).get("sidebar.delete.question", "Acme", 12_480);

        String behind = plain.substring(plain.indexOf("Acme") + "Acme".length());
        assertThat(behind).contains("12,480");
        assertThat(seen(asked)).startsWith("Delete ").endsWith(behind);
    }

    /** This is what the marks are for. */
    @Test
    void withoutMarksTheNumberWouldMove() {
        String asked = new Texts(Locale.ENGLISH).get("sidebar.delete.question", HEBREW, 12_480);

        assertThat(seen(asked)).contains("12,480 ?" + backwards(HEBREW));
    }

    @Test
    void whatIsFilledInTwiceStaysWhereItIs() {
        Texts texts = new Texts(Locale.ENGLISH).forWindow();
        String once = texts.get("sidebar.delete.question", ARABIC, 3);

        assertThat(seen(texts.get("sidebar.delete.question", once, 12_480)))
                .startsWith("Delete " + seen(once)).contains("? 12,480");
    }

    /** A mark on each side ends no such sign: all behind it would be read backwards, amounts too. */
    @ParameterizedTest
    @ValueSource(strings = {"Rent\u202e", "\u202dRent", "Re\u2067nt", "\u202b" + HEBREW})
    void whatTurnsTheDirectionByItselfIsTakenOut(String name) {
        assertThat(ReadingOrder.amid(name)).doesNotContainPattern("[\u202a-\u202e\u2066-\u2069]");
        assertThat(seen(ReadingOrder.amid(name) + " \u00b7 100.21")).endsWith(" \u00b7 100.21");
    }

    @Test
    void otherWordsHaveNone() {
        Texts texts = new Texts(Locale.ENGLISH).forWindow();

        assertThat(texts.get("sidebar.delete.question", "Caf\u00e9 Z\u00fcrich", 2)).isEqualTo(
                new Texts(Locale.ENGLISH).get("sidebar.delete.question", "Caf\u00e9 Z\u00fcrich", 2));
        assertThat(ReadingOrder.amid(ReadingOrder.amid(HEBREW))).isEqualTo(ReadingOrder.amid(HEBREW));
        assertThat(ReadingOrder.without(ReadingOrder.amid(HEBREW))).isEqualTo(HEBREW);
    }
}
