package app.loupe.domain;

import java.util.List;

/** Takes what a run found changed, before the copy itself says so; being told of the same change again is harmless. */
@Blocking
@FunctionalInterface
public interface ChangeSink {
    /** Forgets what it is told. */
    ChangeSink NONE = (connection, changes) -> {};

    /** Keeps these changes, durably before it returns. */
    void note(ConnectionId connection, List<InvoiceChange> changes) throws ProblemException;
}
