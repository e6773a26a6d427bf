package app.loupe.app.commands;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SecurityCheck;
import app.loupe.domain.SecurityCheck.Outcome;
import app.loupe.domain.SecurityCheck.Promise;
import app.loupe.domain.SecurityChecks;
import java.util.List;
import java.util.stream.Stream;

/**
 * The six promises before there is a data folder: nothing that they are about is there yet, but how Java was started and
 * whether the keyring is there and open is looked at now. Makes nothing.
 */
final class ChecksBeforeFolder implements SecurityChecks {
    private final Session session;

    ChecksBeforeFolder(Session session) {
        this.session = session;
    }

    /** @throws ProblemException when this process is not safe, or the keyring is there and does not open */
    @Override
    public List<SecurityCheck> run() throws ProblemException {
        String keyring = keyring();
        return Stream.of(Promise.values()).map(promise -> new SecurityCheck(promise, Outcome.NOT_YET, switch (promise) {
            case KEY_IS_ELSEWHERE -> List.of(keyring);
            case YOUR_ACCOUNT_ONLY -> List.of(session.folder().toAbsolutePath().toString());
            default -> List.<String>of();
        }, List.of())).toList();
    }

    /** What was found, in a sentence. */
    private String keyring() throws ProblemException {
        try {
            return session.texts().get("cli.security.keyring",
                    session.texts().get("cli.holder." + session.keyring()));
        } catch (ProblemException refused) {
            if (refused.problem().code() != ProblemCode.KEYRING_UNAVAILABLE) {
                throw refused;
            }
            return session.texts().sentence(refused.problem());
        }
    }
}
