package testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The owner's guides in docs, one in each language of Loupe, and the texts that they may name. */
public final class Guides {
    /** All of them; the first is the one that the others translate. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.of("es"),
            Locale.of("nl"));
    private static final Path FOLDER = Path.of("docs");
    private static final List<String> BUNDLES = List.of("window", "problems", "security");

    private Guides() {}

    /** Those that translate the English one. */
    public static List<Locale> translations() {
        return LANGUAGES.subList(1, LANGUAGES.size());
    }

    /** The Markdown of a guide. */
    public static String text(Locale language) throws IOException {
        return Files.readString(FOLDER.resolve(
                language.equals(Locale.ENGLISH) ? "guide.md" : "guide." + language.getLanguage() + ".md"));
    }

    /** The texts of the program's window in a language, each with the keys that it has. */
    public static Function<String, Set<String>> keysOfTexts(Locale language) {
        List<ResourceBundle> bundles = BUNDLES.stream().map(name -> bundle(name, language)).toList();
        return text -> bundles.stream().flatMap(bundle -> bundle.keySet().stream()
                .filter(key -> bundle.getString(key).replace("''", "'").equals(text)))
                .collect(Collectors.toSet());
    }

    /** The guide with the keys of the keyboard as the English one has them: Ctrl for Strg. */
    public static String withEnglishKeys(Locale language) throws IOException {
        ResourceBundle window = bundle("window", language);
        return Pattern.compile("(?<=[`+])(" + Pattern.quote(window.getString("keys.ctrl")) + "|"
                + Pattern.quote(window.getString("keys.shift")) + ")(?=[+`])").matcher(text(language))
                .replaceAll(held -> Objects.equals(held.group(), window.getString("keys.ctrl")) ? "Ctrl" : "Shift");
    }

    private static ResourceBundle bundle(String name, Locale language) {
        return ResourceBundle.getBundle("app.loupe.text." + name,
                language.equals(Locale.ENGLISH) ? Locale.ROOT : language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
