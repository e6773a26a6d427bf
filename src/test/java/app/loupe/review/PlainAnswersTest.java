package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainAnswersTest {
    @ParameterizedTest
    @CsvSource({"bill smith,bill,true", "BILL/2026,bill,false", "bill/2026,bill,true", "rbill bill,bill,true",
        "rbill/1,bill,false", "billy,bill,false", "prepaid,paid,false", "x paid,paid,true", "paid2,paid,false",
        "two partly paid,partly paid,true"})
    void wholeWordsEndWhereLettersAndDigitsEnd(String text, String word, boolean whole) {
        assertThat(PlainAnswers.containsWhole(text, word)).isEqualTo(whole);
    }
}
