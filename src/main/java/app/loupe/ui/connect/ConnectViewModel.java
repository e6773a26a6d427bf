package app.loupe.ui.connect;

import app.loupe.domain.Blocking;
import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificateFacts;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.ServerFacts;
import app.loupe.domain.SignInFacts;
import app.loupe.domain.UntrustedCertificateException;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the connect dialog says and does: probes the address, tests, and saves only what has just passed the
 * test. A secret is handed over per call, used in the background and wiped there in every case. Used on the FX thread.
 */
public final class ConnectViewModel {
    private final Connections connections;
    private final Background background;
    private final Wording wording;
    private final ConnectHost host;
    private final ConnectForm form;
    private final AddressProbe probe;
    private final ObservableList<String> databases = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper();
    private String proposed = "";
    private CancelToken cancel = new CancelToken();

    /** A dialog over these connections; the host gets what was saved. */
    public ConnectViewModel(Connections connections, Background background, Wording wording,
            ConnectHost host) {
        this.connections = connections;
        this.background = background;
        this.wording = wording;
        this.host = host;
        this.form = new ConnectForm(wording);
        this.probe = new AddressProbe(connections, background, wording, form);
        probe.serverProperty().subscribe(this::propose);
    }

    /**
     * Starts with a connection that has a problem. Saving renews its password and certificate; with another address,
     * database or user it becomes another connection, and the old one goes when that is stored.
     */
    public void startFrom(ConnectionProfile profile, Endpoint endpoint, Problem problem) {
        form.mended = new ConnectForm.Mended(profile.id(), endpoint);
        form.name.set(profile.name());
        form.since.set(profile.since());
        form.database.set(endpoint.database());
        form.user.set(endpoint.username());
        probe.startWith(endpoint.address(), profile.pin());
        form.note(Field.FORM, FieldNote.hint(wording.get("connect.mends", profile.name())));
        if (Field.of(problem.code()) != Field.ADDRESS) {
            form.note(Field.of(problem.code()), FieldNote.bad(wording.sentence(problem)));
        }
    }

    /**
     * Starts from a connection whose address was lost: what is typed becomes another connection, and the old one goes when
     * that is stored.
     */
    public void startWithoutAddress(ConnectionProfile profile, Problem problem) {
        form.mended = new ConnectForm.Mended(profile.id(), null);
        form.name.set(profile.name());
        form.since.set(profile.since());
        form.note(Field.FORM, FieldNote.bad(wording.sentence(problem)));
    }

    ConnectForm form() {
        return form;
    }

    AddressProbe probe() {
        return probe;
    }

    /** The names that the server lists; empty when it keeps them to itself. */
    ObservableList<String> databases() {
        return databases;
    }

    /** Whether a test or a save is under way. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether all is done and only a message is left to be read. */
    ReadOnlyBooleanProperty overProperty() {
        return over.getReadOnlyProperty();
    }

    private void propose(@Nullable ServerFacts facts) {
        if (facts == null) {
            return;
        }
        databases.setAll(facts.databases());
        String likely = facts.databases().size() == 1 ? facts.databases().getFirst() : likelyDatabase();
        if (form.database.get().isBlank() || form.database.get().equals(proposed)) {
            form.database.set(likely);
            proposed = likely;
        }
    }

    private String likelyDatabase() {
        try {
            String likely = OdooAddress.parse(form.address.get()).likelyDatabase();
            return databases.isEmpty() || databases.contains(likely) ? likely : "";
        } catch (ProblemException unreadable) {
            return "";
        }
    }

    /** Tests what was typed; the secret is wiped afterwards. */
    void test(Secret secret) {
        ready(secret).ifPresent(endpoint -> {
            CancelToken token = begin("connect.testing");
            CertificatePin pin = probe.pin();
            background.run("test connection", () -> {
                try (secret) {
                    return tested(endpoint, secret, pin, token);
                }
            }).onSuccess(outcome -> finish(token, outcome)).onProblem(problem -> failed(token, problem)).start();
        });
    }

    /** Tests, and stores the connection when the test passed; the secret is wiped afterwards. */
    void save(Secret secret) {
        ready(secret).ifPresent(endpoint -> {
            CancelToken token = begin("connect.saving");
            CertificatePin pin = probe.pin();
            var order = new Order(endpoint, form.nameOr(endpoint), form.since.get(), pin, form.mended);
            background.run("test before saving", () -> tested(endpoint, secret, pin, token)).onSuccess(outcome -> {
                if (mayStore(outcome)) {
                    store(order, secret, token);
                } else {
                    secret.close();
                    finish(token, outcome);
                }
            }).onProblem(problem -> {
                secret.close();
                failed(token, problem);
            }).start();
        });
    }

    private static boolean mayStore(Outcome outcome) {
        return outcome instanceof Outcome.Passed passed && passed.facts().mayBeStored();
    }

    /** A connection that is replaced is not synced meanwhile: its run would bring invoices that are about to go. */
    private void store(Order order, Secret secret, CancelToken token) {
        ConnectForm.Mended replaced = order.replaced();
        if (replaced == null) {
            keep(order, secret, token);
        } else {
            host.hold(replaced.id(), () -> keep(order, secret, token));
        }
    }

