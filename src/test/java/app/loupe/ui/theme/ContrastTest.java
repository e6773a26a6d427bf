package app.loupe.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.window.Contrast;

/** WCAG 2.2 level AA over the tokens of both themes: 4.5 : 1 for text, 3 : 1 for edges and for the keyboard's place. */
class ContrastTest {
    private static final Pattern TOKEN = Pattern.compile("(-(?:color|loupe)-[a-z0-9-]+): (#[0-9a-f]{6})");
    private static final List<String> GROUNDS = List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-inset",
            "-color-accent-subtle");
    private static final List<String> HUES = List.of("accent", "success", "warning", "danger", "done");
    private static final List<String> GREYS = List.of("default", "muted", "subtle");

    private static Map<String, String> tokens(String theme) throws IOException {
        var tokens = new HashMap<String, String>();
        try (InputStream sheet = Objects
                .requireNonNull(ContrastTest.class.getResourceAsStream("tokens-" + theme + ".css"))) {
            Matcher found = TOKEN.matcher(new String(sheet.readAllBytes(), StandardCharsets.UTF_8));
            while (found.find()) {
                tokens.put(found.group(1), found.group(2));
            }
        }
        return tokens;
    }

    private static void demand(Map<String, String> tokens, String one, String other, double least) {
        assertThat(Contrast.of(colour(tokens, one), colour(tokens, other))).as(one + " on " + other)
                .isGreaterThanOrEqualTo(least);
    }

    private static int colour(Map<String, String> tokens, String name) {
        return Integer.parseInt(Objects.requireNonNull(tokens.get(name), name).substring(1), 16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void textIsReadOnEveryGround(String theme) throws IOException {
        Map<String, String> tokens = tokens(theme);

        for (String ground : GROUNDS) {
            GREYS.forEach(grey -> demand(tokens, "-color-fg-" + grey, ground, 4.5));
            HUES.forEach(hue -> demand(tokens, "-color-" + hue + "-fg", ground, 4.5));
        }
        HUES.forEach(hue -> demand(tokens, "-color-" + hue + "-fg", "-color-" + hue + "-subtle", 4.5));
        GREYS.forEach(grey -> demand(tokens, "-color-fg-" + grey, "-color-neutral-subtle", 4.5));
        demand(tokens, "-color-fg-emphasis", "-color-accent-emphasis", 4.5);
        demand(tokens, "-color-fg-emphasis", "-color-danger-emphasis", 4.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void edgesAndTheKeyboardsPlaceAreSeenOnEveryGround(String theme) throws IOException {
        Map<String, String> tokens = tokens(theme);

        for (String ground : GROUNDS) {
            demand(tokens, "-loupe-control-border", ground, 3);
            demand(tokens, "-loupe-focus", ground, 3);
        }
        for (String ground : List.of("neutral", "danger", "warning")) {
            demand(tokens, "-loupe-focus", "-color-" + ground + "-subtle", 3);
        }
    }
}
