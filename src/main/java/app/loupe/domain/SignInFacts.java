package app.loupe.domain;

import java.util.List;

/**
 * What a successful test of a connection found.
 *
 * @param server the facts of the server
 * @param transport "JSON-2" or "JSON-RPC"
 * @param apiKeyAdvised whether a plain password was used where an API key is better
 * @param unreadable models of ours that this user may not read; empty when all is well
 */
public record SignInFacts(ServerFacts server, String transport, boolean apiKeyAdvised, List<String> unreadable) {
    /** Copies the list. */
    public SignInFacts {
        unreadable = List.copyOf(unreadable);
    }
}
