package app.loupe.vault;

import app.loupe.domain.KeptFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes the filters that an owner named as text, one a line - name, search, choices, a tab between them - and reads it
 * back. None of them holds a control character: see {@link KeptFilter#isToKeep}. Any other line was written by another
 * version of Loupe: it is not read, and it is kept.
 */
final class FilterText {
    private static final int FIXED = 2;

    private FilterText() {}

    /** The text of these filters, followed by the lines of the text before that another version wrote. */
    static String text(List<KeptFilter> filters, String before) {
        return text(filters) + others(before).stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String text(List<KeptFilter> filters) {
        var text = new StringBuilder();
        for (KeptFilter filter : filters) {
            var fields = new ArrayList<String>(List.of(filter.name(), filter.search()));
            new TreeMap<>(filter.choice()).forEach((name, value) -> fields.add(name + "=" + value));
            text.append(String.join("\t", fields)).append('\n');
        }
        return text.toString();
    }

    /** Reads the text; lines that {@link #text} does not write, and filters beyond the most that are kept, are skipped. */
    static List<KeptFilter> read(String text) {
        return text.lines().flatMap(line -> filter(line).stream()).limit(KeptFilter.MOST).toList();
    }

    /** The lines that {@link #read} skips. */
    private static List<String> others(String text) {
        var others = new ArrayList<String>();
        int read = 0;
        for (String line : text.lines().toList()) {
            if (read < KeptFilter.MOST && filter(line).isPresent()) {
                read++;
            } else if (!line.isEmpty()) {
                others.add(line);
            }
        }
        return others;
    }

    private static Optional<KeptFilter> filter(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length < FIXED) {
            return Optional.empty();
        }
        Map<String, String> choice = new TreeMap<>();
        for (int i = FIXED; i < fields.length; i++) {
            String[] parts = fields[i].split("=", 2);
            if (parts.length < 2) {
                return Optional.empty();
            }
            choice.put(parts[0], parts[1]);
        }
        return Optional.of(new KeptFilter(fields[0], fields[1], choice)).filter(KeptFilter::isToKeep);
    }
}
