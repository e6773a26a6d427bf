package testkit.cli;

import app.loupe.domain.Problem;
import app.loupe.app.commands.Servers;
import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificateFacts;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ConnectionProfile.Kind;
import app.loupe.domain.Connections;
import app.loupe.domain.DeletionProgress;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Secret;
import app.loupe.domain.ServerFacts;
import app.loupe.domain.SignInFacts;
import app.loupe.domain.Verification;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import testkit.KeptConnections;

/** Connections in memory, over a server that answers as it is told. */
public final class FakeConnections implements Connections, Servers {
    /** The certificate that the fake server shows. */
    public static final CertificateFacts CERTIFICATE = new CertificateFacts(new CertificatePin("ab".repeat(32)),
            "CN=erp.acme.example", "CN=Acme CA", Instant.parse("2027-01-01T00:00:00Z"));

    private final KeptConnections kept = new KeptConnections();
    /** Profiles, by order of addition. */
    public final List<ConnectionProfile> profiles = kept.profiles;
    /** Where each Odoo connection goes. */
    public final Map<ConnectionId, Endpoint> endpoints = kept.endpoints;
    /** What keeps connections from being whole. */
    public final Map<ConnectionId, List<Problem>> problems = kept.problems;
    private final Set<ConnectionId> used = new HashSet<>();
    /** Every secret that was tested or stored. */
    public final List<String> secretsSeen = new ArrayList<>();
    /** Every connection that was deleted. */
    public final List<ConnectionId> deleted = new ArrayList<>();
    /** Those among them whose notes stay. */
    public final List<ConnectionId> keptNotes = new ArrayList<>();
    /** The certificate that each test of a stored connection trusted. */
    public final List<@Nullable CertificatePin> storedTests = new ArrayList<>();
    /** Thrown by an edit. */
    public @Nullable ProblemException editFails;
    /** How often a server was greeted. */
    public int greetings;
    /** What a greeting tells. */
    public List<String> databases = List.of("acme");
    /** What a sign-in finds. */
    public Set<RecordKind> unreadable = Set.of();
    /** Whether a sign-in advises an API key. */
    public boolean apiKeyAdvised;
    /** Thrown by a greeting. */
    public @Nullable ProblemException probeFails;
    /** Thrown by a test. */
    public @Nullable ProblemException testFails;

    /** Adds an Odoo connection without asking anything; in the place of one with this id. */
    public ConnectionProfile put(String id, String name, @Nullable Instant synced) throws ProblemException {
        var profile = new ConnectionProfile(new ConnectionId(id), Kind.ODOO, name, null, null, "19.0", synced);
        kept.put(profile);
        if (!endpoints.containsKey(profile.id())) {
            OdooAddress address = OdooAddress.parse(endpoints.isEmpty() ? "erp.acme.example" : id + ".example");
            endpoints.put(profile.id(), new Endpoint(address, "acme", "ann"));
        }
        return profile;
    }

    /** Says how right the copy of a connection is. */
    public void know(ConnectionId id, Verification verification) {
        profiles.replaceAll(profile -> profile.id().equals(id) ? profile.verified(verification) : profile);
    }

    @Override
    public List<ConnectionProfile> list() {
        return List.copyOf(profiles);
    }

    @Override
    public Map<ConnectionId, List<Problem>> problems() {
        return problems;
    }

    @Override
    public Optional<Endpoint> endpoint(ConnectionId id) {
        return Optional.ofNullable(endpoints.get(id));
    }

    @Override
    public ServerFacts probe(OdooAddress address, @Nullable CertificatePin pin, CancelToken cancel)
            throws ProblemException {
        greetings++;
        if (probeFails != null) {
            throw probeFails;
        }
        return new ServerFacts("19.0", "TLSv1.3", CERTIFICATE, pin != null, databases);
    }

    @Override
    public SignInFacts test(Endpoint endpoint, Secret secret, @Nullable CertificatePin pin, CancelToken cancel)
            throws ProblemException {
        secretsSeen.add(new String(secret.bytes(), StandardCharsets.UTF_8));
        return signIn(pin);
    }

    @Override
    public SignInFacts test(ConnectionId id, @Nullable CertificatePin pin, CancelToken cancel)
            throws ProblemException {
        kept.demand(id);
        storedTests.add(pin);
        return signIn(pin);
    }

    private SignInFacts signIn(@Nullable CertificatePin pin) throws ProblemException {
        if (testFails != null) {
            throw testFails;
        }
        return new SignInFacts(new ServerFacts("19.0", "TLSv1.3", CERTIFICATE, pin != null, databases), "JSON-2",
                apiKeyAdvised, unreadable);
    }

    @Override
    public ConnectionProfile add(ConnectionDetails details, Secret secret, @Nullable LocalDate since)
            throws ProblemException {
        kept.demandNew(details);
        secretsSeen.add(new String(secret.bytes(), StandardCharsets.UTF_8));
        return kept.add(next("newadded"), details, since);
    }

    @Override
    public ConnectionProfile edit(ConnectionId id, ConnectionDetails details, @Nullable LocalDate since,
            @Nullable Secret secret, CancelToken cancel) throws ProblemException {
        if (editFails != null) {
            throw editFails;
        }
        kept.demandEditable(id, details, since, secret != null);
        if (secret != null) {
            secretsSeen.add(new String(secret.bytes(), StandardCharsets.UTF_8));
        }
        return kept.edit(id, details, since, secret != null);
    }

    /** Adds the sample company with its copy, so to speak. */
    public ConnectionProfile addSyncedSample() {
        var synced = new ConnectionProfile(next("sampsamp"), Kind.SAMPLE, "Sample company", null, null, "",
                CommandsOverFakes.NOW);
        kept.put(synced);
        return synced;
    }

    @Override
    public ConnectionProfile addSample() throws ProblemException {
        return kept.addSample(next("sampsamp"));
    }

    /** This id, or another when it was used before: none is used twice. */
    private ConnectionId next(String id) {
        var first = new ConnectionId(id);
        return used.add(first) ? first : ConnectionId.random(new SecureRandom());
    }

    @Override
    public void noteDeletion(ConnectionId id, Notes notes) throws ProblemException {
        kept.demand(id);
    }

    @Override
    public Deletion delete(ConnectionId id, Notes notes, DeletionProgress progress) throws ProblemException {
        kept.demand(id);
        progress.at(1, 2);
        deleted.add(id);
        if (notes == Notes.STAY) {
            keptNotes.add(id);
        }
        kept.delete(id);
        return new Deletion(412, Optional.empty());
    }

    @Override
    public void close() {
        // there is no way to a server
    }
}
