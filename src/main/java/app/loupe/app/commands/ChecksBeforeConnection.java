package app.loupe.app.commands;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SecurityCheck;
import app.loupe.domain.SecurityCheck.Outcome;
import app.loupe.domain.SecurityCheck.Promise;
import app.loupe.domain.SecurityChecks;
import app.loupe.settings.DataFolder;
import app.loupe.settings.PosixFolderCheck;
import java.util.ArrayList;
import java.util.List;

/**
 * The six promises before there is a connection: nothing that they are about is there yet, but how Java was started, whether
 * the keyring is there and open, and the data folder where one is begun, is looked at now. Makes nothing.
 */
final class ChecksBeforeConnection implements SecurityChecks {
    private final Session session;

    ChecksBeforeConnection(Session session) {
        this.session = session;
    }

    /** @throws ProblemException when this process is not safe, or the keyring is there and does not open */
    @Override
    public List<SecurityCheck> run() throws ProblemException {
        var checks = new ArrayList<SecurityCheck>();
        for (Promise promise : Promise.values()) {
            checks.add(switch (promise) {
                case KEY_IS_ELSEWHERE -> notYet(promise, keyring());
                case YOUR_ACCOUNT_ONLY -> session.isFree()
                        ? notYet(promise, session.folder().toAbsolutePath().toString())
                        : new PosixFolderCheck(DataFolder.open(session.folder())).look().check();
                default -> notYet(promise);
            });
        }
        return checks;
    }

    private static SecurityCheck notYet(Promise promise, String... parameters) {
        return new SecurityCheck(promise, Outcome.NOT_YET, List.of(parameters), List.of());
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
            return session.texts().sentence(Problem.of(ProblemCode.PASSPHRASE_AHEAD));
        }
    }
}
