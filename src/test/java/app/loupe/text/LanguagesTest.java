package app.loupe.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.ChoiceFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every language has every text, with the same placeholders, and none that nobody asks for. */
class LanguagesTest {
    private static final List<String> BUNDLES = List.of("problems", "window", "commandline", "security", "paper");
    private static final List<String> LANGUAGES = List.of("de", "fr", "es", "nl");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    private static Properties texts(String name) throws IOException {
        var texts = new Properties();
        try (Reader file = new InputStreamReader(Objects.requireNonNull(
                LanguagesTest.class.getResourceAsStream(name + ".properties"), name), StandardCharsets.UTF_8)) {
            texts.load(file);
        }
        return texts;
    }

    static Stream<String> bundles() {
        return BUNDLES.stream().flatMap(bundle -> LANGUAGES.stream().map(language -> bundle + "_" + language));
    }

    private static Properties english(String bundle) throws IOException {
        return texts(bundle.substring(0, bundle.indexOf('_')));
    }

    private static Set<String> placeholders(String text) {
        var found = new TreeSet<String>();
        var matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** The help of picocli is no message: it is written as it stands. */
    private static boolean isMessage(String bundle, String key) {
        return !bundle.startsWith("commandline") || key.startsWith("cli.");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void allTextsAreThereAndNoOther(String bundle) throws IOException {
        assertThat(texts(bundle).stringPropertyNames()).isEqualTo(english(bundle).stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void eachHasThePlaceholdersOfTheEnglishOne(String bundle) throws IOException {
        Properties english = english(bundle);
        Properties texts = texts(bundle);

        for (String key : texts.stringPropertyNames()) {
            String text = texts.getProperty(key);
            assertThat(text).as(key).isNotBlank();
            if (isMessage(bundle, key)) {
                assertThat(placeholders(text)).as(key).isEqualTo(placeholders(english.getProperty(key)));
                assertThat(text.replace("''", "")).as(key).doesNotContain("'");
            } else {
                assertThat(count(text, "%n")).as(key).isEqualTo(count(english.getProperty(key), "%n"));
                assertThat(text.replace("%n", "").replace("%%", "")).as(key).doesNotContain("%").doesNotContain("'");
            }
        }
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void pluralsHaveAWordForEveryNumberAndOneIsOne(String bundle) throws IOException {
        Properties english = english(bundle);
        Properties texts = texts(bundle);
        Locale language = Locale.of(bundle.substring(bundle.indexOf('_') + 1));

        for (String key : texts.stringPropertyNames()) {
            if (!isMessage(bundle, key)) {
                continue;
            }
            Format[] formats = new MessageFormat(texts.getProperty(key), language).getFormatsByArgumentIndex();
            Format[] others = new MessageFormat(english.getProperty(key), language).getFormatsByArgumentIndex();
            for (int i = 0; i < others.length; i++) {
                // an abbreviation may have no plural
                if (others[i] instanceof ChoiceFormat choice && formats[i] instanceof ChoiceFormat own) {
                    double[] limits = own.getLimits();
                    double many = choice.getLimits()[choice.getLimits().length - 1];
                    // what is less than two is one in French
                    assertThat(limits[limits.length - 1]).as("%s: a form for many", key)
                            .isIn(bundle.endsWith("_fr") ? List.of(many, 2.0) : List.of(many));
                    for (long number : new long[] {0, 1, 2, 21, 1_000}) {
                        assertThat(own.format(number).isBlank()).as("%s of %d", key, number)
                                .isEqualTo(choice.format(number).isBlank());
                    }
                    // French counts nothing as one
                    assertThat(own.format(1).equals(own.format(2))).as("%s: one and two", key)
                            .isEqualTo(choice.format(1).equals(choice.format(2)));
                }
            }
        }
    }

    @Test
    void aLanguageWithoutTextsIsEnglish() {
        assertThat(new Texts(Locale.of("pl")).get("nav.invoices")).isEqualTo("Invoices");
        assertThat(new Texts(Locale.GERMANY).get("nav.invoices")).isEqualTo("Rechnungen");
    }

    @Test
    void wordsAreOfTheLanguageAndNumbersOfTheRegion() {
        var texts = new Texts(Locale.FRENCH, Locale.US);

        assertThat(texts.get("count", 12_480)).isEqualTo("12,480");
        assertThat(texts.get("nav.invoices")).isEqualTo("Factures");
    }
}
