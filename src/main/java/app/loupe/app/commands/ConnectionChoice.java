package app.loupe.app.commands;

import app.loupe.domain.ConnectionNames;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections;
import app.loupe.domain.Folding;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides which connection an ID on the command line means: its id, its name, or what only one of them has: the beginning of
 * its id or, where no id begins so, a part of its name. An id does not change, so that what a script says goes on meaning the
 * same one, whatever others are called.
 */
final class ConnectionChoice {
    private static final int MOST_REPEATED = 60;
    private static final int MOST_NAMED = 8;

    private final Connections connections;
    private final Texts texts;

    /** A choice among these; the texts are for an id that is not clear. */
    ConnectionChoice(Connections connections, Texts texts) {
        this.connections = connections;
        this.texts = texts;
    }

    /**
     * The one that is meant.
     *
     * @throws ProblemException {@link ProblemCode#CONNECTION_UNKNOWN} with what was typed, when there is none
     * @throws UsageException when there is more than one
     */
    ConnectionProfile one(String typed) throws ProblemException {
        return one(typed, true);
    }

    /** The same for what nobody is asked about before it is done: a part of an id or name names no connection there. */
    ConnectionProfile whole(String typed) throws ProblemException {
        return one(typed, false);
    }

    private ConnectionProfile one(String typed, boolean byPart) throws ProblemException {
        List<ConnectionProfile> all = connections.list();
        List<ConnectionProfile> found = all.stream()
                .filter(profile -> profile.id().value().equals(typed) || profile.name().equals(typed)).toList();
        if (found.isEmpty() && !typed.isBlank()) {
            found = all.stream().filter(profile -> ConnectionNames.areSame(profile.name(), typed)).toList();
        }
        if (found.size() > 1) {
            throw new UsageException(texts.get("cli.choice.same-name", repeated(typed),
                    found.stream().map(profile -> profile.id().value()).collect(Collectors.joining(", "))));
        }
        if (found.isEmpty() && byPart && !typed.isBlank()) {
            found = all.stream().filter(profile -> profile.id().value().startsWith(typed)).toList();
        }
        if (found.isEmpty() && byPart && !typed.isBlank()) {
            List<String> letters = Folding.forms(typed.strip());
            found = all.stream()
                    .filter(profile -> letters.stream().anyMatch(Folding.searchable(profile.name())::contains))
                    .toList();
        }
        if (found.isEmpty()) {
            throw ProblemException.of(ProblemCode.CONNECTION_UNKNOWN, repeated(typed));
        }
        if (found.size() > 1) {
            String named = found.stream().limit(MOST_NAMED)
                    .map(profile -> profile.id().value() + " " + profile.name()).collect(Collectors.joining(", "));
            throw new UsageException(texts.get(
                    found.size() > MOST_NAMED ? "cli.choice.many" : "cli.choice.several", repeated(typed), named,
                    found.size(), MOST_NAMED));
        }
        return found.getFirst();
    }

    /**
     * Every one, the sample company, too.
     *
     * @throws ProblemException {@link ProblemCode#NO_CONNECTION} when there is none at all
     */
    List<ConnectionProfile> all() throws ProblemException {
        List<ConnectionProfile> all = connections.list();
        if (all.isEmpty()) {
            throw ProblemException.of(ProblemCode.NO_CONNECTION);
        }
        return all;
    }

    /**
     * Those that a command is about: the one that is meant, or all that belong together when none is named, which leaves the
     * sample company out beside a real one.
     *
     * @throws ProblemException {@link ProblemCode#NO_CONNECTION} when there is none at all
     */
    ReadTogether toRead(@Nullable String typed) throws ProblemException {
        return typed == null ? ReadTogether.of(all()) : ReadTogether.only(one(typed));
    }

    private static String repeated(String typed) {
        return typed.codePointCount(0, typed.length()) <= MOST_REPEATED
                ? typed
                : typed.substring(0, typed.offsetByCodePoints(0, MOST_REPEATED)) + "…";
    }
}
