package app.loupe.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide names only what the program has: its words, its pictures, its own headings. */
class GuideTest {
    private static final Path GUIDE = Path.of("docs", "guide.md");
    private static final Path IMAGES = Path.of("docs", "images");
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    private static final Pattern PICTURE = Pattern.compile("!\\[([^]]*)]\\((?:docs/)?images/([^)]+)\\)");
    private static final Pattern ANCHOR = Pattern.compile("]\\(#([^)]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^##+ (.+)$");
    private static final long LARGEST_PICTURE = 120_000;
    /** Said in bold, but not by the program. */
    private static final Set<String> EMPHASIS = Set.of("bold", "Look around first.");

    @Test
    void everyBoldWordIsATextOfTheProgram() throws IOException {
        Set<String> texts = texts();

        assertThat(texts).contains("Export…", "Sign-in refused", "Your keyring is locked");
        assertThat(found(BOLD, 1)).isNotEmpty().allSatisfy(word -> assertThat(texts).contains(word));
    }

    @Test
    void itsPicturesAreThereSmallAndDescribed() throws IOException {
        assertThat(found(PICTURE, 1)).isNotEmpty().doesNotContain("");
        Set<String> named = found(PICTURE, 2);
        for (String name : named) {
            assertThat(Files.size(IMAGES.resolve(name))).as(name).isBetween(1L, LARGEST_PICTURE);
        }
        try (Stream<Path> files = Files.list(IMAGES)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @Test
    void itsLinksStayInIt() throws IOException {
        List<String> headings = found(HEADING, 1).stream().map(GuideTest::anchor).toList();

        assertThat(found(ANCHOR, 1)).isNotEmpty().isSubsetOf(headings);
        assertThat(Files.readString(GUIDE)).doesNotContain("](http");
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }

    /** What is marked may be broken at the end of a line. */
    private static Set<String> found(Pattern pattern, int group) throws IOException {
        return pattern.matcher(Files.readString(GUIDE)).results().map(match -> match.group(group))
                .map(word -> word.replaceAll("\\s+", " ")).filter(word -> !EMPHASIS.contains(word))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> texts() {
        var all = new HashSet<String>();
        for (String name : List.of("window", "problems", "security")) {
            var bundle = ResourceBundle.getBundle("app.loupe.text." + name, Locale.ROOT);
            bundle.keySet().forEach(key -> all.add(bundle.getString(key).replace("''", "'")));
        }
        return all;
    }
}
