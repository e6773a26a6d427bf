package app.loupe.app;

import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Endpoint;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ProfileRepository;
import app.loupe.domain.Secret;
import app.loupe.domain.Verification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The profiles in the copy, kept in the vault as well, so that a copy that is set aside takes no name and no trusted
 * certificate with it; the last day of a key is in the vault alone. A complete run ends the mark of a damaged copy. Used by
 * several threads.
 */
final class KeptProfiles implements ProfileRepository {
    private final DeskPorts ports;
    /** Those whose deletion has begun and could not be finished, here or because it is another folder's: they are for no eye. */
    private final Set<ConnectionId> hidden = ConcurrentHashMap.newKeySet();

    KeptProfiles(DeskPorts ports) {
        this.ports = ports;
    }

    @Override
    public List<ConnectionProfile> profiles() throws ProblemException {
        List<ConnectionProfile> kept = ports.vault().keptProfiles().orElse(List.of());
        return ports.profiles().profiles().stream().filter(profile -> !hidden.contains(profile.id()))
                .map(profile -> whole(profile, kept)).toList();
    }

    /** From now on these are none. What is to be deleted here is not kept anew, either. */
    void hide(Set<ConnectionId> unfinished) {
        hidden.addAll(unfinished);
    }

    @Override
    public Optional<ConnectionProfile> profile(ConnectionId id) throws ProblemException {
        return profiles().stream().filter(profile -> profile.id().equals(id)).findFirst();
    }

    private static ConnectionProfile whole(ConnectionProfile profile, List<ConnectionProfile> kept) {
        return kept.stream().filter(other -> other.id().equals(profile.id())).findFirst()
                .map(other -> profile.expiring(other.keyExpires())).orElse(profile);
    }

    @Override
    public synchronized void put(ConnectionProfile profile) throws ProblemException {
        ports.profiles().put(profile);
        keep(profile);
    }

    @Override
    public synchronized void synced(ConnectionId id, Instant when, String serverVersion) throws ProblemException {
        ports.profiles().synced(id, when, serverVersion);
        new UnfilledCopies(ports.rows()).filled(id,
                ports.profiles().profiles().stream().map(ConnectionProfile::id).toList());
    }

    @Override
    public synchronized void verified(ConnectionId id, Verification verification) throws ProblemException {
        ports.profiles().verified(id, verification);
    }

    @Override
    public void edit(ConnectionId id, ConnectionDetails details, @Nullable LocalDate since) throws ProblemException {
        edit(id, details, since, null);
    }

    /** The vault first, in one step with the password: where the two differ after an interruption, its word counts. */
    synchronized void edit(ConnectionId id, ConnectionDetails details, @Nullable LocalDate since,
            @Nullable Secret secret) throws ProblemException {
        List<ConnectionProfile> edited = with(List.of()).stream()
                .map(profile -> profile.id().equals(id) ? profile.edited(details, since) : profile).toList();
        if (secret == null) {
            ports.vault().keepProfiles(edited);
        } else {
            ports.vault().replace(id, details.endpoint(), secret, edited);
        }
        ports.profiles().edit(id, details, since);
    }

    /** Keeps in the vault what the copy says of those it has. */
    synchronized void keep() throws ProblemException {
        ports.vault().keepProfiles(with(List.of()));
    }

    /** Keeps all in one step with the row of this one, which is in the copy by now. */
    synchronized void add(ConnectionProfile added, Endpoint endpoint, Secret secret) throws ProblemException {
        ports.vault().add(added.id(), endpoint, secret, with(List.of(added)));
    }

    /** Several steps of a change. */
    @FunctionalInterface
    interface Steps {
        void run() throws ProblemException;
    }

    /**
     * Takes several steps while nobody else changes what is kept. Whoever needs the owner's book besides begins here: a run that
     * waits for its turn here may be waited for by another that writes to the copy, and that one waits for the book.
     */
    synchronized void alone(Steps steps) throws ProblemException {
        steps.run();
    }

    /**
     * All there are: those that the vault keeps, as the copy has them where it does, and those that the copy has besides. Of those
     * that were added the last day of their keys comes along, which the copy does not say. A copy may lack some until the next
     * start; only a deletion takes one away, and none that is another folder's: this one may become that folder.
     */
    List<ConnectionProfile> with(List<ConnectionProfile> added) throws ProblemException {
        var all = new LinkedHashMap<ConnectionId, ConnectionProfile>();
        Set<ConnectionId> left = Deletions.leftElsewhere(ports);
        for (ConnectionProfile one : ports.vault().keptProfiles().orElse(List.of())) {
            if (!hidden.contains(one.id()) || left.contains(one.id())) {
                all.put(one.id(), one);
            }
        }
        profiles().forEach(profile -> all.put(profile.id(), whole(profile, added)));
        return List.copyOf(all.values());
    }

    private synchronized void keep(ConnectionProfile changed) throws ProblemException {
        ports.vault().keepProfiles(with(List.of(changed)));
    }
}
