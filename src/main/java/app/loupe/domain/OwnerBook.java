package app.loupe.domain;

import java.time.Duration;
import java.util.Set;

/**
 * What is the owner's own and cannot be downloaded again: the history of changes, how far the owner has looked, the
 * findings that the owner knows, and what the owner wrote to invoices and partners. Kept by {@link BookId}, so that a
 * connection that is deleted and added again finds it. Nothing is kept for a connection that leads to no books, because no
 * seal vouches for its address or because the book could not be told of it: whoever would note something learns it.
 */
@Blocking
public interface OwnerBook extends ChangeHistory, ChangeSink, OwnerNotes, KnownFindings, AutoCloseable {
    /** How long a change is kept. */
    Duration KEPT_FOR = Duration.ofDays(731);
    /**
     * The most changes that are kept, for all books together; the oldest changes of the book with the most are dropped
     * first.
     */
    int MOST_CHANGES = 200_000;

    /**
     * From now on the connection leads to these books. If it led elsewhere before, these are the same books under another
     * address: what was kept moves along, unless another connection still leads there.
     */
    void leadsTo(ConnectionId connection, BookId book) throws ProblemException;

    /** Only these connections lead to books from now on: what is no longer a connection keeps nothing alive. */
    void ledByOnly(Set<ConnectionId> connections) throws ProblemException;

    /** The number of the change up to which the owner has looked; 0 for none. */
    long seen(ConnectionId connection) throws ProblemException;

    /** Notes that the owner has looked at everything up to this change; a mark that is further on stays. */
    void see(ConnectionId connection, long number) throws ProblemException;

    /** Undoes {@link #see}: sets the mark back from {@code marked} to {@code before}, unless it has changed since. */
    void unsee(ConnectionId connection, long marked, long before) throws ProblemException;

    /**
     * Deletes what was kept for the connection's books, also from older states of the file, unless another connection
     * leads to them. Doing it again is harmless.
     */
    void forget(ConnectionId connection) throws ProblemException;

    /** The connection is gone; what was kept for its books stays. */
    void release(ConnectionId connection) throws ProblemException;

    @Override
    void close();
}
