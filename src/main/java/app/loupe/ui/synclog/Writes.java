package app.loupe.ui.synclog;

import app.loupe.domain.RequestRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts the calls that could have changed something in Odoo: every method that is not known to only read. */
final class Writes {
    private static final Set<String> READING = Set.of("search_read", "read", "search", "search_count", "fields_get",
            "version", "authenticate", "list", "login");

    private Writes() {}

    static long of(List<RequestRecord> requests) {
        return requests.stream().filter(request -> !READING.contains(request.method())).count();
    }

    /** Of the totals, whose keys are {@code model.method}. */
    static long of(Map<String, Long> callsByMethod) {
        return callsByMethod.entrySet().stream()
                .filter(entry -> !READING.contains(entry.getKey().substring(entry.getKey().lastIndexOf('.') + 1)))
                .mapToLong(Map.Entry::getValue).sum();
    }
}
