package app.loupe.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.review.GuidePhrasesTest;
import app.loupe.ui.help.GuideSpan.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import testkit.Guides;

/** Each guide in another language has what the English one has, at the same place: an edit of one alone is seen here. */
class GuideTranslationsTest {
    static final List<Locale> LANGUAGES = Guides.translations();
    private static final List<GuideSection> ENGLISH = read(Locale.ENGLISH);
    private static final List<List<String>> PHRASES = GuidePhrasesTest.PHRASES.stream()
            .map(row -> Arrays.stream(row.split(" \\| ", -1)).toList()).toList();

    private static List<GuideSection> read(Locale language) {
        try {
            return GuideReader.read(Guides.withEnglishKeys(language));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    /** Every section as its heading and what is below it. */
    private static List<GuideBlock> blocks(List<GuideSection> guide) {
        var all = new ArrayList<GuideBlock>();
        for (GuideSection section : guide) {
            all.add(new GuideBlock.Heading(section.title()));
            all.addAll(section.blocks());
        }
        return all;
    }

    private static String shape(GuideBlock block) {
        return switch (block) {
            case GuideBlock.Heading _ -> "part";
            case GuideBlock.Paragraph _ -> "paragraph";
            case GuideBlock.Item item -> "item " + item.mark();
            case GuideBlock.Code code -> "code " + code.text();
            case GuideBlock.Picture picture -> "picture " + picture.file();
        };
    }

    private static List<List<String>> shapes(List<GuideSection> guide) {
        return guide.stream().map(section -> section.blocks().stream().map(GuideTranslationsTest::shape).toList())
                .toList();
    }

    private static List<String> texts(GuideBlock block, Style style) {
        List<GuideSpan> spans = switch (block) {
            case GuideBlock.Paragraph paragraph -> paragraph.spans();
            case GuideBlock.Item item -> item.spans();
            default -> List.of();
        };
        return spans.stream().filter(span -> span.style() == style)
                .map(span -> style == Style.LINK ? span.target() : span.text()).toList();
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void itIsBuiltAsTheEnglishOne(Locale language) {
        assertThat(shapes(read(language))).isEqualTo(shapes(ENGLISH));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void theWordsOfTheProgramAreTheSamePlaceByPlace(Locale language) {
        Function<String, Set<String>> theirs = Guides.keysOfTexts(Locale.ENGLISH);
        Function<String, Set<String>> ours = Guides.keysOfTexts(language);

        eachBlock(language, Style.BOLD,
                (english, own) -> (theirs.apply(english).isEmpty() && ours.apply(own).isEmpty())
                        || !Collections.disjoint(theirs.apply(english), ours.apply(own)));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void whatIsTypedIsTheSamePlaceByPlaceOrMeansTheSame(Locale language) {
        int column = Guides.LANGUAGES.indexOf(language);

        eachBlock(language, Style.CODE, (english, own) -> {
            Set<String> phrases = PHRASES.stream().filter(row -> row.getFirst().equals(english))
                    .map(row -> row.get(column)).collect(Collectors.toSet());
            return phrases.isEmpty() ? own.equals(english) : phrases.contains(own);
        });
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void aLinkLeadsToTheSamePlace(Locale language) {
        List<String> theirs = anchors(ENGLISH);
        List<String> ours = anchors(read(language));

        assertThat(new HashSet<>(ours)).hasSameSizeAs(ours);
        eachBlock(language, Style.LINK,
                (english, own) -> ours.contains(own) && ours.indexOf(own) == theirs.indexOf(english));
    }

    private static List<String> anchors(List<GuideSection> guide) {
        return blocks(guide).stream().filter(GuideBlock.Heading.class::isInstance)
                .map(heading -> GuideSection.anchor(heading.text())).toList();
    }

    /** Whether two pieces of text stand for each other. */
    @FunctionalInterface
    private interface Pair {
        boolean same(String english, String own);
    }

    /** Each piece of a block has its like in the same block of the other guide; another order is that of the language. */
    private static void eachBlock(Locale language, Style style, Pair pair) {
        List<GuideBlock> english = blocks(ENGLISH);
        List<GuideBlock> own = blocks(read(language));
        for (int i = 0; i < english.size(); i++) {
            List<String> theirs = texts(english.get(i), style);
            List<String> ours = texts(own.get(i), style);
            assertThat(ours).as(own.get(i).text()).hasSameSizeAs(theirs)
                    .allMatch(one -> theirs.stream().anyMatch(other -> pair.same(other, one)));
            assertThat(theirs).as(own.get(i).text())
                    .allMatch(one -> ours.stream().anyMatch(other -> pair.same(one, other)));
        }
    }
}
