package app.loupe.domain;

import java.util.List;
import java.util.Optional;

/** The profiles of the own connections, in the sealed store. */
@Blocking
public interface ProfileRepository {
    /** All, in the order they were added. */
    List<ConnectionProfile> profiles() throws ProblemException;

    /** One. */
    Optional<ConnectionProfile> profile(ConnectionId id) throws ProblemException;

    /** Adds or replaces one, durably. */
    void put(ConnectionProfile profile) throws ProblemException;
}
