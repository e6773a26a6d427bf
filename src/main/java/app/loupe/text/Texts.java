package app.loupe.text;

import app.loupe.domain.Problem;
import app.loupe.domain.ShownDecimals;
import java.text.ChoiceFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Finds the owner's words for a key in the bundles and fills in the placeholders ({@link MessageFormat}). A missing key
 * is a programming error and throws; tests ask for every key.
 */
public final class Texts {
    private static final List<String> BUNDLES = List.of("problems", "window", "commandline", "security", "paper");

    private final Locale language;
    private final Locale locale;
    private final ShownDecimals decimals;
    private final List<ResourceBundle> bundles;
    private final boolean shown;

    /** The texts in the language of the locale, numbers by its region; English where there is no other language. */
    public Texts(Locale locale) {
        this(locale, locale);
    }

    /**
     * The texts in a language; numbers as another region writes them.
     *
     * @param language English where there are no texts in it
     * @param region of the numbers that are filled in
     */
    public Texts(Locale language, Locale region) {
        this(language, region, new ShownDecimals());
    }

    /**
     * The same, with amounts as certain books have them.
     *
     * @param decimals may learn more while the texts are in use
     */
    public Texts(Locale language, Locale region, ShownDecimals decimals) {
        this(language, region, decimals, false);
    }

    private Texts(Locale language, Locale region, ShownDecimals decimals, boolean shown) {
        this.shown = shown;
        this.decimals = decimals;
        this.language = language;
        this.locale = region;
        this.bundles = BUNDLES.stream().map(name -> ResourceBundle.getBundle("app.loupe.text." + name, language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))).toList();
    }

    /**
     * The same for a window: numbers keep their place beside a name that is read from right to left ({@link ReadingOrder}).
     */
    public Texts forWindow() {
        return new Texts(language, locale, decimals, true);
    }

    /** The region that numbers are written for. */
    public Locale locale() {
        return locale;
    }

    /** With how many decimals amounts are written. */
    public ShownDecimals decimals() {
        return decimals;
    }

    /** The language of the words, those in dates included. */
    public Locale language() {
        return language;
    }

    /**
     * The text of a key with its placeholders filled in; numbers are formatted by the locale, and text that is filled in
     * stays on its line.
     */
    public String get(String key, Object... arguments) {
        for (ResourceBundle bundle : bundles) {
            if (bundle.containsKey(key)) {
                return counting(new MessageFormat(bundle.getString(key), locale))
                        .format(Arrays.stream(arguments).map(this::harmless).toArray());
            }
        }
        throw new MissingResourceException("no text for " + key, Texts.class.getName(), key);
    }

    /** Java takes the first of some choices for whatever is less: texts that begin with one thing said so of none. */
    private static MessageFormat counting(MessageFormat text) {
        Format[] parts = text.getFormats();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] instanceof ChoiceFormat choice && choice.getLimits()[0] == 1) {
                text.setFormat(i, fromNone(choice));
            }
        }
        return text;
    }

    private static ChoiceFormat fromNone(ChoiceFormat choice) {
        double[] limits = choice.getLimits();
        Object[] words = choice.getFormats();
        var from = new double[limits.length + 1];
        var said = new String[from.length];
        said[0] = words[words.length - 1].toString();
        for (int i = 0; i < limits.length; i++) {
            from[i + 1] = limits[i];
            said[i + 1] = words[i].toString();
        }
        return new ChoiceFormat(from, said);
    }

    private Object harmless(Object argument) {
        if (argument instanceof Number) {
            return argument;
        }
        String words = OneLine.of(argument.toString());
        return shown ? ReadingOrder.amid(words) : words;
    }

    /** "TLS 1.3" of "TLSv1.3", as the Java platform calls it; also of several. */
    public static String tls(String protocols) {
        return protocols.replace("TLSv", "TLS ");
    }

    /** Whether there is a text for this key. */
    public boolean has(String key) {
        return bundles.stream().anyMatch(bundle -> bundle.containsKey(key));
    }

    /** What happened, in a few words. */
    public String title(Problem problem) {
        return ofProblem(problem, "title");
    }

    /** What it means. */
    public String text(Problem problem) {
        return ofProblem(problem, "text");
    }

    /** What to do. */
    public String advice(Problem problem) {
        return ofProblem(problem, "advice");
    }

    /** Title, text and advice as one paragraph, for terminals and tool tips. */
    public String sentence(Problem problem) {
        return title(problem) + ". " + text(problem) + " " + advice(problem);
    }

    private String ofProblem(Problem problem, String part) {
        return get("problem." + problem.code().key() + "." + part, problem.parameters().toArray());
    }
}
