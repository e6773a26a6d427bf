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
import app.loupe.domain.Secret;
import app.loupe.domain.ServerFacts;
import app.loupe.domain.SignInFacts;
import app.loupe.domain.Verification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Connections in memory, over a server that answers as it is told. */
public final class FakeConnections implements Connections, Servers {
    /** What keeps connections from being whole. */
    public final Map<ConnectionId, List<Problem>> problems = new HashMap<>();
    /** The certificate that the fake server shows. */
    public static final CertificateFacts CERTIFICATE = new CertificateFacts(new CertificatePin("ab".repeat(32)),
            "CN=erp.acme.example", "CN=Acme CA", Instant.parse("2027-01-01T00:00:00Z"));

    /** Profiles, by order of addition. */
    public final List<ConnectionProfile> profiles = new ArrayList<>();
    /** Where each Odoo connection goes. */
    public final Map<ConnectionId, Endpoint> endpoints = new HashMap<>();
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
    public List<String> unreadable = List.of();
    /** Whether a sign-in advises an API key. */
    public boolean apiKeyAdvised;
    /** Thrown by a greeting. */
    public @Nullable ProblemException probeFails;
    /** Thrown by a test. */
    public @Nullable ProblemException testFails;

    /** Adds an Odoo connection without asking anything. */
    public ConnectionProfile put(String id, String name, @Nullable Instant synced) throws ProblemException {
        var profile = new ConnectionProfile(new ConnectionId(id), Kind.ODOO, name, null, null, "19.0", synced);
        profiles.add(profile);
        endpoints.put(profile.id(), new Endpoint(OdooAddress.parse("erp.acme.example"), "acme", "ann"));
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
    public ConnectionProfile add(ConnectionDetails details, Secret secret, @Nullable LocalDate since) {
        secretsSeen.add(new String(secret.bytes(), StandardCharsets.UTF_8));
        var profile = new ConnectionProfile(new ConnectionId("newadded"), Kind.ODOO,
                details.name().isEmpty() ? details.endpoint().database() : details.name(), since, details.pin(), "",
                null, details.keyExpires());
        profiles.add(profile);
        endpoints.put(profile.id(), details.endpoint());
        return profile;
    }

    @Override
    public ConnectionProfile edit(ConnectionId id, ConnectionDetails details, @Nullable LocalDate since,
            @Nullable Secret secret, CancelToken cancel) throws ProblemException {
        if (editFails != null) {
            throw editFails;
        }
        if (secret != null) {
            secretsSeen.add(new String(secret.bytes(), StandardCharsets.UTF_8));
            problems.remove(id);
        }
        endpoints.put(id, details.endpoint());
        profiles.replaceAll(profile -> profile.id().equals(id) ? profile.edited(details, since) : profile);
        return profiles.stream().filter(profile -> profile.id().equals(id)).findFirst().orElseThrow();
    }

    /** Adds the sample company with its copy, so to speak. */
    public ConnectionProfile addSyncedSample() {
        ConnectionProfile sample = addSample();
        var synced = new ConnectionProfile(sample.id(), sample.kind(), sample.name(), null, null, "",
                CommandsOverFakes.NOW);
        profiles.set(profiles.indexOf(sample), synced);
        return synced;
    }

    @Override
    public ConnectionProfile addSample() {
        var profile = new ConnectionProfile(new ConnectionId("sampsamp"), Kind.SAMPLE, "Sample company", null, null,
                "", null);
        profiles.add(profile);
        return profile;
    }

    @Override
    public void noteDeletion(ConnectionId id, Notes notes) {
        throw new UnsupportedOperationException("a command has nothing to wait for");
    }

    @Override
    public Deletion delete(ConnectionId id, Notes notes, DeletionProgress progress) {
        progress.at(1, 2);
        deleted.add(id);
        if (notes == Notes.STAY) {
            keptNotes.add(id);
        }
        profiles.removeIf(profile -> profile.id().equals(id));
        return new Deletion(412, Optional.empty());
    }

    @Override
    public void close() {
        // there is no way to a server
    }
}
