package testkit;

import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionNames;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ConnectionProfile.Kind;
import app.loupe.domain.Connections;
import app.loupe.domain.Endpoint;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The connections of a fake, kept by the rules of {@link Connections}. It asks no server and keeps no password; what a test
 * puts here itself is not judged. For several threads.
 */
public final class KeptConnections {
    /** Profiles, by order of addition. */
    public final List<ConnectionProfile> profiles = new CopyOnWriteArrayList<>();
    /** Where each Odoo connection goes. */
    public final Map<ConnectionId, Endpoint> endpoints = new ConcurrentHashMap<>();
    /** What keeps connections from being whole. */
    public final Map<ConnectionId, List<Problem>> problems = new ConcurrentHashMap<>();

    /** Puts a connection here, in the place of one that has its id. */
    public synchronized void put(ConnectionProfile profile) {
        if (!replace(profile)) {
            profiles.add(profile);
        }
    }

    /** Puts another state of a connection in the place of the one that is here; false when none is. */
    public synchronized boolean replace(ConnectionProfile now) {
        boolean isHere = profiles.stream().anyMatch(profile -> profile.id().equals(now.id()));
        profiles.replaceAll(profile -> profile.id().equals(now.id()) ? now : profile);
        return isHere;
    }

    /** Refuses what {@link #add} refuses. */
    public synchronized void demandNew(ConnectionDetails details) throws ProblemException {
        demandFree(null, details.endpoint());
        ConnectionNames.demandFree(profiles, null, details.name());
    }

    /** Adds a connection to an Odoo under this id. */
    public synchronized ConnectionProfile add(ConnectionId id, ConnectionDetails details, @Nullable LocalDate since)
            throws ProblemException {
        demandNew(details);
        var added = new ConnectionProfile(id, Kind.ODOO,
                details.name().isBlank() ? free(details.endpoint().database()) : details.name().strip(), since,
                details.pin(), "", null, details.keyExpires());
        profiles.add(added);
        endpoints.put(id, details.endpoint());
        return added;
    }

    /** Adds the sample company under this id. */
    public synchronized ConnectionProfile addSample(ConnectionId id) throws ProblemException {
        for (ConnectionProfile profile : profiles) {
            if (profile.kind() == Kind.SAMPLE) {
                throw ProblemException.of(ProblemCode.CONNECTION_EXISTS, profile.name());
            }
        }
        var added = new ConnectionProfile(id, Kind.SAMPLE, free("Sample company"), null, null, "", null);
        profiles.add(added);
        return added;
    }

    private String free(String wished) {
        return ConnectionNames.free(wished, profiles.stream().map(ConnectionProfile::name).toList());
    }

    /** Refuses what {@link #edit} refuses. */
    public synchronized void demandEditable(ConnectionId id, ConnectionDetails details, @Nullable LocalDate since,
            boolean hasSecret) throws ProblemException {
        ConnectionProfile before = demand(id);
        if (before.kind() != Kind.ODOO) {
            throw unknown(id);
        }
        if (before.keepsMoreThanFrom(since)) {
            throw ProblemException.of(ProblemCode.KEEPS_MORE, before.name(), id.value());
        }
        ConnectionNames.demandFree(profiles, id, details.name());
        demandFree(id, details.endpoint());
        if (!hasSecret && !details.endpoint().equals(endpoints.get(id))) {
            throw ProblemException.of(ProblemCode.PASSWORD_EMPTY);
        }
    }

    /** Edits a connection; with a secret nothing is wrong with it any more. */
    public synchronized ConnectionProfile edit(ConnectionId id, ConnectionDetails details, @Nullable LocalDate since,
            boolean hasSecret) throws ProblemException {
        demandEditable(id, details, since, hasSecret);
        if (hasSecret) {
            problems.remove(id);
        }
        endpoints.put(id, details.endpoint());
        replace(demand(id).edited(details, since));
        return demand(id);
    }

    /** Takes a connection out, with all that is known of it. */
    public synchronized void delete(ConnectionId id) throws ProblemException {
        ConnectionProfile gone = demand(id);
        profiles.remove(gone);
        endpoints.remove(id);
        problems.remove(id);
    }

    /** The connection with this id. */
    public ConnectionProfile demand(ConnectionId id) throws ProblemException {
        return profiles.stream().filter(profile -> profile.id().equals(id)).findFirst().orElseThrow(() -> unknown(id));
    }

    private void demandFree(@Nullable ConnectionId own, Endpoint endpoint) throws ProblemException {
        for (ConnectionProfile other : profiles) {
            if (!other.id().equals(own) && endpoint.equals(endpoints.get(other.id()))) {
                throw ProblemException.of(ProblemCode.CONNECTION_EXISTS, other.name());
            }
        }
    }

    private static ProblemException unknown(ConnectionId id) {
        return ProblemException.of(ProblemCode.CONNECTION_UNKNOWN, id.value());
    }
}
