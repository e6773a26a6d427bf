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
     * From now on these are known; one that is already stays.
     *
     * @throws ProblemException {@link ProblemCode#NOTES_NOT_KEPT} when the connection leads to no books
     */
    void knowFindings(ConnectionId connection, Set<String> keys) throws ProblemException;

    /** These are not known any more; one that was not stays so. */
    void unknowFindings(ConnectionId connection, Set<String> keys) throws ProblemException;
}
