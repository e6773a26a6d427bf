package app.loupe.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The profiles of the own connections, in the sealed store. */
@Blocking
public interface ProfileRepository {
    /** All, in the order they were added. */
    List<ConnectionProfile> profiles() throws ProblemException;

    /** One. */
    Optional<ConnectionProfile> profile(ConnectionId id) throws ProblemException;

    /** Adds or replaces one, durably. */
    void put(ConnectionProfile profile) throws ProblemException;

    /**
     * Notes a complete run, durably, and leaves everything else as it is: the owner may have edited the connection
     * meanwhile.
     *
     * @throws ProblemException {@link ProblemCode#CONNECTION_UNKNOWN} when the connection was deleted meanwhile
     */
    void synced(ConnectionId id, Instant when, String serverVersion) throws ProblemException;

    /**
     * Notes how far the copy agrees with Odoo, durably, and leaves everything else as it is.
     *
     * @throws ProblemException {@link ProblemCode#CONNECTION_UNKNOWN} when the connection was deleted meanwhile
     */
    void verified(ConnectionId id, Verification verification) throws ProblemException;

    /**
     * Changes name, trusted certificate and first day, durably, and leaves everything else as it is.
     *
     * @param since documents from this day on; null for all
     * @throws ProblemException {@link ProblemCode#CONNECTION_UNKNOWN} when there is no such connection
     */
    void edit(ConnectionId id, ConnectionDetails details, @Nullable LocalDate since) throws ProblemException;
}
