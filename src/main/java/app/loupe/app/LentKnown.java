package app.loupe.app;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.KnownFindings;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.util.Set;

/** Which findings the owner knows, lent to a command beside the window: none can be added or taken back. */
@Blocking
record LentKnown(KnownFindings owned) implements KnownFindings {
    @Override
    public Set<String> knownFindings(ConnectionId connection) throws ProblemException {
        return owned.knownFindings(connection);
    }

    @Override
    public void knowFindings(ConnectionId connection, Set<String> keys) throws ProblemException {
        throw ProblemException.of(ProblemCode.ALREADY_OPEN);
    }

    @Override
    public void unknowFindings(ConnectionId connection, Set<String> keys) throws ProblemException {
        throw ProblemException.of(ProblemCode.ALREADY_OPEN);
    }
}
