package app.loupe.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceChangeTest {
    private static final String LETTER = "Terms of delivery. ".repeat(60);

    private static InvoiceChange change(String before, String after) {
        return new InvoiceChange(7, "INV/7", 1, 3, Instant.EPOCH, InvoiceChange.Kind.CHANGED, InvoiceField.NARRATION, 0,
                before,
                after, true);
    }

    @Test
    void shortTextsStayAsTheyAre() {
        InvoiceChange change = change("Net 30", "Net 14");

        assertThat(change.before()).isEqualTo("Net 30");
        assertThat(change.after()).isEqualTo("Net 14");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 249, 250, 499, 500, 501, 1_139})
    void whatDiffersIsSeenWhereverItStands(int at) {
        String one = LETTER.substring(0, at) + "ONE" + LETTER.substring(at);
        String two = LETTER.substring(0, at) + "TWO" + LETTER.substring(at);

        InvoiceChange change = change(one, two);

        assertThat(change.before()).contains("ONE").hasSizeLessThanOrEqualTo(InvoiceChange.LONGEST);
        assertThat(change.after()).contains("TWO").hasSizeLessThanOrEqualTo(InvoiceChange.LONGEST);
    }

    @Test
    void whatIsTakenAwayAtTheEndLeavesTheTextBefore() {
        InvoiceChange change = change(LETTER + "No returns.", LETTER);

        assertThat(change.before()).startsWith("…").endsWith("No returns.");
        assertThat(change.after()).startsWith("…").endsWith("delivery. ").isNotEqualTo(change.before());
    }

    @Test
    void noCharacterIsCutInTwo() {
        for (int shift = 0; shift < 4; shift++) {
            String same = "x".repeat(shift) + "\uD83D\uDE00".repeat(400);
            InvoiceChange change = change(same + "a", same + "b" + same);

            assertThat(change.before() + change.after()).doesNotMatch(
                    "(?s).*[\uD800-\uDBFF](?![\uDC00-\uDFFF]).*|(?s).*(?<![\uD800-\uDBFF])[\uDC00-\uDFFF].*");
        }
    }

    /** What is read back from the book is what was written. */
    @Test
    void cuttingTwiceIsCuttingOnce() {
        InvoiceChange change = change(LETTER + "ONE" + LETTER, LETTER + "TWO" + LETTER);

        assertThat(change(change.before(), change.after())).isEqualTo(change);
    }
}
