package app.loupe.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.SecurityCheck;
import app.loupe.domain.SecurityCheck.Outcome;
import app.loupe.domain.SecurityCheck.Promise;
import java.util.List;
import org.junit.jupiter.api.Test;
import testkit.window.WindowSamples;

class SecurityTextsTest {
    @Test
    void everyPromiseHasWordsForEveryOutcome() {
        var words = new CheckWords(WindowSamples.wording());
        for (Promise promise : Promise.values()) {
            for (Outcome outcome : Outcome.values()) {
                var check = new SecurityCheck(promise, outcome, List.of("one", "two", "three"), List.of());

                assertThat(words.title(check)).isNotBlank();
                assertThat(words.line(check)).isNotBlank().doesNotContain("{");
                assertThat(words.outcome(check)).isNotBlank();
            }
        }
    }
}
