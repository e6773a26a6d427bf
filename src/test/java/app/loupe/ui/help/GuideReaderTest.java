package app.loupe.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.help.GuideSpan.Style;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import testkit.Guides;

/** The Markdown of the guide becomes sections of blocks, and nothing of it is lost. */
class GuideReaderTest {
    static final List<Locale> LANGUAGES = Guides.LANGUAGES;
    private static final Pattern MARK = Pattern.compile("[*`<>\\\\#]|[\\[\\]]|\\b_|_\\b|~~|&\\w+;|^(?:-|\\d+\\.|>) ");

    private static GuideSpan plain(String text) {
        return new GuideSpan(text, Style.PLAIN, "");
    }

    @Test
    void everyConstructIsRead() {
        List<GuideSection> sections = GuideReader.read("""
                # The guide

                Before the
                first section.

                ## One thing
                A line.
                - a bullet that
                  goes on
                - another
                1. first
                2. second

                ![A window](images/a.png)

                ### A part, with "signs"!

                ```
                typed  as it is

                and more
                ```
                After it.

                ## Nothing in it

                ## Last
                End.
                """);

        assertThat(sections).containsExactly(
                new GuideSection("The guide", List.of(new GuideBlock.Paragraph(List.of(
                        plain("Before the first section."))))),
                new GuideSection("One thing", List.of(new GuideBlock.Paragraph(List.of(plain("A line."))),
                        new GuideBlock.Item("\u2022", List.of(plain("a bullet that goes on"))),
                        new GuideBlock.Item("\u2022", List.of(plain("another"))),
                        new GuideBlock.Item("1.", List.of(plain("first"))),
                        new GuideBlock.Item("2.", List.of(plain("second"))),
                        new GuideBlock.Picture("A window", "images/a.png"),
                        new GuideBlock.Heading("A part, with \"signs\"!"),
                        new GuideBlock.Code("typed  as it is\n\nand more"),
                        new GuideBlock.Paragraph(List.of(plain("After it."))))),
                new GuideSection("Last", List.of(new GuideBlock.Paragraph(List.of(plain("End."))))));
    }

    @Test
    void stylesOfALineAreToldApart() {
        assertThat(GuideSpan.of("Press **Sync now**, or `Ctrl+R`; see [the end](#the-end)!")).containsExactly(
                plain("Press "), new GuideSpan("Sync now", Style.BOLD, ""), plain(", or "),
                new GuideSpan("Ctrl+R", Style.CODE, ""), plain("; see "),
                new GuideSpan("the end", Style.LINK, "the-end"), plain("!"));
        assertThat(GuideSpan.of("*Show*, **bold** and *two words*: 2 * 3 * 4")).containsExactly(
                new GuideSpan("Show", Style.ITALIC, ""), plain(", "), new GuideSpan("bold", Style.BOLD, ""),
                plain(" and "), new GuideSpan("two words", Style.ITALIC, ""), plain(": 2 * 3 * 4"));
        assertThat(GuideSpan.of("`a**b**` 2 * 3 [x] (y) [web](https://example.com)")).containsExactly(
                new GuideSpan("a**b**", Style.CODE, ""), plain(" 2 * 3 [x] (y) [web](https://example.com)"));
    }

    /** Stars, underscores and tildes at words, backquotes, brackets of links and pictures, HTML, and what sets them off. */
    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void noMarkOfTheGuidesIsLeftInWhatIsShown(Locale language) {
        List<GuideSection> guide = GuideReader.packed(language);

        assertThat(guide.stream().map(GuideSection::title)).noneMatch(MARK.asPredicate());
        assertThat(guide.stream().flatMap(section -> section.blocks().stream()).flatMap(GuideReaderTest::shown))
                .hasSizeGreaterThan(300).noneMatch(MARK.asPredicate());
    }

    /** What is typed may hold any sign. */
    private static Stream<String> shown(GuideBlock block) {
        return switch (block) {
            case GuideBlock.Heading heading -> Stream.of(heading.text());
            case GuideBlock.Paragraph paragraph -> words(paragraph.spans());
            case GuideBlock.Item item -> words(item.spans());
            case GuideBlock.Code _ -> Stream.empty();
            case GuideBlock.Picture picture -> Stream.of(picture.text());
        };
    }

    private static Stream<String> words(List<GuideSpan> spans) {
        return spans.stream().filter(span -> span.style() != Style.CODE).map(GuideSpan::text);
    }

    @Test
    void aLinkLeadsToASectionOrAPartOfOne() {
        var section = new GuideSection("When something is wrong",
                List.of(new GuideBlock.Heading("The password, or the key")));

        assertThat(section.has("when-something-is-wrong")).isTrue();
        assertThat(section.has("the-password-or-the-key")).isTrue();
        assertThat(section.has("the-password")).isFalse();
    }

    @Test
    void aSearchAsksForEveryWordAnywhereInASection() {
        var section = new GuideSection("Month end", List.of(new GuideBlock.Code("sha256sum -c X"),
                new GuideBlock.Picture("The pack", "images/p.png")));

        assertThat(section.matches("SHA256 month")).isTrue();
        assertThat(section.matches(" pack ")).isTrue();
        assertThat(section.matches("")).isTrue();
        assertThat(section.matches("month customer")).isFalse();
    }
}
