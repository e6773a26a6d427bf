package app.loupe.ui.overview;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Shortens the names of products for a narrow column: Odoo puts a product's own number before its name, "[EQ-401] Espresso
 * machine", and nothing else would be left of it.
 */
final class ProductNames {
    private static final Pattern NUMBER = Pattern.compile("^\\[[^\\]]+]\\s+(?=\\S)");

    private ProductNames() {}

    /** The names in their order, without the numbers; one that would then be another's, too, keeps its number. */
    static List<String> shortened(List<String> names) {
        Map<String, Long> alike = names.stream()
                .collect(Collectors.groupingBy(ProductNames::bare, Collectors.counting()));
        return names.stream().map(name -> alike.getOrDefault(bare(name), 0L) > 1 ? name : bare(name)).toList();
    }

    private static String bare(String name) {
        return NUMBER.matcher(name).replaceFirst("");
    }
}
