package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.Secret;
import app.loupe.text.Texts;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretLinesTest {
    private static final Texts EN = new Texts(Locale.ENGLISH);

    private static List<String> lines(byte[] input) {
        var lines = new SecretLines(new ByteArrayInputStream(input), EN);
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

    /** To take its beginning would seal an archive with another passphrase than the one that was given. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aLineThatIsTooLongIsRefused(String charset) {
        byte[] most = ("x".repeat(4_096) + "\nnext").getBytes(Charset.forName(charset));
        byte[] more = ("x".repeat(4_097) + "\nnext").getBytes(Charset.forName(charset));

        assertThat(lines(most)).containsExactly("x".repeat(4_096), "next");
        assertThatThrownBy(() -> lines(more)).isInstanceOf(UsageException.class).hasMessageContaining("4,096");
    }

    @Test
    void aLineWithoutAnEndIsNotReadToIt() {
        byte[] line = new byte[100_000];
        Arrays.fill(line, (byte) 'x');
        var endless = new ByteArrayInputStream(line);

        assertThatThrownBy(() -> new SecretLines(endless, EN).next()).isInstanceOf(UsageException.class);
        assertThat(endless.available()).isGreaterThan(90_000);
    }

    private static String note(Charset saved, Charset own, String text) {
        return new SecretLines(new ByteArrayInputStream(text.getBytes(saved)), EN,
                new InputEncodings(List.of(own), true)).rest(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "IBM850", "ISO-8859-15"})
    void aTextIsReadInUtf8OrAsTheSystemWritesIt(String encoding) {
        Charset own = Charset.forName(encoding);

        assertThat(note(own, own, "Zahlung pr\u00fcfen\r\nM\u00fcller")).isEqualTo("Zahlung pr\u00fcfen\nM\u00fcller");
        assertThat(note(StandardCharsets.UTF_8, own, "Zahlung pr\u00fcfen")).isEqualTo("Zahlung pr\u00fcfen");
        assertThat(note(StandardCharsets.UTF_16LE, own, "Zahlung pr\u00fcfen")).isEqualTo("Zahlung pr\u00fcfen");
    }

    @Test
    void aTextOfWhichALetterWouldBeLostIsRefused() {
        for (Charset own : List.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII)) {
            assertThatThrownBy(() -> note(Charset.forName("windows-1252"), own, "pr\u00fcfen"))
                    .isInstanceOf(UsageException.class).hasMessageContaining("save it as UTF-8");
        }
        var half = new SecretLines(new ByteArrayInputStream(new byte[] {'x', 0, 0, (byte) 0xd8}), EN);
        assertThatThrownBy(() -> half.rest(100)).isInstanceOf(UsageException.class);
    }

    /** It is refused as too long, and not for the character that it was cut in. */
    @Test
    void aTextThatIsCutIsMoreThanIsTaken() {
        assertThat(note(StandardCharsets.UTF_8, StandardCharsets.UTF_8, "\u20ac".repeat(1_000)).length())
                .isGreaterThan(100);
    }

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Charset CONSOLE = Charset.forName("IBM850");

    private static SecretLines piped(Charset written, String text) {
        return new SecretLines(new ByteArrayInputStream(text.getBytes(written)), EN,
                new InputEncodings(List.of(WINDOWS, CONSOLE), true));
    }

    /** In a console of Windows: what cmd.exe pipes is in another encoding than what its programs save. */
    @Test
    void whatTwoEncodingsReadDifferentlyIsRefused() {
        for (Charset written : List.of(WINDOWS, CONSOLE)) {
            assertThatThrownBy(() -> piped(written, "Kl\u00e4ren").rest(100)).isInstanceOf(UsageException.class)
                    .hasMessageContaining("chcp 65001");
            assertThatThrownBy(() -> piped(written, "Passw\u00f6rter sind lang").next())
                    .isInstanceOf(UsageException.class);
        }
        assertThat(piped(CONSOLE, "pr\u00fcfen").rest(100)).as("only one of both has it").isEqualTo("pr\u00fcfen");
        assertThat(piped(WINDOWS, "plain").rest(100)).isEqualTo("plain");
        assertThat(piped(StandardCharsets.UTF_8, "Kl\u00e4ren").rest(100)).isEqualTo("Kl\u00e4ren");
    }

    /** In a pipe of Windows whose console nobody knows. */
    @Test
    void whatIsInDoubtIsRefusedAlsoWhereOneEncodingReadsIt() {
        var doubt = new InputEncodings(List.of(WINDOWS), false);
        byte[] written = bytes(CONSOLE, "mit \u00e4");

        assertThatThrownBy(() -> new SecretLines(new ByteArrayInputStream(written), EN, doubt).next())
                .isInstanceOf(UsageException.class).hasMessageContaining("chcp 65001");
        assertThatThrownBy(() -> new SecretLines(new ByteArrayInputStream(written), EN, doubt).rest(100))
                .isInstanceOf(UsageException.class);
        assertThat(new SecretLines(new ByteArrayInputStream(utf8("mit \u00e4")), EN, doubt).rest(100))
                .isEqualTo("mit \u00e4");
        assertThat(new SecretLines(new ByteArrayInputStream(utf8("plain")), EN, doubt).next()
                .map(SecretLinesTest::text)).contains("plain");
    }

    /** It opens what was sealed with it also when it is typed. */
    @Test
    void aSecretInTheEncodingOfTheSystemIsTheSecretThatWasMeant() {
        var lines = new SecretLines(new ByteArrayInputStream("Kl\u00e4ren\nzwei".getBytes(WINDOWS)), EN,
                new InputEncodings(List.of(WINDOWS), true));

        assertThat(lines.next().map(SecretLinesTest::text)).contains("Kl\u00e4ren");
        assertThat(lines.next().map(SecretLinesTest::text)).contains("zwei");
    }

    private static List<byte[]> meanings(byte[] line, Charset... own) {
        return new SecretLines(new ByteArrayInputStream(line), EN, new InputEncodings(List.of(own), false)).meanings()
                .stream().map(secret -> {
                    try (secret) {
                        return secret.bytes().clone();
                    }
                }).toList();
    }

    private static byte[] utf8(String text) {
        return bytes(StandardCharsets.UTF_8, text);
    }

    /** What was sealed with the bytes of a former version has to open with the line that sealed it. */
    @Test
    void aSecretThatOpensMayBeTheTextInEachEncodingAndItsBytes() {
        byte[] line = bytes(WINDOWS, "Kl\u00e4ren");
        byte[] random = {'x', (byte) 0x81, (byte) 0x8d, (byte) 0xff};

        assertThat(meanings(line, WINDOWS, CONSOLE)).containsExactly(utf8("Kl\u00e4ren"), utf8("Kl\u00f5ren"), line);
        assertThat(meanings(line, WINDOWS, StandardCharsets.ISO_8859_1)).as("both read the same")
                .containsExactly(utf8("Kl\u00e4ren"), line);
        assertThat(meanings(random, WINDOWS)).containsExactly(random);
        assertThat(meanings(random)).containsExactly(random);
        assertThat(meanings(utf8("Kl\u00e4ren"), WINDOWS)).containsExactly(utf8("Kl\u00e4ren"));
        assertThat(meanings(bytes(StandardCharsets.UTF_16LE, "Kl\u00e4ren"), WINDOWS))
                .containsExactly(utf8("Kl\u00e4ren"));
        assertThat(meanings(new byte[0], WINDOWS)).isEmpty();
    }
}
