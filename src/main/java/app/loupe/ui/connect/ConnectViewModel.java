package app.loupe.ui.connect;

import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificateFacts;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections;
import app.loupe.domain.Endpoint;
import app.loupe.domain.Problem;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Secret;
import app.loupe.domain.SignInFacts;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Wording;
import app.loupe.ui.connect.ConnectOrder.Outcome;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the connect dialog says and does: probes the address, tests, and saves only what has just passed the
 * test; of a stored connection a name or a day alone is saved without one. A secret is handed over per call, used in the
 * background and wiped there in every case. Used on the FX thread.
 */
public final class ConnectViewModel {
    private final Connections connections;
    private final Background background;
    private final Wording wording;
    private final ConnectHost host;
    private final ConnectForm form;
    private final AddressProbe probe;
    private final DatabaseProposal database;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    /** What is stored cannot be called back: nothing is stopped from then on. Null until something is. */
    private @Nullable CancelToken storing;
    private CancelToken cancel = new CancelToken();
    private boolean wasStopped;

    /** A dialog over these connections; the host gets what was saved. */
    public ConnectViewModel(Connections connections, Background background, Wording wording,
            ConnectHost host) {
        this.connections = connections;
        this.background = background;
        this.wording = wording;
        this.host = host;
        this.form = new ConnectForm(wording);
        this.probe = new AddressProbe(connections, background, wording, form);
        this.database = new DatabaseProposal(form, probe.serverProperty(), busy);
        probe.questionProperty().subscribe((before, open) -> {
            if (open == null && form.note(Field.FORM).get().equals(trustFirst())) {
                form.note(Field.FORM, FieldNote.NONE);
            }
        });
        // what would be told, or stored, of what was typed before is not what stands there now
        form.whenEdited(this::edited);
    }

    private void edited() {
        if (mayStop()) {
            stop();
        }
    }

    /** Another secret is being typed: a test of the former one says nothing of it. */
    void secretEdited() {
        edited();
        form.clearAnswers();
    }

    /** Trusts this certificate for this connection alone; a test of what was trusted before ends. */
    void trust(CertificateFacts certificate) {
        edited();
        probe.trust(certificate);
    }

    /**
     * Starts with a stored connection.
     *
     * @param endpoint where it goes; null when that was lost
     * @param problem what typing its data again can solve; null when there is none
     */
    public void startFrom(ConnectionProfile profile, @Nullable Endpoint endpoint, @Nullable Problem problem) {
        boolean keepsSecret = endpoint != null && (problem == null || Field.of(problem.code()) == Field.ADDRESS);
        form.edit(new ConnectForm.Edited(profile, endpoint, keepsSecret));
        if (endpoint != null) {
            probe.startWith(endpoint.address(), profile.pin());
        }
        // the probe says what is wrong with the address, as it is now
        if (problem != null && (endpoint == null || Field.of(problem.code()) != Field.ADDRESS)) {
            Field place = Field.of(problem.code());
            form.note(place == Field.ADDRESS ? Field.FORM : place, FieldNote.bad(wording.sentence(problem)));
        }
    }

    ConnectForm form() {
        return form;
    }

    AddressProbe probe() {
        return probe;
    }

    /** The names that the server lists; empty when it keeps them to itself. */
    ObservableList<String> databases() {
        return database.listed();
    }

    /** Whether a test or a save is under way. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Tests what was typed; the secret is wiped afterwards. */
    void test(Secret secret) {
        ready(secret, false).ifPresent(endpoint -> {
            var token = new CancelToken();
            ConnectOrder order = order(endpoint);
            Background.Order<Outcome> testing = background.run("test connection", () -> {
                try (secret) {
                    return order.test(connections, secret, token);
                }
            });
            testing.onSuccess(outcome -> finish(token, outcome)).onProblem(problem -> failed(token, problem))
                    .afterwards(secret::close);
            begin(token, "connect.testing");
            testing.start();
        });
    }

    /** Tests where something is to be tested, and stores when the test passed; the secret is wiped afterwards. */
    void save(Secret secret) {
        ready(secret, true).ifPresent(endpoint -> {
            ConnectOrder order = order(endpoint);
            if (order.isUsedAsBefore(secret)) {
                keep(order, secret, begin("connect.saving.only"), () -> {});
                return;
            }
            if (order.needsNoTest(secret)) {
                store(order, secret, begin("connect.saving.only"));
                return;
            }
            CancelToken token = begin("connect.saving");
            var isStored = new AtomicBoolean();
            background.run("test before saving", () -> {
                order.demandName(connections);
                return order.test(connections, secret, token);
            }).onSuccess(outcome -> {
                if (token.equals(cancel) && mayStore(outcome)) {
                    isStored.set(true);
                    store(order, secret, token);
                } else {
                    finish(token, outcome);
                }
            }).onProblem(problem -> failed(token, problem)).afterwards(() -> {
                if (!isStored.get()) {
                    secret.close();
                }
            }).start();
        });
    }

    private ConnectOrder order(Endpoint endpoint) {
        var details = new ConnectionDetails(endpoint, form.nameOr(endpoint), probe.pin(), form.keyExpires.get());
        return new ConnectOrder(details, !form.name.get().isBlank(), form.since.get(), form.edited());
    }

