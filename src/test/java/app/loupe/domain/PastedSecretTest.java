package app.loupe.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedSecretTest {
    private static final String KEY = "d7da2a094573c452a6e42779df6f3adefdb0db74";

    private static String meant(String pasted) {
        try (Secret secret = PastedSecret.of(Secret.ofChars(pasted))) {
            return new String(secret.bytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ufeff%s", "%s\r", "%s\r\n", "\n%s\n\n", "\u200b%s\u2060", "\t%s", "%s\0",
        "\u2028%s\u0085",
        "\u202a%s\u202c", "\r\n\ufeff%s\ufeff\r\n"})
    void whatNobodyCanSeeIsNeverPartOfIt(String around) {
        assertThat(meant(around.replace("%s", KEY))).isEqualTo(KEY);
        assertThat(meant(around.replace("%s", "pass wörd 東京"))).isEqualTo("pass wörd 東京");
    }

    @ParameterizedTest
    @ValueSource(strings = {" %s", "%s ", "\u00a0%s\u3000", " \ufeff %s \r\n"})
    void aKeyHasNoBlanks(String around) {
        assertThat(meant(around.replace("%s", KEY))).isEqualTo(KEY);
        assertThat(meant(around.replace("%s", KEY.substring(0, 20) + "\n " + KEY.substring(20)))).isEqualTo(KEY);
    }

    @Test
    void aPasswordKeepsItsBlanksAndTheyAreNamed() {
        assertThat(meant(" pass ")).isEqualTo(" pass ");
        assertThat(PastedSecret.suspicion(Secret.ofChars(" pass "))).contains(ProblemCode.PASSWORD_BEGINS_WITH_SPACE);
        assertThat(PastedSecret.suspicion(Secret.ofChars("\u00a0pass")))
                .contains(ProblemCode.PASSWORD_BEGINS_WITH_SPACE);
        assertThat(PastedSecret.suspicion(Secret.ofChars("pass\u3000"))).contains(ProblemCode.PASSWORD_ENDS_WITH_SPACE);
        assertThat(PastedSecret.suspicion(Secret.ofChars("pa ss"))).isEmpty();
        assertThat(PastedSecret.suspicion(Secret.ofChars(""))).isEmpty();
    }

    @Test
    void onlyInvisibleIsEmpty() {
        assertThat(meant("\ufeff\r\n\u200b")).isEmpty();
        assertThat(meant("")).isEmpty();
    }

    @Test
    void whatWasGivenIsWiped() {
        byte[] given = ("\ufeff" + KEY).getBytes(StandardCharsets.UTF_8);

        PastedSecret.of(Secret.owning(given)).close();

        assertThat(given).containsOnly(0);
    }
}
