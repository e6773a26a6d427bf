package app.loupe.vault;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Secret;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassphraseStrengthTest {
    private static boolean suffices(String text) {
        try (Secret passphrase = Secret.ofChars(text)) {
            return PassphraseStrength.suffices(passphrase);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hT7#kq9Lw2!", "password1234", "Password1234!!!!", "passwordpassword", "iloveyou123456",
        "123456789012345", "aaaaaaaaaaaaaaaaaaaaaaaa", "qwertyuiopasdfghjkl", "abcdefghijklmnopqrstuvwxyz",
        "correct horse battery staple", "dog dog dog dog dog dog dog", "xyxyxyxyxyxyxyxyxyxyxyxyxy",
        "1qaz2wsx3edc4rfv", "Summer2026!!", "loupe loupe invoice", "zyxwvutsrqponmlkjihgfedcba",
        "12.05.1987 12.05.1987",
        "                              ", "0000111122223333"})
    void refusesTheShortTheCommonAndTheRepeated(String weak) {
        assertThat(suffices(weak)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hT7#kq9Lw2!xQ5%d", "my dog eats green shoes", "Der blaue Elefant trinkt Kaffee",
        "tokar bilun gosat mepid", "Ünïcode größer als süß"})
    void takesLongAndUnlikelyOnes(String strong) {
        assertThat(suffices(strong)).isTrue();
    }

    @Test
    void theOfferedPhraseHasSixWordsAndMoreThan77BitsAndAlwaysSuffices() {
        var maker = new PhraseMaker(new SecureRandom());
        Set<String> phrases = new HashSet<>();

        for (int i = 0; i < 500; i++) {
            String phrase = maker.phrase();
            assertThat(phrase).matches("([bdfgklmnprstvz][aeiou]){2}[bdfgklmnprstvz]"
                    + "( ([bdfgklmnprstvz][aeiou]){2}[bdfgklmnprstvz]){5}");
            assertThat(suffices(phrase)).as(phrase).isTrue();
            phrases.add(phrase);
        }

        assertThat(phrases).hasSize(500);
        assertThat(PhraseMaker.bits()).isBetween(96.0, 97.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery staple", "password password password",
        "qwertyuiop asdfghjkl zxcvbnm"})
    void saysOfALongOneThatItIsKnown(String text) {
        try (Secret passphrase = Secret.ofChars(text)) {
            assertThat(PassphraseStrength.sufficesForArchive(passphrase)).isFalse();
            assertThat(PassphraseStrength.isKnown(passphrase)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "tabula räsa geranium kiosk", "geranium kiosk lantern walrus umbrella"})
    void doesNotSaySoOfOthers(String text) {
        try (Secret passphrase = Secret.ofChars(text)) {
            assertThat(PassphraseStrength.isKnown(passphrase)).isFalse();
        }
    }
}
