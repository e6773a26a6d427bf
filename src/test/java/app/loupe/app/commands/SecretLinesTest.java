package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Secret;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SecretLinesTest {
    private static List<String> lines(byte[] input) {
        var lines = new SecretLines(new ByteArrayInputStream(input));
        return Stream.generate(lines::next).takeWhile(Optional::isPresent).limit(9).map(Optional::get)
                .map(SecretLinesTest::text).toList();
    }

    private static String text(Secret secret) {
        try (secret) {
            return new String(secret.bytes(), StandardCharsets.UTF_8);
        }
    }

    static Stream<Arguments> files() {
        Charset little = StandardCharsets.UTF_16LE;
        Charset big = StandardCharsets.UTF_16BE;
        return Stream.of(Arguments.of("unix", bytes(StandardCharsets.UTF_8, "one\ntwo \u20ac\n")),
                Arguments.of("no end of line", bytes(StandardCharsets.UTF_8, "one\ntwo \u20ac")),
                Arguments.of("windows", bytes(StandardCharsets.UTF_8, "one\r\ntwo \u20ac\r\n")),
                Arguments.of("byte order mark", bytes(StandardCharsets.UTF_8, "\ufeffone\r\ntwo \u20ac\r\n")),
                Arguments.of("two files with marks", bytes(StandardCharsets.UTF_8, "\ufeffone\n\ufefftwo \u20ac\n")),
                Arguments.of("utf-16 of windows", bytes(little, "\ufeffone\r\ntwo \u20ac\r\n")),
                Arguments.of("utf-16 the other way", bytes(big, "\ufeffone\r\ntwo \u20ac\r\n")),
                Arguments.of("utf-16 without mark", bytes(little, "one\ntwo \u20ac\n")),
                Arguments.of("the other way without mark", bytes(big, "one\ntwo \u20ac")));
    }

    private static byte[] bytes(Charset charset, String text) {
        return text.getBytes(charset);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void secretsAreReadHoweverTheFileWasSaved(String how, byte[] input) {
        assertThat(lines(input)).as(how).containsExactly("one", "two \u20ac");
    }

    @Test
    void nothingIsReadFromNothing() {
        assertThat(lines(new byte[0])).isEmpty();
        assertThat(lines(new byte[] {'\n'})).containsExactly("");
        assertThat(lines(new byte[] {'x'})).containsExactly("x");
    }

    @Test
    void aLineWithoutAnEndIsCutAtTheLimit() {
        byte[] endless = new byte[100_000];
        Arrays.fill(endless, (byte) 'x');

        assertThat(new SecretLines(new ByteArrayInputStream(endless)).next().map(SecretLinesTest::text))
                .contains("x".repeat(4_096));
    }
}
