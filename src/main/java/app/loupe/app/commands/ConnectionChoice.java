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
        List<ConnectionProfile> all = connections.list();
        List<ConnectionProfile> found = called(all, typed);
        if (found.isEmpty()) {
            found = byPart(all, typed);
        }
        if (found.size() > 1) {
            throw new UsageException(texts.get(
                    found.size() > MOST_NAMED ? "cli.choice.many" : "cli.choice.several", repeated(typed), named(found),
                    found.size(), MOST_NAMED));
        }
        return found.stream().findFirst().orElseThrow(() -> unknown(typed));
    }

    /**
     * The same for what nobody is asked about before it is done: a part of an id or name names no connection there.
     *
     * @throws UsageException when there is more than one, or what was typed is a part; it names those that it is a part of
     */
    ConnectionProfile whole(String typed) throws ProblemException {
        List<ConnectionProfile> all = connections.list();
        List<ConnectionProfile> found = called(all, typed);
        if (!found.isEmpty()) {
            return found.getFirst();
        }
        List<ConnectionProfile> meant = byPart(all, typed);
        if (meant.isEmpty()) {
            throw unknown(typed);
        }
        throw new UsageException(texts.get("cli.choice.whole", repeated(typed), named(meant),
                Math.max(0, meant.size() - MOST_NAMED)));
    }

    /** Those of this id or name; never more than one. */
    private List<ConnectionProfile> called(List<ConnectionProfile> all, String typed) {
        List<ConnectionProfile> found = all.stream()
                .filter(profile -> profile.id().value().equals(typed) || profile.name().equals(typed)).toList();
        if (found.isEmpty() && !typed.isBlank()) {
            found = all.stream().filter(profile -> ConnectionNames.areSame(profile.name(), typed)).toList();
        }
        if (found.size() > 1) {
            throw new UsageException(texts.get("cli.choice.same-name", repeated(typed),
                    found.stream().map(profile -> profile.id().value()).collect(Collectors.joining(", "))));
        }
        return found;
    }

    private static List<ConnectionProfile> byPart(List<ConnectionProfile> all, String typed) {
        if (typed.isBlank()) {
            return List.of();
        }
        List<ConnectionProfile> found = all.stream().filter(profile -> profile.id().value().startsWith(typed)).toList();
        if (!found.isEmpty()) {
            return found;
        }
        List<String> letters = Folding.forms(typed.strip());
        return all.stream().filter(profile -> letters.stream().anyMatch(Folding.searchable(profile.name())::contains))
                .toList();
    }

    private static String named(List<ConnectionProfile> found) {
        return found.stream().limit(MOST_NAMED).map(profile -> profile.id().value() + " " + profile.name())
                .collect(Collectors.joining(", "));
    }

    private static ProblemException unknown(String typed) {
        return ProblemException.of(ProblemCode.CONNECTION_UNKNOWN, repeated(typed));
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
