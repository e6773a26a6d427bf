package app.loupe.domain;

import java.nio.file.Path;
import java.util.Set;

/**
 * The plain files that exist only to be dragged out of the window. They lie in the data folder, each alone, and go as soon as
 * nobody can want them any more. Safe for any thread.
 */
public interface DraggedFiles {
    /** What is in a file. */
    @FunctionalInterface
    interface Content {
        /** Makes the file at this place, where nothing is. */
        @Blocking
        void writeTo(Path place) throws ProblemException;
    }

    /**
     * Makes a file that no other account can open.
     *
     * @param name what it is called, as every system allows it
     * @param of the connections whose figures are in it
     * @throws ProblemException what the content throws; {@link ProblemCode#CANCELLED} when it was to go before it was whole;
     *     {@link ProblemCode#DATA_FOLDER_UNUSABLE}. Nothing stays then
     */
    @Blocking
    Path make(String name, Set<ConnectionId> of, Content content) throws ProblemException;

    /** Removes a file; false when it is held fast at the moment and has to be removed later. */
    @Blocking
    boolean remove(Path file);

    /** Removes all that holds something of a connection, also what is being made. */
    @Blocking
    void forget(ConnectionId id);

    /** Removes all, also what is being made and what another process left behind. */
    @Blocking
    void clear();
}
