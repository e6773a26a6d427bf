package app.loupe.review;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Knows how currencies are written: the codes that occur in the copy, and common signs. Other codes are plain text,
 * because many are words: PEN, ALL, TOP, TRY.
 */
final class CurrencyWords {
    private static final Set<String> DOLLARS = Set.of("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "BSD", "BBD",
            "BMD", "BND", "BZD", "FJD", "GYD", "JMD", "KYD", "LRD", "NAD", "SBD", "SRD", "TTD", "XCD");
    /** Countries write them with the sign of the dollar, and nobody calls them so. */
    private static final Set<String> PESOS = Set.of("MXN", "ARS", "CLP", "COP", "UYU", "DOP", "CUP");
    private static final Map<String, Set<String>> SIGNS = Map.of("€", Set.of("EUR"), "£",
            Set.of("GBP", "EGP", "LBP", "SYP", "SDG", "SSP", "GIP", "FKP", "SHP"), "$",
            Stream.concat(DOLLARS.stream(), PESOS.stream()).collect(Collectors.toUnmodifiableSet()), "¥",
            Set.of("JPY", "CNY"));
    /** How people call the commonest; words that are commoner for other things, or names, such as "livre" and "Sterling", are none. */
    private static final Map<String, Set<String>> CALLED = Map.ofEntries(Map.entry("euro", SIGNS.get("€")),
            Map.entry("euros", SIGNS.get("€")), Map.entry("dollar", DOLLARS),
            Map.entry("dollars", DOLLARS), Map.entry("dolar", DOLLARS), Map.entry("dolares", DOLLARS),
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
    /** A code that stands right before or behind a number. */
    private static final Pattern WITH_CODE = Pattern.compile("([a-z]{3})(\\d.*)|(.*\\d)([a-z]{3})");
    private static final Pattern CODE_IN_NUMBER = Pattern
            .compile("(?<!\\p{L})[a-z]{3}(?=\\d)|(?<=\\d)[a-z]{3}(?!\\p{L})");
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

    /** The currencies of the signs that stand in a folded text, and of the codes beside its numbers; empty when there are none. */
    static Set<String> signs(String text) {
        return Stream.concat(
                SIGNS.entrySet().stream().filter(sign -> text.contains(sign.getKey()))
                        .flatMap(sign -> sign.getValue().stream()),
                CODE_IN_NUMBER.matcher(text).results().map(MatchResult::group).filter(NAMES::contains)
                        .map(code -> code.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** On which side of a number a folded word has a sign: 1 for before it, -1 for behind it, 0 for a word that is no such amount. */
    static int signBeside(String word) {
        boolean signed = SIGNED.matcher(word).matches() && !TypedNumber.read(withoutSign(word)).isEmpty();
        return !signed ? 0 : SIGNS.containsKey(word.substring(0, 1)) ? 1 : -1;
    }

    /** The word without the sign, or the code of a currency, that stands right before or behind an amount. */
    static String withoutCurrency(String word) {
        Matcher coded = WITH_CODE.matcher(word);
        if (coded.matches()) {
            boolean before = coded.group(1) != null;
            if (NAMES.contains(coded.group(before ? 1 : 4))) {
                return coded.group(before ? 2 : 3);
            }
        }
        return withoutSign(word);
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
