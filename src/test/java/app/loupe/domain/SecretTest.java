package app.loupe.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "p\u00e4ssw\u00f6rt", "\u20ac\u20ac\u20ac\u20ac\u20ac\u20ac\u20ac\u20ac",
        "\ud83d\udd11\ud83d\udd11\ud83d\udd11", "half \ud83d pair", "ends in half \ud83d", "\udd11"})
    void keepsTheCharactersAsUtf8(String text) {
        try (Secret secret = Secret.ofChars(text)) {
            assertThat(secret.bytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void s29_encodesInOneBufferThatItCanWipe() {
        // Charset.encode lets its buffer grow, and leaves the former one with the first characters behind
        assertThat(new ClassFileImporter().importClasses(Secret.class).get(Secret.class).getMethodCallsFromSelf())
                .noneMatch(call -> call.getTargetOwner().isAssignableTo(Charset.class)
                        && call.getName().equals("encode"));
    }
}
