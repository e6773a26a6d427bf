package app.loupe.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.window.Scripts;

class LineBreakerTest {
    /** Each character is as wide as one pixel. */
    private static List<String> lines(String text, int room) {
        return List.of(new LineBreaker(text, String::length).broken(room).split("\n", -1));
    }

    @Test
    void aLineEndsBetweenWordsAndLosesTheSpaceThere() {
        assertThat(lines("one two three", 7)).containsExactly("one two", "three");
        assertThat(lines("one two three", 6)).containsExactly("one", "two", "three");
        assertThat(lines("one two three", 13)).containsExactly("one two three");
    }

    @Test
    void whatFitsStaysAsItIs() {
        assertThat(lines("  two  spaces  ", 15)).containsExactly("  two  spaces  ");
        assertThat(lines("", 5)).containsExactly("");
    }

    @Test
    void spacesAtAnEndNeedNoRoom() {
        assertThat(lines("one    two", 3)).containsExactly("one", "two");
        assertThat(lines("            ", 4)).containsExactly("");
        assertThat(lines("abcdef      ghi", 3)).containsExactly("abc", "def", "ghi");
    }

    @Test
    void aWordThatIsWiderThanTheRoomIsCut() {
        assertThat(lines("to Donaudampfschifffahrt on", 8)).containsExactly("to", "Donaudam", "pfschiff", "fahrt on");
        assertThat(lines("abc", 1)).containsExactly("a", "b", "c");
    }

    @Test
    void anAddressIsNotTakenApartBeforeItsHost() {
        assertThat(lines("begins with https://acme.example now", 20)).containsExactly("begins with",
                "https://acme.example", "now");
    }

    @Test
    void aWordStaysWithWhatStandsBeforeItsApostrophe() {
        assertThat(lines("rien n\u2019est payé", 7)).containsExactly("rien", "n\u2019est", "payé");
        assertThat(lines("à l\u2019IBAN d\u2019aujourd\u2019hui", 15)).containsExactly("à l\u2019IBAN",
                "d\u2019aujourd\u2019hui");
        assertThat(lines("\u2018one two\u2019 three", 9)).containsExactly("\u2018one two\u2019", "three");
    }

    @Test
    void aNumberIsNeverTakenApart() {
        assertThat(lines("late \u20ac\u00a0\u221240.00 now", 11)).containsExactly("late", "\u20ac\u00a0\u221240.00",
                "now");
        assertThat(lines("late \u20ac\u00a01\u2019234,50 now", 11)).containsExactly("late", "\u20ac\u00a01\u2019234,50",
                "now");
        assertThat(lines("on 2026-11-18, late", 9)).containsExactly("on", "2026-11-1", "8, late");
        assertThat(lines("for 61\u201390 days", 7)).containsExactly("for", "61\u201390", "days");
        assertThat(lines("at 01:31, late", 6)).containsExactly("at", "01:31,", "late");
        assertThat(lines("well-known INV-2026", 6)).containsExactly("well-", "known", "INV-", "2026");
    }

    @Test
    void aNumberKeepsItsUnit() {
        assertThat(lines("Jasmine pearls, 100 g", 19)).containsExactly("Jasmine pearls,", "100 g");
        assertThat(lines("beans, 5 kg, green", 8)).containsExactly("beans,", "5 kg,", "green");
        assertThat(lines("within 24 hours", 9)).containsExactly("within 24", "hours");
    }

    @Test
    void aDotBetweenTwoThingsEndsALineAndBeginsNone() {
        assertThat(lines("4 min ago \u00b7 3,200 invoices", 9)).containsExactly("4 min", "ago \u00b7", "3,200",
                "invoices");
        assertThat(lines("one \u00b7 two \u00b7 three", 5)).containsExactly("one \u00b7", "two \u00b7", "three");
    }

    @Test
    void aTabIsASpace() {
        assertThat(lines("a\tb", 3)).containsExactly("a b");
    }

    @Test
    void theTextsOwnLinesStay() {
        assertThat(lines("a\n\nb\r\nc d\u2028e", 2)).containsExactly("a", "", "b", "c", "d", "e");
    }

    @Test
    void whatIsOneCharacterToAReaderIsNotTakenApart() {
        String family = "👨‍👩‍👧‍👦";
        String flag = "🇩🇪";

        assertThat(lines(family + family + flag, 1)).containsExactly(family, family, flag);
        assertThat(lines("e\u0301e\u0301", 1)).containsExactly("e\u0301", "e\u0301");
    }

    @Test
    void wordsThatAreWiderTogetherThanAloneStandInTwoLines() {
        var breaker = new LineBreaker("ab cd ef", text -> text.length() + (text.strip().contains(" ") ? 2 : 0));

        assertThat(breaker.broken(6).split("\n")).containsExactly("ab", "cd", "ef");
        assertThat(breaker.broken(7).split("\n")).containsExactly("ab cd", "ef");
    }

    @Test
    void withoutAnyRoomTheTextStaysUnbroken() {
        assertThat(lines("one two", 0)).containsExactly("one two");
        assertThat(lines("one two", -10)).containsExactly("one two");
    }

    @Test
    void aLongWordIsMeasuredInShortPieces() {
        int[] measured = {0};
        var breaker = new LineBreaker("x".repeat(20_000), text -> {
            measured[0]++;
            return text.length();
        });

        assertThat(breaker.broken(100).split("\n")).hasSize(200);
        assertThat(measured[0]).isLessThan(200 * 20);
    }

    @Test
    void aWordWithoutEndCostsNoMoreThanItsLength() {
        long[] characters = {0};
        int length = LineBreaker.MOST_CHARACTERS;
        var breaker = new LineBreaker("x".repeat(length), text -> {
            characters[0] += text.length();
            return text.length();
        });

        assertThat(breaker.broken(10).split("\n")).hasSize(length / 10);
        assertThat(characters[0]).isLessThan(20L * length);
    }

    @Test
    void ofATextWithoutEndTheBeginningIsDrawn() {
        int most = LineBreaker.MOST_CHARACTERS;
        String text = "a b ".repeat(300_000);

        String drawn = new LineBreaker(text, String::length).broken(100);

        assertThat(drawn.length()).isEqualTo(most);
        assertThat(drawn).endsWith("\u2026");
        assertThat(new LineBreaker("x".repeat(most), String::length).broken(2.0 * most)).isEqualTo("x".repeat(most));
        String faces = new LineBreaker("x" + "\ud83d\ude00".repeat(most), String::length).broken(2.0 * most);
        assertThat(faces.codePoints()).noneMatch(point -> Character.getType(point) == Character.SURROGATE);
        assertThat(faces).endsWith("\u2026").hasSizeGreaterThan(most - 3);
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void nothingIsLostAndNoLineIsTooWideInAnyScript(Scripts script) {
        String text = script.text();
        for (int room = 1; room <= text.length(); room++) {
            List<String> lines = lines(text, room);
            int most = room;

            assertThat(withoutSpaces(String.join("", lines))).isEqualTo(withoutSpaces(text));
            assertThat(lines).allMatch(line -> line.length() <= most || characters(line) == 1);
        }
    }

    private static String withoutSpaces(String text) {
        return text.replaceAll("\\R", "").codePoints().filter(point -> !Character.isWhitespace(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static int characters(String line) {
        BreakIterator each = BreakIterator.getCharacterInstance(Locale.ROOT);
        each.setText(line);
        int count = 0;
        while (each.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }
}
