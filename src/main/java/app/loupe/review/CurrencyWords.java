package app.loupe.review;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Knows how currencies are written: the codes that occur in the copy, and common signs. Other codes are plain text,
 * because many are words: PEN, ALL, TOP, TRY.
 */
final class CurrencyWords {
    private static final Map<String, Set<String>> SIGNS = Map.of("€", Set.of("EUR"), "£", Set.of("GBP"), "$",
            Set.of("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"), "¥", Set.of("JPY", "CNY"));
    /** How people call the commonest; words that are commoner for other things, or names, such as "livre" and "Sterling", are none. */
    private static final Map<String, Set<String>> CALLED = Map.ofEntries(Map.entry("euro", SIGNS.get("€")),
            Map.entry("euros", SIGNS.get("€")), Map.entry("dollar", SIGNS.get("$")),
            Map.entry("dollars", SIGNS.get("$")),
            Map.entry("dolar", SIGNS.get("$")), Map.entry("dolares", SIGNS.get("$")),
            Map.entry("pound", SIGNS.get("£")),
            Map.entry("pounds", SIGNS.get("£")),
            Map.entry("yen", Set.of("JPY")));
    private static final Pattern SIGNED = Pattern.compile("[€£$¥](.+)|(.+)[€£$¥]");
    private static final Pattern SIGN = Pattern.compile("\\p{L}{0,3}\\p{Sc}");
    private static final Set<String> NAMES = Stream
            .concat(Currency.getAvailableCurrencies().stream()
                    .map(one -> one.getCurrencyCode().toLowerCase(Locale.ROOT)),
                    CALLED.keySet().stream())
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern CODE = Pattern.compile("[a-z]{3}");

    private CurrencyWords() {}

    /** The currencies that a folded word names. */
    static Optional<Condition.Currencies> find(String word, Set<String> known) {
        Set<String> signed = SIGNS.get(word);
        if (signed != null) {
            return Optional.of(new Condition.Currencies(signed));
        }
        return code(word).filter(found -> found.codes().stream().anyMatch(known::contains));
    }

    /** Any code, known or not, and any sign or name. */
    static Optional<Condition.Currencies> code(String word) {
        Set<String> called = CALLED.getOrDefault(word, SIGNS.get(word));
        if (called != null) {
            return Optional.of(new Condition.Currencies(called));
        }
        return CODE.matcher(word).matches()
                ? Optional.of(new Condition.Currencies(Set.of(word.toUpperCase(Locale.ROOT))))
                : Optional.empty();
    }

    /** Whether a folded word is the code or sign of any currency of the world, or how people call the commonest. */
    static boolean isOne(String word) {
        return NAMES.contains(word) || SIGN.matcher(word).matches();
    }

    /** The currencies of the signs that stand in a text; empty when there are none. */
    static Set<String> signs(String text) {
        return SIGNS.entrySet().stream().filter(sign -> text.contains(sign.getKey()))
                .flatMap(sign -> sign.getValue().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The word without the sign that stands right before or behind an amount. */
    static String withoutSign(String word) {
        Matcher signed = SIGNED.matcher(word);
        if (!signed.matches()) {
            return word;
        }
        return signed.group(1) == null ? signed.group(2) : signed.group(1);
    }
}
