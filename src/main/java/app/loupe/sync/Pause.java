package app.loupe.sync;

import app.loupe.domain.Blocking;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ProblemException;
import java.time.Duration;

/** Waits before the next try, so that tests need not. */
@Blocking
@FunctionalInterface
public interface Pause {
    /**
     * Waits that long, or until the token is cancelled.
     *
     * @throws ProblemException {@link app.loupe.domain.ProblemCode#CANCELLED} at once when cancelled
     */
    void pause(Duration length, CancelToken cancel) throws ProblemException;
}
