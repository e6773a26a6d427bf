package app.loupe.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import testkit.Guides;

/** Each guide names only what the program has in its language: its words, its pictures, its own headings. */
class GuideTest {
    static final List<Locale> LANGUAGES = Guides.LANGUAGES;
    private static final Path IMAGES = Path.of("docs", "images");
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    private static final Pattern PICTURE = Pattern.compile("!\\[([^]]*)]\\((?:docs/)?images/([^)]+)\\)");
    private static final Pattern ANCHOR = Pattern.compile("]\\(#([^)]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^##+ (.+)$");
    private static final long LARGEST_PICTURE = 120_000;
    /** Said in bold, but not by the program. */
    private static final Set<String> EMPHASIS = Set.of("bold", "Look around first.", "Fett",
            "Sehen Sie sich erst um.", "gras", "Regardez d’abord.", "negrita", "Primero eche un vistazo.", "vet",
            "Kijk eerst rond.");
    /** What an item of a list is about: with a full stop no name of the program begins one. */
    private static final Pattern LEAD = Pattern.compile("(?m)^- \\*\\*[^*]+\\.\\*\\*");

    @Test
    void aTextOfTheProgramIsFoundInItsLanguage() {
        Function<String, Set<String>> english = Guides.keysOfTexts(Locale.ENGLISH);
        assertThat(List.of("Export…", "Sign-in refused", "Your keyring is locked")).noneMatch(
                text -> english.apply(text).isEmpty());
        assertThat(english.apply("Exportieren…")).isEmpty();
        assertThat(Guides.keysOfTexts(Locale.GERMAN).apply("Exportieren…")).contains("export.button");
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyBoldWordIsATextOfTheProgram(Locale language) throws IOException {
        Function<String, Set<String>> keys = Guides.keysOfTexts(language);

        assertThat(found(language, BOLD, 1)).hasSizeGreaterThan(70)
                .allSatisfy(word -> assertThat(keys.apply(word)).as(word).isNotEmpty());
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void itsPicturesAreThereSmallAndDescribed(Locale language) throws IOException {
        assertThat(found(language, PICTURE, 1)).isNotEmpty().doesNotContain("");
        Set<String> named = found(language, PICTURE, 2);
        for (String name : named) {
            assertThat(Files.size(IMAGES.resolve(name))).as(name).isBetween(1L, LARGEST_PICTURE);
        }
        try (Stream<Path> files = Files.list(IMAGES)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void itsLinksStayInIt(Locale language) throws IOException {
        List<String> headings = found(language, HEADING, 1).stream().map(GuideTest::anchor).toList();

        assertThat(found(language, ANCHOR, 1)).isNotEmpty().isSubsetOf(headings);
        assertThat(Guides.text(language)).doesNotContain("](http");
    }

    /** As the web pages that show Markdown make it: accents stay. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} -]", "").replace(' ', '-');
    }

    /** What is marked may be broken at the end of a line. */
    private static Set<String> found(Locale language, Pattern pattern, int group) throws IOException {
        return pattern.matcher(LEAD.matcher(Guides.text(language)).replaceAll("- ")).results()
                .map(match -> match.group(group))
                .map(word -> word.replaceAll("\\s+", " ")).filter(word -> !EMPHASIS.contains(word))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
