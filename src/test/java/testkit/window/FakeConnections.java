package testkit.window;

import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionNames;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections;
import app.loupe.domain.DeletionProgress;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.ServerFacts;
import app.loupe.domain.SignInFacts;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Connections in memory that answer as a test says; {@link #block} makes every call wait. */
public final class FakeConnections implements Connections {
    /** What keeps connections from being whole. */
    public final Map<ConnectionId, List<Problem>> problems = new ConcurrentHashMap<>();

    /** What a fake answers when asked. */
    @FunctionalInterface
    public interface Answer<A, T> {
        /** Answers or fails. */
        T to(A asked) throws ProblemException;
    }

    private final List<ConnectionProfile> profiles = new CopyOnWriteArrayList<>();
    private final Map<ConnectionId, Endpoint> endpoints = new ConcurrentHashMap<>();
    /** Every secret that was handed over, as it was then. */
    public final List<String> secretsSeen = new CopyOnWriteArrayList<>();
    /** Every secret object that was handed over. */
    public final List<Secret> secrets = new CopyOnWriteArrayList<>();
    /** Every pin that came with a probe, test or add. */
    public final List<CertificatePin> pins = new CopyOnWriteArrayList<>();
    /** The deletions that were noted, each with what becomes of the notes. */
    public final List<String> noted = new CopyOnWriteArrayList<>();
    /** Calls by name, in order. */
    public final List<String> calls = new CopyOnWriteArrayList<>();
    /** Answers probes. */
    public volatile Answer<OdooAddress, ServerFacts> onProbe = address -> WindowSamples.server("19.0", List.of());
    /** Answers tests. */
    public volatile Answer<Endpoint, SignInFacts> onTest = endpoint -> WindowSamples.signedIn();
    /** Looks at each addition before it is made. */
    public volatile Consumer<String> onAdd = name -> {};
    /** Looks at each edit before it is made, and may refuse it. */
    public volatile Answer<ConnectionDetails, ConnectionDetails> onEdit = details -> details;
    /** Tells how far each deletion is, before it waits. */
    public volatile Consumer<DeletionProgress> deletionTold = progress -> {};
    /** Looks at each deletion before it is made. */
    public volatile Consumer<ConnectionId> onDelete = id -> {};
    /** What a deletion reports. */
    public volatile Optional<Problem> deletionNotice = Optional.empty();
    /** Why a deletion fails; empty when it does not. */
    public volatile Optional<Problem> deletionProblem = Optional.empty();
    /** The token of the last probe or test of what was typed. */
    public final AtomicReference<@Nullable CancelToken> token = new AtomicReference<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** Adds a connection without asking. */
    public FakeConnections with(ConnectionProfile profile) {
        profiles.add(profile);
        return this;
    }

    /** Puts another state of a connection in the place of the one that is here, as a run does. */
    public void change(ConnectionProfile now) {
        profiles.replaceAll(profile -> profile.id().equals(now.id()) ? now : profile);
    }

    /** Sets where a connection signs in. */
    public FakeConnections at(ConnectionId id, Endpoint endpoint) {
        endpoints.put(id, endpoint);
        return this;
    }

    /** Makes every call from now on wait until {@link #release}. */
    public void block() {
        gate = new CountDownLatch(1);
    }

    /** Lets the waiting calls go. */
    public void release() {
        gate.countDown();
    }

    private void call(String name) {
        calls.add(name);
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public List<ConnectionProfile> list() {
        call("list");
        return new ArrayList<>(profiles);
    }

    @Override
    public Map<ConnectionId, List<Problem>> problems() {
        return problems;
    }

    @Override
    public Optional<Endpoint> endpoint(ConnectionId id) {
        call("endpoint");
        return Optional.ofNullable(endpoints.get(id));
    }

    @Override
    public ServerFacts probe(OdooAddress address, @Nullable CertificatePin pin, CancelToken cancel)
            throws ProblemException {
        token.set(cancel);
        call("probe " + address);
        see(pin);
        return onProbe.to(address);
    }

    private void see(@Nullable CertificatePin pin) {
        if (pin != null) {
            pins.add(pin);
        }
    }

    @Override
    public SignInFacts test(Endpoint endpoint, Secret secret, @Nullable CertificatePin pin, CancelToken cancel)
            throws ProblemException {
        token.set(cancel);
        call("test");
        see(secret);
        see(pin);
        return onTest.to(endpoint);
    }

    private void see(Secret secret) {
        secrets.add(secret);
        secretsSeen.add(new String(secret.bytes(), StandardCharsets.UTF_8));
    }

    @Override
    public SignInFacts test(ConnectionId id, @Nullable CertificatePin pin, CancelToken cancel)
            throws ProblemException {
        call("test stored");
        see(pin);
        return onTest.to(Objects.requireNonNull(endpoints.get(id)));
    }

    @Override
    public ConnectionProfile add(ConnectionDetails details, Secret secret, @Nullable LocalDate since)
            throws ProblemException {
        ConnectionNames.demandFree(profiles, null, details.name());
        call("add " + details.name());
        onAdd.accept(details.name());
        see(secret);
        see(details.pin());
        var profile = new ConnectionProfile(ConnectionId.random(new SecureRandom()), ConnectionProfile.Kind.ODOO,
                details.name(), since, details.pin(), "", null, details.keyExpires());
        profiles.add(profile);
        endpoints.put(profile.id(), details.endpoint());
        return profile;
    }

    @Override
    public ConnectionProfile edit(ConnectionId id, ConnectionDetails details, @Nullable LocalDate since,
            @Nullable Secret secret, CancelToken cancel) throws ProblemException {
        ConnectionNames.demandFree(profiles, id, details.name());
        call("edit " + id + (secret == null ? " keeping the secret" : ""));
        onEdit.to(details);
        if (secret != null) {
            see(secret);
            problems.remove(id);
        }
        see(details.pin());
        endpoints.put(id, details.endpoint());
        profiles.replaceAll(profile -> profile.id().equals(id) ? profile.edited(details, since) : profile);
        return profiles.stream().filter(profile -> profile.id().equals(id)).findFirst().orElseThrow();
    }

    @Override
    public ConnectionProfile addSample() {
        call("add sample");
        var profile = new ConnectionProfile(ConnectionId.random(new SecureRandom()), ConnectionProfile.Kind.SAMPLE,
                "Sample company", null, null, "", null);
        profiles.add(profile);
        return profile;
    }

    @Override
    public void noteDeletion(ConnectionId id, Notes notes) {
        noted.add(id + " " + notes);
    }

    @Override
    public Deletion delete(ConnectionId id, Notes notes, DeletionProgress progress) throws ProblemException {
        deletionTold.accept(progress);
        call("delete " + id + (notes == Notes.STAY ? " keeping notes" : ""));
        onDelete.accept(id);
        if (deletionProblem.isPresent()) {
            throw new ProblemException(deletionProblem.get());
        }
        profiles.removeIf(profile -> profile.id().equals(id));
        return new Deletion(12_480, deletionNotice);
    }
}
