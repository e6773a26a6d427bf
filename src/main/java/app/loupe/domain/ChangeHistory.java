package app.loupe.domain;

import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The changes that were kept, to be read. */
@Blocking
public interface ChangeHistory {
    /**
     * Gives the changes of the books of these connections to the consumer, newest first, each once, without holding all
     * of them in memory. Where other connections lead to the same books, those of invoices that only these hold are left
     * out, and that an invoice is no longer accessible is given to one that cannot see it.
     *
     * @param since only those noticed then or later
     */
    default void each(Set<ConnectionId> connections, Instant since, Consumer<NotedChange> consumer)
            throws ProblemException {
        walk(connections, since, 0, change -> {
            consumer.accept(change);
            return true;
        });
    }

    /**
     * The same, until {@code further} returns false.
     *
     * @param above only those with greater numbers
     */
    void walk(Set<ConnectionId> connections, Instant since, long above, Predicate<NotedChange> further)
            throws ProblemException;
}
