package testkit.window;

import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import testkit.KeptConnections;

/** Connections in memory that answer as a test says; {@link #block} makes every call wait. */
public final class FakeConnections implements Connections {
    /** What a fake answers when asked. */
    @FunctionalInterface
    public interface Answer<A, T> {
        /** Answers or fails. */
        T to(A asked) throws ProblemException;
    }

    private final KeptConnections kept = new KeptConnections();
    /** What keeps connections from being whole. */
    public final Map<ConnectionId, List<Problem>> problems = kept.problems;
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
        kept.put(profile);
        return this;
    }

    /** Puts another state of a connection in the place of the one that is here, as a run does. */
    public void change(ConnectionProfile now) {
        kept.replace(now);
    }

    /** Sets where a connection signs in. */
    public FakeConnections at(ConnectionId id, Endpoint endpoint) {
        kept.endpoints.put(id, endpoint);
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
        return new ArrayList<>(kept.profiles);
    }

    @Override
    public Map<ConnectionId, List<Problem>> problems() {
        return problems;
    }

    @Override
    public Optional<Endpoint> endpoint(ConnectionId id) {
        call("endpoint");
        return Optional.ofNullable(kept.endpoints.get(id));
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
        kept.demand(id);
        return onTest.to(Objects.requireNonNull(kept.endpoints.get(id)));
    }

    @Override
    public ConnectionProfile add(ConnectionDetails details, Secret secret, @Nullable LocalDate since)
            throws ProblemException {
        kept.demandNew(details);
        call("add " + details.name());
        onAdd.accept(details.name());
        see(secret);
        see(details.pin());
        return kept.add(ConnectionId.random(new SecureRandom()), details, since);
    }

    @Override
    public ConnectionProfile edit(ConnectionId id, ConnectionDetails details, @Nullable LocalDate since,
            @Nullable Secret secret, CancelToken cancel) throws ProblemException {
        kept.demandEditable(id, details, since, secret != null);
        call("edit " + id + (secret == null ? " keeping the secret" : ""));
        onEdit.to(details);
        if (secret != null) {
            see(secret);
        }
        see(details.pin());
        return kept.edit(id, details, since, secret != null);
    }

    @Override
    public ConnectionProfile addSample() throws ProblemException {
        call("add sample");
        return kept.addSample(ConnectionId.random(new SecureRandom()));
    }

    @Override
    public void noteDeletion(ConnectionId id, Notes notes) throws ProblemException {
        kept.demand(id);
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
        kept.delete(id);
        return new Deletion(12_480, deletionNotice);
    }
}
