package app.loupe.domain;

import java.time.Instant;
import java.util.List;

/** Receives the changes that a run found, before they are written to the copy; receiving the same change twice is harmless. */
@Blocking
@FunctionalInterface
public interface ChangeSink {
    /**
     * Keeps these changes, durably before it returns.
     *
     * @param since when the last run began that came to its end, also with problems: a change noticed before that is in the copy already, so the same
     *     change now is a new one
     * @throws ProblemException {@link ProblemCode#NOTES_NOT_KEPT} when the connection leads to no books
     */
    void note(ConnectionId connection, Instant since, List<InvoiceChange> changes) throws ProblemException;
}
