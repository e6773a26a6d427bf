package app.loupe.domain;

import app.loupe.domain.Connections.Notes;
import java.util.Optional;

/**
 * The deletion of a connection that has begun and is not finished.
 *
 * @param id the connection, which is none from then on
 * @param notes what becomes of its book
 * @param leftTo the folder where it was asked for, when this one is a copy of it or was moved from it: then it is not finished
 *     here, because with the password the key in the keyring would go that both have
 */
public record BegunDeletion(ConnectionId id, Notes notes, Optional<String> leftTo) {
    /** Whether this folder finishes it. */
    public boolean isOfThisFolder() {
        return leftTo.isEmpty();
    }
}
