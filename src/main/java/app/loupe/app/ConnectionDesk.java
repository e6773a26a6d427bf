package app.loupe.app;

import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ConnectionProfile.Kind;
import app.loupe.domain.Connections;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.PastedSecret;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.SecretAccess;
import app.loupe.domain.ServerFacts;
import app.loupe.domain.SignInFacts;
import app.loupe.domain.StoredConnection;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds, tests and deletes connections over two files that share no transaction: the vault (row and ciphertext) and the
 * sealed store (profile and invoices). The order of the steps makes every interruption visible, and {@link #repair}
 * finishes it at the next start. Adding and deleting happen one at a time.
 */
public final class ConnectionDesk implements Connections {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionDesk.class);

    private final DeskPorts ports;
    private final Deletions deletions;
    private final SecureRandom random;
    private final String sampleName;

    /** A desk over these ports; the sample company gets this name. */
    public ConnectionDesk(DeskPorts ports, Clock clock, SecureRandom random, String sampleName) {
        this.ports = ports;
        this.deletions = new Deletions(ports, clock);
        this.random = random;
        this.sampleName = sampleName;
    }

    @Override
    public List<ConnectionProfile> list() throws ProblemException {
        return ports.profiles().profiles();
    }

    @Override
    public Optional<Endpoint> endpoint(ConnectionId id) throws ProblemException {
        return ports.rows().find(id).map(StoredConnection::endpoint);
    }

    @Override
    public ServerFacts probe(OdooAddress address, @Nullable CertificatePin pin, CancelToken cancel)
            throws ProblemException {
        return ports.gateway().probe(address, pin, cancel);
    }

    @Override
    public SignInFacts test(Endpoint endpoint, Secret secret, @Nullable CertificatePin pin, CancelToken cancel)
            throws ProblemException {
        if (secret.length() > Secret.LONGEST_PASSWORD) {
            // it could not be kept, so it is not sent either; the server would call it wrong
            throw ProblemException.of(ProblemCode.PASSWORD_TOO_LONG);
        }
        try {
            return ports.gateway().test(endpoint, pin, new LentSecret(secret), cancel);
        } catch (ProblemException refused) {
            throw explained(refused, secret);
        }
    }

    /** A blank that was pasted along is the likelier reason than a wrong password, and the one that nobody sees. */
    private static ProblemException explained(ProblemException refused, Secret secret) {
        return switch (refused.problem().code()) {
            case SIGN_IN_REFUSED, API_KEY_REFUSED, API_KEY_NEEDED -> PastedSecret.suspicion(secret)
                    .map(code -> new ProblemException(Problem.of(code), refused)).orElse(refused);
            default -> refused;
        };
    }

    @Override
    public SignInFacts test(ConnectionId id, CancelToken cancel) throws ProblemException {
        ConnectionProfile profile = demandProfile(id);
        StoredConnection row = ports.rows().find(id).orElseThrow(() -> unknown(id));
        return ports.gateway().test(row.endpoint(), profile.pin(), ports.vault().access(id), cancel);
    }

    @Override
    public synchronized ConnectionProfile add(Endpoint endpoint, Secret secret, String name, @Nullable LocalDate since,
            @Nullable CertificatePin pin) throws ProblemException {
        for (StoredConnection row : ports.rows().connections()) {
            if (row.endpoint().equals(endpoint)) {
                throw ProblemException.of(ProblemCode.CONNECTION_EXISTS, nameOf(row));
            }
        }
        var profile = new ConnectionProfile(ConnectionId.random(random), Kind.ODOO,
                name.isBlank() ? freeName(endpoint) : name.strip(), since, pin, "", null);
        // profile first: a profile without a row holds nothing yet and is dropped by repair(); the vault's insert, which
        // is one transaction, is what makes the connection exist
        ports.profiles().put(profile);
        try {
            ports.vault().add(profile.id(), endpoint, secret);
        } catch (ProblemException refused) {
            ports.copy().delete(profile.id());
            throw refused;
        }
        LOG.info("connection {} added", profile.id());
        return profile;
    }

    @Override
    public synchronized ConnectionProfile renew(ConnectionId id, Secret secret, @Nullable CertificatePin pin)
            throws ProblemException {
        demandProfile(id);
        // the password first: interrupted here, the connection has the old pin and asks for the certificate again
        ports.vault().replace(id, secret);
        ports.profiles().pin(id, pin);
        LOG.info("connection {} renewed", id);
        return demandProfile(id);
    }

    @Override
    public synchronized ConnectionProfile addSample() throws ProblemException {
        for (ConnectionProfile profile : list()) {
            if (profile.kind() == Kind.SAMPLE) {
                throw ProblemException.of(ProblemCode.CONNECTION_EXISTS, profile.name());
            }
        }
        var profile = new ConnectionProfile(ConnectionId.random(random), Kind.SAMPLE, sampleName, null, null, "", null);
        ports.profiles().put(profile);
        LOG.info("sample company {} added", profile.id());
        return profile;
    }

    @Override
    public synchronized Deletion delete(ConnectionId id) throws ProblemException {
        if (ports.profiles().profile(id).isEmpty() && ports.rows().find(id).isEmpty()
                && !deletions.pending().contains(id)) {
            throw unknown(id);
        }
        return deletions.delete(id);
    }

    /**
     * Finishes what an interruption left half done. Call once, after opening and before anything else.
     *
     * <p>Every deletion that had begun is completed. A profile without a row that never synced (an addition that was
     * interrupted) is dropped; one that did sync keeps its invoices, because then the row was lost in another way and
     * nothing is deleted that the owner did not delete. A row without a profile gets one. A full disk does not keep the
     * owner from reading: what is left to do stays noted for the next start.
     *
     * @return what to tell the owner when the disk was full: DELETION_UNFINISHED, or DISK_FULL
     */
    public synchronized Optional<Problem> repair() throws ProblemException {
        try {
            deletions.finishPending();
            matchRowsAndProfiles();
            return Optional.empty();
        } catch (ProblemException failure) {
            if (failure.problem().code() != ProblemCode.DISK_FULL) {
                throw failure;
            }
            LOG.warn("no room to finish what was interrupted");
            return Optional.of(deletions.pending().isEmpty()
                    ? failure.problem()
                    : new Problem(ProblemCode.DELETION_UNFINISHED, failure.problem().parameters()));
        }
    }

    private void matchRowsAndProfiles() throws ProblemException {
        List<StoredConnection> rows = ports.rows().connections();
        List<ConnectionProfile> profiles = list();
        Set<ConnectionId> withRow = rows.stream().map(StoredConnection::id).collect(Collectors.toSet());
        Set<ConnectionId> withProfile = profiles.stream().map(ConnectionProfile::id).collect(Collectors.toSet());
        for (ConnectionProfile profile : profiles) {
            if (profile.kind() == Kind.ODOO && !withRow.contains(profile.id()) && profile.lastSynced() == null) {
                LOG.info("dropping {}, whose addition was interrupted", profile.id());
                ports.copy().delete(profile.id());
            }
        }
        for (StoredConnection row : rows) {
            if (!withProfile.contains(row.id())) {
                LOG.info("giving {} a profile again", row.id());
                ports.profiles().put(new ConnectionProfile(row.id(), Kind.ODOO, freeName(row.endpoint()), null, null,
                        "", null));
            }
        }
    }

    private String nameOf(StoredConnection row) throws ProblemException {
        return ports.profiles().profile(row.id()).map(ConnectionProfile::name).orElse(row.endpoint().database());
    }

    private String freeName(Endpoint endpoint) throws ProblemException {
        String host = endpoint.address().host();
        String plain = endpoint.database().isBlank() ? host : endpoint.database();
        boolean taken = list().stream().anyMatch(profile -> profile.name().equals(plain));
        return taken ? plain + " (" + host + ")" : plain;
    }

    private ConnectionProfile demandProfile(ConnectionId id) throws ProblemException {
        return ports.profiles().profile(id).orElseThrow(() -> unknown(id));
    }

    private static ProblemException unknown(ConnectionId id) {
        return ProblemException.of(ProblemCode.CONNECTION_UNKNOWN, id.value());
    }

    /** Lends copies of a secret that is not stored yet, each wiped after its use. */
    private record LentSecret(Secret secret) implements SecretAccess {
        @Override
        public <T, X extends Exception> T use(Use<T, X> use) throws X {
            try (Secret copy = secret.copy()) {
                return use.with(copy);
            }
        }
    }
}