    private void keep(Order order, Secret secret, CancelToken token) {
        background.run("save connection", () -> {
            try (secret) {
                token.check();
                return stored(order, secret);
            }
        }).onSuccess(stored -> {
            if (stored.oldStays()) {
                release(order);
            }
            finish(token, stored);
        }).onProblem(problem -> {
            release(order);
            failed(token, problem);
        }).start();
    }

    private void release(Order order) {
        ConnectForm.Mended replaced = order.replaced();
        if (replaced != null) {
            host.release(replaced.id());
        }
    }

    private record Order(Endpoint endpoint, String name, @Nullable LocalDate since, @Nullable CertificatePin pin,
            ConnectForm.@Nullable Mended mended) {
        /** The connection that goes because another server or user is meant; null when none does. */
        ConnectForm.@Nullable Mended replaced() {
            return mended == null || endpoint.equals(mended.endpoint()) ? null : mended;
        }
    }

    private sealed interface Outcome {
        record Passed(SignInFacts facts) implements Outcome {}

        /** Stored; what happened to the old one is null when there is nothing to say. */
        record Stored(ConnectionProfile profile, @Nullable Problem about, boolean oldStays) implements Outcome {}

        record Undecided(CertificateFacts certificate, Problem problem) implements Outcome {}
    }

    @Blocking
    private Outcome tested(Endpoint endpoint, Secret secret, @Nullable CertificatePin pin, CancelToken token)
            throws ProblemException {
        try {
            return new Outcome.Passed(connections.test(endpoint, secret, pin, token));
        } catch (UntrustedCertificateException e) {
            return new Outcome.Undecided(e.certificate(), e.problem());
        }
    }

    @Blocking
    private Outcome.Stored stored(Order order, Secret secret) throws ProblemException {
        ConnectForm.Mended mended = order.mended();
        ConnectForm.Mended replaced = order.replaced();
        if (mended != null && replaced == null) {
            return new Outcome.Stored(connections.renew(mended.id(), secret, order.pin()), null, false);
        }
        ConnectionProfile added = connections.add(order.endpoint(), secret, order.name(), order.since(), order.pin());
        if (replaced == null) {
            return new Outcome.Stored(added, null, false);
        }
        try {
            // last, so that nothing is lost when adding fails
            return new Outcome.Stored(added, connections.delete(replaced.id()).notice().orElse(null), false);
        } catch (ProblemException failed) {
            return new Outcome.Stored(added, failed.problem(), true);
        }
    }

    private Optional<Endpoint> ready(Secret secret) {
        Optional<Endpoint> endpoint = form.endpoint();
        if (secret.length() == 0) {
            form.note(Field.SECRET, FieldNote.bad(wording.get("connect.secret.missing")));
        }
        if (endpoint.isEmpty() || secret.length() == 0 || busy.get()) {
            secret.close();
            return Optional.empty();
        }
        return endpoint;
    }

    private CancelToken begin(String words) {
        cancel = new CancelToken();
        busy.set(true);
        form.note(Field.FORM, FieldNote.busy(wording.get(words)));
        return cancel;
    }

    private void finish(CancelToken token, Outcome outcome) {
        if (outcome instanceof Outcome.Stored stored) {
            host.saved(stored.profile());
        }
        if (!token.equals(cancel)) {
            if (outcome instanceof Outcome.Stored stored && stored.about() != null) {
                host.explain(stored.about());
            }
            return;
        }
        busy.set(false);
        form.clearNotes();
        switch (outcome) {
            case Outcome.Passed passed -> say(passed.facts());
            case Outcome.Stored stored -> conclude(stored);
            case Outcome.Undecided open -> probe.decide(open.certificate(), open.problem());
        }
    }

    /** Closes the dialog, or keeps it with what the owner has to know about the old connection. */
    private void conclude(Outcome.Stored stored) {
        Problem about = stored.about();
        if (about == null) {
            host.close();
            return;
        }
        over.set(true);
        String words = wording.get(stored.oldStays() ? "connect.mends.old-stays" : "connect.mends.done",
                stored.profile().name(), wording.sentence(about));
        form.note(Field.FORM, stored.oldStays() ? FieldNote.bad(words) : FieldNote.hint(words));
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

    private String kinds(List<String> models) {
        return String.join(", ", models.stream().map(model -> switch (model) {
            case "account.move" -> wording.get("connect.kind.invoices");
            case "account.move.line" -> wording.get("connect.kind.lines");
            case "res.partner" -> wording.get("connect.kind.partners");
            case "product.product" -> wording.get("connect.kind.products");
            default -> model;
        }).toList());
    }

    private void failed(CancelToken token, Problem problem) {
        if (!token.equals(cancel)) {
            return;
        }
        busy.set(false);
        form.clearNotes();
        if (problem.code() != ProblemCode.CANCELLED) {
            form.note(Field.of(problem.code()), FieldNote.bad(wording.sentence(problem)));
        }
    }

    /** Stops a test or a probe that is under way. */
    void close() {
        probe.close();
        cancel.cancel();
        cancel = new CancelToken();
    }
}