    private static boolean mayStore(Outcome outcome) {
        return outcome instanceof Outcome.Passed passed && passed.facts().mayBeStored();
    }

    /** A connection that is to be read otherwise is not synced meanwhile: its run would use what is about to change. */
    private void store(ConnectOrder order, Secret secret, CancelToken token) {
        if (order.edited() == null) {
            keep(order, secret, token, () -> {});
            return;
        }
        ConnectionId id = order.edited().profile().id();
        host.hold(id, () -> {
            if (token.equals(cancel)) {
                keep(order, secret, token, () -> host.release(id));
            } else {
                // stopped while its run was ending
                secret.close();
                host.release(id);
            }
        });
    }

    /** @param release called once, before anybody hears how it ended */
    private void keep(ConnectOrder order, Secret secret, CancelToken token, Runnable release) {
        storing = token;
        background.run("save connection", () -> {
            try (secret) {
                return order.store(connections, secret, token);
            }
        }).onSuccess(stored -> {
            release.run();
            finish(token, stored);
        }).onProblem(problem -> {
            release.run();
            failed(token, problem);
        }).afterwards(secret::close).start();
    }

    private Optional<Endpoint> ready(Secret secret, boolean toKeep) {
        Optional<Endpoint> endpoint = form.endpoint();
        boolean dayIsOver = toKeep && !form.mayKeepKeyDay();
        boolean missing = secret.length() == 0 && !form.keepsSecret();
        if (missing) {
            form.note(Field.SECRET, FieldNote.bad(
                    wording.get(form.edited() == null ? "connect.secret.missing" : "connect.secret.again")));
        }
        if (endpoint.isEmpty() || missing || dayIsOver || busy.get()) {
            secret.close();
            if (probe.questionProperty().get() != null && form.note(Field.FORM).get().equals(FieldNote.NONE)) {
                form.note(Field.FORM, trustFirst());
            }
            return Optional.empty();
        }
        return endpoint;
    }

    private CancelToken begin(String words) {
        var token = new CancelToken();
        begin(token, words);
        return token;
    }

    private void begin(CancelToken token, String words) {
        cancel = token;
        wasStopped = false;
        busy.set(true);
        form.note(Field.FORM, FieldNote.busy(wording.get(words)));
    }

    private void finish(CancelToken token, Outcome outcome) {
        if (token.equals(cancel)) {
            busy.set(false);
            form.clearNotes();
            switch (outcome) {
                case Outcome.Passed passed -> {
                    probe.answered();
                    say(passed.facts());
                }
                // what was typed is gone before the window goes on to the invoices
                case Outcome.Stored stored -> host.close();
                case Outcome.Undecided open -> {
                    probe.decide(open.certificate(), open.problem());
                    form.note(Field.FORM, trustFirst());
                }
            }
        }
        if (outcome instanceof Outcome.Stored stored) {
            if (stored.usedAsBefore()) {
                host.renamed(stored.profile());
            } else {
                host.saved(stored.profile());
            }
        }
    }

    /** What is to be done before a test can come through, while a certificate waits for the owner's decision. */
    private FieldNote trustFirst() {
        return FieldNote.bad(wording.get("connect.certificate.first"));
    }

    private void say(SignInFacts facts) {
        if (facts.unreadable().isEmpty()) {
            form.note(Field.FORM, FieldNote.good(wording.get("connect.test.good", form.user.get().strip())));
        } else {
            form.note(Field.FORM, FieldNote.bad(wording.get("connect.test.rights", kinds(facts.unreadable()))));
        }
        if (facts.apiKeyAdvised()) {
            form.note(Field.SECRET, FieldNote.hint(wording.get("connect.secret.key-better")));
        }
    }

    private String kinds(Set<RecordKind> kinds) {
        return kinds.stream().map(kind -> wording.get(switch (kind) {
            case INVOICE -> "connect.kind.invoices";
            case JOURNAL_ITEM -> "connect.kind.lines";
            case PARTNER -> "connect.kind.partners";
            case PRODUCT -> "connect.kind.products";
        })).collect(Collectors.joining(", "));
    }

    private void failed(CancelToken token, Problem problem) {
        if (!token.equals(cancel)) {
            return;
        }
        busy.set(false);
        form.clearNotes();
        if (!problem.code().isEnd()) {
            form.note(Field.of(problem.code()), FieldNote.bad(wording.sentence(problem)));
        }
    }

    /** Whether a test is under way of which nothing is stored yet. */
    boolean mayStop() {
        return busy.get() && !cancel.equals(storing);
    }

    /** Ends a test that {@link #mayStop}; nothing is said of it, and what was typed stays. */
    void stop() {
        cancel.cancel();
        cancel = new CancelToken();
        wasStopped = true;
        busy.set(false);
        form.clearNotes();
    }

    /** Whether the last test was ended before it was answered. */
    boolean wasStopped() {
        return wasStopped;
    }

    /** Stops a test or a probe that is under way. */
    void close() {
        probe.close();
        cancel.cancel();
        cancel = new CancelToken();
    }
}
