package app.loupe.domain;

import java.util.Set;

/**
 * Which findings of the book check the owner knows and does not want to see again, by their keys. Kept by {@link BookId},
 * like everything that is the owner's own.
 */
@Blocking
public interface KnownFindings {
    /** The most characters of a key. */
    int LONGEST_KEY = 200;

    /** The keys that are known of the connection's books. */
    Set<String> knownFindings(ConnectionId connection) throws ProblemException;

    /**
     * Notes that the owner knows these; keys that are known already stay.
     *
     * @throws ProblemException {@link ProblemCode#NOTES_NOT_KEPT} when the connection leads to no books
     */
    void knowFindings(ConnectionId connection, Set<String> keys) throws ProblemException;

    /** Notes that the owner no longer knows these; others stay as they are. */
    void unknowFindings(ConnectionId connection, Set<String> keys) throws ProblemException;
}
