package app.loupe.app.commands;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides which connection an ID on the command line means: its id, its exact name, or an unambiguous beginning of its id. */
final class ConnectionChoice {
    private ConnectionChoice() {}

    /**
     * The one that is meant.
     *
     * @throws ProblemException {@link ProblemCode#CONNECTION_UNKNOWN} when there is none or more than one
     */
    static ConnectionProfile one(Connections connections, String typed) throws ProblemException {
        List<ConnectionProfile> all = connections.list();
        List<ConnectionProfile> found = all.stream()
                .filter(profile -> profile.id().value().equals(typed) || profile.name().equals(typed)).toList();
        if (found.isEmpty() && !typed.isEmpty()) {
            found = all.stream().filter(profile -> profile.id().value().startsWith(typed)).toList();
        }
        if (found.size() != 1) {
            throw ProblemException.of(ProblemCode.CONNECTION_UNKNOWN, typed);
        }
        return found.getFirst();
    }

    /**
     * The one that is meant, or all when none is named.
     *
     * @throws ProblemException {@link ProblemCode#NO_CONNECTION} when there is none at all
     */
    static List<ConnectionProfile> oneOrAll(Connections connections, @Nullable String typed) throws ProblemException {
        List<ConnectionProfile> chosen = typed == null ? connections.list() : List.of(one(connections, typed));
        if (chosen.isEmpty()) {
            throw ProblemException.of(ProblemCode.NO_CONNECTION);
        }
        return chosen;
    }
}
