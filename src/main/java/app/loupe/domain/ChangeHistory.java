package app.loupe.domain;

import java.time.Instant;
import java.util.function.Consumer;

/** The changes that were kept, to be read. */
@Blocking
public interface ChangeHistory {
    /**
     * Gives the changes of a connection's books to the consumer, newest first, without holding all in memory.
     *
     * @param since only those noticed then or later
     */
    void each(ConnectionId connection, Instant since, Consumer<NotedChange> consumer) throws ProblemException;
}
