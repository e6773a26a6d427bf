package testkit;

import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ProfileRepository;
import app.loupe.domain.Verification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Profiles in a map. */
public final class InMemoryProfiles implements ProfileRepository {
    private final Fuse fuse;
    private final Map<ConnectionId, ConnectionProfile> profiles = new LinkedHashMap<>();

    /** None yet. */
    public InMemoryProfiles(Fuse fuse) {
        this.fuse = fuse;
    }

    @Override
    public List<ConnectionProfile> profiles() throws ProblemException {
        fuse.pass();
        return List.copyOf(profiles.values());
    }

    @Override
    public Optional<ConnectionProfile> profile(ConnectionId id) throws ProblemException {
        fuse.pass();
        return Optional.ofNullable(profiles.get(id));
    }

    @Override
    public void put(ConnectionProfile profile) throws ProblemException {
        fuse.pass();
        profiles.put(profile.id(), profile);
    }

    @Override
    public void synced(ConnectionId id, Instant when, String serverVersion) throws ProblemException {
        fuse.pass();
        change(id, profile -> Profiles.synced(profile, when, serverVersion));
    }

    @Override
    public void verified(ConnectionId id, Verification verification) throws ProblemException {
        fuse.pass();
        change(id, profile -> profile.verified(verification));
    }

    @Override
    public void edit(ConnectionId id, ConnectionDetails details, @Nullable LocalDate since) throws ProblemException {
        fuse.pass();
        change(id, profile -> profile.edited(details, since).expiring(null));
    }

    private void change(ConnectionId id, UnaryOperator<ConnectionProfile> change) throws ProblemException {
        if (profiles.computeIfPresent(id, (key, profile) -> change.apply(profile)) == null) {
            throw ProblemException.of(ProblemCode.CONNECTION_UNKNOWN, id.value());
        }
    }

    /** As if the owner had deleted the connection. */
    public void forget(ConnectionId id) {
        profiles.remove(id);
    }
}
