package app.loupe.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.SecurityCheck;
import app.loupe.domain.SecurityCheck.Outcome;
import app.loupe.domain.SecurityCheck.Promise;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import testkit.window.WindowSamples;

class SecurityTextsTest {
    private static final Set<Promise> ABOUT_NOW = EnumSet.of(Promise.KEY_IS_ELSEWHERE, Promise.YOUR_ACCOUNT_ONLY);

    @Test
    void everyPromiseHasWordsForEveryOutcomeItCanHave() {
        var words = new CheckWords(WindowSamples.wording());
        for (Promise promise : Promise.values()) {
            // what is about the present can be checked at any time; the rest waits for something to have happened
            Outcome between = ABOUT_NOW.contains(promise) ? Outcome.NOTICE : Outcome.NOT_YET;
            for (Outcome outcome : List.of(Outcome.PASS, between, Outcome.FAIL)) {
                var check = new SecurityCheck(promise, outcome, List.of("one", "two", "three", "four"), List.of());

                assertThat(words.title(check)).isNotBlank();
                assertThat(words.line(check)).isNotBlank().doesNotContain("{");
                assertThat(words.outcome(check)).isNotBlank();
            }
        }
    }
}
