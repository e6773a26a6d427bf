package app.loupe.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private static final String[] MOST_PARAMETERS = {"<first>", "<second>", "<third>"};

    private final Texts texts = new Texts(Locale.ENGLISH);

    private static Set<String> keysOf(String bundle) {
        return new TreeSet<>(
                Collections.list(ResourceBundle.getBundle("app.loupe.text." + bundle, Locale.ROOT).getKeys()));
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemSaysWhatHappenedWhatItMeansAndWhatToDo(ProblemCode code) {
        Problem problem = Problem.of(code, MOST_PARAMETERS);

        assertThat(texts.title(problem)).isNotBlank().doesNotEndWith(".").doesNotContain("{", "}", "''");
        assertThat(texts.text(problem)).isNotBlank().endsWith(".").doesNotContain("{", "}", "''");
        assertThat(texts.advice(problem)).isNotBlank().endsWith(".").doesNotContain("{", "}", "''");
    }

    /** Its owner has no line to type on; the command line has words of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "nl"})
    void noAdviceInTheWindowIsAnOptionOfTheCommandLine(String language) {
        var words = new Texts(Locale.of(language));
        // without a display there is no window; what a role hides is read again by a command alone
        Set<ProblemCode> typed = Set.of(ProblemCode.NO_DISPLAY, ProblemCode.FIELD_DROPPED);

        assertThat(ProblemCode.values()).filteredOn(code -> !typed.contains(code))
                .allSatisfy(code -> assertThat(words.advice(Problem.of(code, MOST_PARAMETERS))).doesNotContain("--"));
    }

    @Test
    void noTextIsLeftForAProblemThatDoesNotExist() {
        Set<String> wanted = Arrays.stream(ProblemCode.values())
                .flatMap(code -> Set.of("title", "text", "advice").stream()
                        .map(part -> "problem." + code.key() + "." + part))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(keysOf("problems")).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"problems", "window", "security", "paper"})
    void everyTextIsAMessageFormatWithoutALoneApostrophe(String bundle) {
        ResourceBundle texts = ResourceBundle.getBundle("app.loupe.text." + bundle, Locale.ROOT);

        for (String key : keysOf(bundle)) {
            String text = texts.getString(key);
            assertThatCode(() -> new MessageFormat(text, Locale.ENGLISH)).as(key).doesNotThrowAnyException();
            assertThat(text.replace("''", "")).as(key).doesNotContain("'");
        }
    }

    @Test
    void everySentenceOfTheCommandLineIsAMessageFormatWithoutALoneApostrophe() {
        ResourceBundle words = ResourceBundle.getBundle("app.loupe.text.commandline", Locale.ROOT);

        assertThat(keysOf("commandline")).filteredOn(key -> key.startsWith("cli.")).isNotEmpty().allSatisfy(key -> {
            assertThatCode(() -> new MessageFormat(words.getString(key), Locale.ENGLISH)).as(key)
                    .doesNotThrowAnyException();
            assertThat(words.getString(key).replace("''", "")).as(key).doesNotContain("'");
        });
    }

    @Test
    void adviceOfTheCommandLineIsForAProblemThatExists() {
        assertThat(keysOf("commandline"))
                .filteredOn(key -> key.startsWith("cli.advice.") || key.startsWith("cli.sentence.")).isNotEmpty()
                .allSatisfy(key -> assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::key))
                        .contains(key.split("\\.", -1)[2]));
    }

    @Test
    void whatIsFilledInStaysOnOneLineAndCannotSteerATerminal() {
        assertThat(texts.get("cli.choice.several", "a\u001b[2J\u009b1m\r\nb\u202e\u2028c"))
                .startsWith("\"a [2J 1m  b  c\" is");
    }

    @ParameterizedTest
    @EnumSource
    void noProblemSpeaksOfProgramsInside(ProblemCode code) {
        String sentence = texts.sentence(Problem.of(code, MOST_PARAMETERS)).toLowerCase(Locale.ROOT);

        assertThat(sentence).doesNotContain("exception", "stack trace", "null", "json", "sql", "socket", "handshake");
    }

    @Test
    void parametersLandWhereTheyBelong() {
        assertThat(texts.text(Problem.of(ProblemCode.STORE_SHORT, "412", "2000"))).contains("412 of 2000 documents");
        assertThat(texts.text(Problem.of(ProblemCode.RECORD_UNREADABLE, "account.move", "7", "amount_total")))
                .contains("account.move number 7").contains("\"amount_total\"");
        assertThat(texts.title(Problem.of(ProblemCode.HOST_UNKNOWN, "erp.acme.com")))
                .isEqualTo("There is no server called erp.acme.com");
    }

    @Test
    void aMissingTextIsAProgrammingError() {
        assertThatThrownBy(() -> texts.get("no.such.key"))
                .isInstanceOf(MissingResourceException.class);
    }

    /** Java takes the first of some choices for whatever is less, and that is one thing in most of them. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "nl"})
    void noneIsNotSaidAsOne(String language) {
        var said = new Texts(Locale.of(language));
        var checked = new TreeSet<String>();
        for (String bundle : List.of("commandline", "window", "paper", "problems", "security")) {
            ResourceBundle all = ResourceBundle.getBundle("app.loupe.text." + bundle, Locale.of(language));
            for (String key : keysOf(bundle)) {
                String text = all.getString(key);
                Object[] none = {0, 0, 0, 0, 0, 0, 0, 0};
                if (text.contains("choice,1#1 ")) {
                    checked.add(key);
                    assertThat(said.get(key, none)).as(key).doesNotContainPattern("\\b1 \\p{L}");
                }
            }
        }

        assertThat(checked).contains("cli.check.count").hasSizeGreaterThan(10);
        assertThat(said.get("cli.check.count", 0, 12)).startsWith("0 ").contains("12");
        assertThat(said.get("cli.check.count", 1, 1)).startsWith("1 ");
    }

    /** What is counted may hold bills, credit notes and receipts; only where it cannot, the word is another. */
    @ParameterizedTest
    @CsvSource({"'', invoices?", "_de, Rechnung(en)?", "_fr, factures?", "_es, facturas?", "_nl, factu(ur|ren)"})
    void whatIsCountedIsCalledDocuments(String language, String invoices) throws IOException {
        var counted = Pattern.compile("(\\{\\d(,number,integer)?}|#1) (posted )?" + invoices + "\\b");
        for (String bundle : List.of("window", "commandline", "problems", "security", "paper")) {
            var texts = new Properties();
            try (InputStream file = Objects.requireNonNull(
                    Texts.class.getResourceAsStream(bundle + language + ".properties"))) {
                texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }

            assertThat(texts).isNotEmpty();
            assertThat(texts.stringPropertyNames()).filteredOn(key -> !key.startsWith("check.said.same-reference"))
                    .as(bundle).noneMatch(key -> counted.matcher(texts.getProperty(key)).find());
        }
    }
}
