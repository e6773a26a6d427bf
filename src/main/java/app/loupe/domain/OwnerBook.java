package app.loupe.domain;

import java.time.Duration;
import java.util.Set;

/**
 * What is the owner's own and cannot be downloaded again: the history of changes, how far the owner has looked, the
 * findings that the owner knows, and what the owner wrote to invoices and partners. Kept by {@link BookId}, so that a
 * connection that is deleted and added again finds it. Nothing is kept for a connection that leads to no books, because
 * its address cannot be vouched for.
 */
@Blocking
public interface OwnerBook extends ChangeHistory, ChangeSink, OwnerNotes, KnownFindings, AutoCloseable {
    /** How long a change is kept. */
    Duration KEPT_FOR = Duration.ofDays(731);
    /** The most changes that are kept, of all books together; the oldest of the book with the most go first. */
    int MOST_CHANGES = 200_000;

    /**
     * From now on the connection leads to these books. Where it led elsewhere before, it is the same books under another
     * address: what was kept goes along, unless another connection leads there still.
     */
    void leadsTo(ConnectionId connection, BookId book) throws ProblemException;

    /** Of the connections that lead to books only these are left: what is no connection any more keeps nothing alive. */
    void ledByOnly(Set<ConnectionId> connections) throws ProblemException;

    /** Up to which change the owner has looked; 0 for none. */
    long seen(ConnectionId connection) throws ProblemException;

    /** The owner has looked at everything up to this change; a mark that is further stays. */
    void see(ConnectionId connection, long number) throws ProblemException;

    /**
     * The owner did not mean to: the mark goes back from {@code marked} to {@code before}. Where it says something else
     * by now, it stays.
     */
    void unsee(ConnectionId connection, long marked, long before) throws ProblemException;

    /**
     * Deletes what was kept of the connection's books, also from older states of the file, unless another connection leads
     * to the same. Doing it again is harmless.
     */
    void forget(ConnectionId connection) throws ProblemException;

    /** The connection is gone, and what was kept of its books stays. */
    void release(ConnectionId connection) throws ProblemException;

    @Override
    void close();
}
