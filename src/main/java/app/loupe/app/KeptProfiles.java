package app.loupe.app;

import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ProfileRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The profiles in the copy, kept in the vault as well, so that a copy that is set aside takes no name and no trusted
 * certificate with it; and a complete run ends the mark of a damaged copy. Used by several threads.
 */
final class KeptProfiles implements ProfileRepository {
    private final DeskPorts ports;

    KeptProfiles(DeskPorts ports) {
        this.ports = ports;
    }

    @Override
    public List<ConnectionProfile> profiles() throws ProblemException {
        return ports.profiles().profiles();
    }

    @Override
    public Optional<ConnectionProfile> profile(ConnectionId id) throws ProblemException {
        return ports.profiles().profile(id);
    }

    @Override
    public synchronized void put(ConnectionProfile profile) throws ProblemException {
        ports.profiles().put(profile);
        keep();
    }

    @Override
    public void synced(ConnectionId id, Instant when, String serverVersion) throws ProblemException {
        ports.profiles().synced(id, when, serverVersion);
        new UnfilledCopies(ports.rows()).filled(id);
    }

    /** The vault first: where the two differ after an interruption, its word counts. */
    @Override
    public synchronized void pin(ConnectionId id, @Nullable CertificatePin pin) throws ProblemException {
        var pinned = new ArrayList<ConnectionProfile>();
        for (ConnectionProfile p : profiles()) {
            pinned.add(p.id().equals(id)
                    ? new ConnectionProfile(id, p.kind(), p.name(), p.since(), pin, p.serverVersion(), p.lastSynced())
                    : p);
        }
        ports.vault().keepProfiles(pinned);
        ports.profiles().pin(id, pin);
    }

    /** Keeps in the vault what the copy says. */
    synchronized void keep() throws ProblemException {
        ports.vault().keepProfiles(profiles());
    }
}
