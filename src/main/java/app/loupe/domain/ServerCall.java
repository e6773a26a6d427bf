package app.loupe.domain;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A call that was sent to a server, as the log of requests counts it; decides whether it can only have read. Everything
 * that is not on the constant lists here counts as a write. The gate before the socket deliberately has its own lists: a
 * check of what came through must not depend on what let it through.
 *
 * @param model Odoo's model; empty for a call of the server itself
 * @param method Odoo's method
 */
public record ServerCall(String model, String method) {
    private static final Set<String> READING = Set.of("search_read", "read");
    private static final Set<String> GREETING = Set.of("authenticate", "version", "list");
    private static final Set<String> MODELS = Arrays.stream(RecordKind.values()).map(RecordKind::model)
            .collect(Collectors.toUnmodifiableSet());

    /** Reads the key of {@link SyncJournal.CallTotals#callsByMethod}: {@code model.method}, or a method alone. */
    public static ServerCall of(String key) {
        int dot = key.lastIndexOf('.');
        return new ServerCall(key.substring(0, Math.max(dot, 0)), key.substring(dot + 1));
    }

    /** Whether it read records of a model that Loupe reads. */
    public boolean isReading() {
        return MODELS.contains(model) && READING.contains(method);
    }

    /** Whether it was the version, the list of databases or signing in. */
    public boolean isGreeting() {
        return model.isEmpty() && GREETING.contains(method);
    }

    /** Whether it could have changed something, because it is neither of the two. */
    public boolean isWriting() {
        return !isReading() && !isGreeting();
    }
}
