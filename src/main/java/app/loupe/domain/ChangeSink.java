package app.loupe.domain;

import java.time.Instant;
import java.util.List;

/** Takes what a run found changed, before the copy itself says so; being told of the same change again by it is harmless. */
@Blocking
@FunctionalInterface
public interface ChangeSink {
    /** Forgets what it is told. */
    ChangeSink NONE = (connection, since, changes) -> {};

    /**
     * Keeps these changes, durably before it returns.
     *
     * @param since when the last run began that came to its end: what was noticed before is in the copy, and the same change
     *        now is another one
     */
    void note(ConnectionId connection, Instant since, List<InvoiceChange> changes) throws ProblemException;
}
