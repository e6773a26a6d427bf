package app.loupe.vault;

import app.loupe.domain.KeptFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the filters that an owner named as text, one a line - name, search, choices, a tab between them - and reads it
 * back. None of them holds a control character: see {@link KeptFilter#isToKeep}.
 */
final class FilterText {
    private static final int FIXED = 2;

    private FilterText() {}

    static String text(List<KeptFilter> filters) {
        var text = new StringBuilder();
        for (KeptFilter filter : filters) {
            var fields = new ArrayList<String>(List.of(filter.name(), filter.search()));
            new TreeMap<>(filter.choice()).forEach((name, value) -> fields.add(name + "=" + value));
            text.append(String.join("\t", fields)).append('\n');
        }
        return text.toString();
    }

    /** Reads the text; a line that is none of {@link #text} is passed over, the others stay. */
    static List<KeptFilter> read(String text) {
        var filters = new ArrayList<KeptFilter>();
        for (String line : text.lines().toList()) {
            String[] fields = line.split("\t", -1);
            Map<String, String> choice = new TreeMap<>();
            for (int i = FIXED; i < fields.length; i++) {
                String[] parts = fields[i].split("=", 2);
                choice.put(parts[0], parts[parts.length - 1]);
            }
            var filter = new KeptFilter(fields[0], fields.length < FIXED ? "" : fields[1], choice);
            if (fields.length >= FIXED && filter.isToKeep()) {
                filters.add(filter);
            }
        }
        return filters;
    }
}
