package app.loupe.review;

import app.loupe.domain.Folding;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Knows which English word of the search a word of another language means. All languages are understood at once, whatever
 * the window speaks: a word that names a filter is looked for as text, too, so none is taken away from anybody.
 */
final class SearchWords {
    /** Those that there are texts in, beside English. */
    static final List<String> LANGUAGES = List.of("de", "fr", "es", "nl");

    private static final String FIELD = "field.";
    private static final String LATE = "late.";
    private static final String QUARTER = "quarter.";
    private static final String PHRASE = "phrase.";
    private static final String DAY = "day.";
    private static final String DUE = "due.";
    private static final String AMOUNT = "amount.";
    private static final String SPAN = "span.";
    private static final String SMALL = "small.";
    private static final String TAX = "tax.";
    private static final String NOT = "not.";
    private static final String JOIN = "join.";
    private static final Set<String> ENGLISH_TAXES = Set.of("vat", "tax", "taxes", "gst");
    /** In the order in which they are told. */
    private static final List<String> FIELDS = List.of("customer", "vendor", "partner", "product", "number",
            "reference",
            "journal", "status", "late", "due", "type", "date", "amount", "currency", "company", "salesperson", "vat",
            "source", "mark", "note", "text");
    private static final Map<String, String> OTHER_FIELDS = Map.of("supplier", "vendor", "client", "customer",
            "contact",
            "partner", "name", "partner", "item", "product", "line", "product", "ref", "reference", "invoice", "number",
            "origin", "source", "total", "amount");
    private static final Map<String, String> ENGLISH = read();

    private SearchWords() {}

    private static Map<String, String> read() {
        var all = new HashMap<String, String>();
        for (String language : LANGUAGES) {
            Properties words = words(language);
            for (String english : words.stringPropertyNames()) {
                String prefix = prefix(english);
                for (String word : words.getProperty(english).split(",", -1)) {
                    Folding.forms(word.strip()).forEach(form -> all.put(prefix + form, english));
                }
            }
        }
        FIELDS.forEach(field -> all.put(FIELD + field, FIELD + field));
        OTHER_FIELDS.forEach((other, field) -> all.putIfAbsent(FIELD + other, FIELD + field));
        return Map.copyOf(all);
    }

    /** What is set before a word whose meaning it has in one place alone; empty for a word that is a filter anywhere. */
    static String prefix(String english) {
        return Stream.of(FIELD, LATE, QUARTER, PHRASE, DAY, DUE, AMOUNT, SPAN, SMALL, TAX, NOT, JOIN)
                .filter(english::startsWith)
                .findFirst()
                .orElse("");
    }

    /** What stands in the file of a language: other words, behind the English one. */
    static Properties words(String language) {
        var words = new Properties();
        String name = "words_" + language + ".properties";
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(SearchWords.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            words.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }

    /** The English word for a folded one; the same where no other language has it. */
    static String english(String folded) {
        return ENGLISH.getOrDefault(folded, folded);
    }

    /** The English name of a field in front of a colon; empty when it is none. Every word for overdue is that of days late. */
    static String field(String typed) {
        String folded = Folding.fold(typed);
        String english = behind(FIELD, folded);
        return english.isEmpty() && Keywords.isOverdue(folded) ? "late" : english;
    }

    /** What a folded word means beside a number of days, in English; empty when it means nothing there. */
    static String late(String folded) {
        return behind(LATE, folded);
    }

    /** What a folded word means in the name of a quarter: its number, or "noun"; empty when it means nothing there. */
    static String quarter(String folded) {
        return behind(QUARTER, folded);
    }

    /** What a folded word means in a phrase of {@link PhraseWords}, in English; empty when it means nothing there. */
    static String phrase(String folded) {
        return behind(PHRASE, folded);
    }

    /** What a folded word means in the name of a day ({@link TypedTime}), in English; empty when it means nothing there. */
    static String day(String folded) {
        return behind(DAY, folded);
    }

    /** On which side of a day a folded word says that something is, in English; empty when it means nothing there. */
    static String due(String folded) {
        return behind(DUE, folded);
    }

    /** How a folded word compares an amount, or "noun" where it names it, in English; empty when it means nothing there. */
    static String amount(String folded) {
        return behind(AMOUNT, folded);
    }

    /** Whether folded words say "to" between two days. English ones are not among them. */
    static boolean isTo(String folded) {
        return !behind(SPAN, folded).isEmpty();
    }

    /** Whether a folded word is one that joins others in a language: "of", "und". English ones are not among them. */
    static boolean isSmall(String folded) {
        return !behind(SMALL, folded).isEmpty();
    }

    /** Whether a folded word is one for taxes. */
    static boolean isTax(String folded) {
        return ENGLISH_TAXES.contains(folded) || !behind(TAX, folded).isEmpty();
    }

    /** Whether folded words, joined with hyphens, say that what follows is not so. English ones are not among them. */
    static boolean isNot(String folded) {
        return !behind(NOT, folded).isEmpty();
    }

    /** Whether such words leave out what follows, and do not say that it is in another state: "ohne", "sauf", "keine". */
    static boolean excludes(String folded) {
        return "without".equals(behind(NOT, folded));
    }

    /** Whether a folded word joins two times or is said between alternatives: "und", "oder". English ones are not among them. */
    static boolean isJoin(String folded) {
        return !behind(JOIN, folded).isEmpty();
    }

    /** The names of the fields in a language; the English ones where there are no other. */
    static List<String> fields(String language) {
        Properties words = LANGUAGES.contains(language) ? words(language) : new Properties();
        return FIELDS.stream().map(field -> words.getProperty(FIELD + field, field).split(",", -1)[0].strip()).toList();
    }

    private static String behind(String prefix, String folded) {
        String english = ENGLISH.getOrDefault(prefix + folded, "");
        return english.isEmpty() ? "" : english.substring(prefix.length());
    }
}
