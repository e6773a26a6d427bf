package app.loupe.ui.connect;

import app.loupe.domain.Blocking;
import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificateFacts;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.Connections;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ServerFacts;
import app.loupe.domain.UntrustedCertificateException;
import app.loupe.text.Texts;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Wording;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Greets the server while the owner types: a moment after the last key, in the background, one greeting at a time.
 * Nothing secret is sent. Used on the FX thread.
 */
final class AddressProbe {
    private static final Duration QUIET = Duration.millis(600);

    private final Connections connections;
    private final Background background;
    private final Wording wording;
    private final ConnectForm form;
    private final PauseTransition quiet = new PauseTransition(QUIET);
    private final ReadOnlyObjectWrapper<@Nullable ServerFacts> server = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable CertificateQuestion> question = new ReadOnlyObjectWrapper<>();
    private @Nullable OdooAddress asked;
    private @Nullable CertificatePin pin;
    private CancelToken cancel = new CancelToken();

    AddressProbe(Connections connections, Background background, Wording wording, ConnectForm form) {
        this.connections = connections;
        this.background = background;
        this.wording = wording;
        this.form = form;
        quiet.setOnFinished(event -> now());
        form.address.addListener(changed -> typed());
    }

    private sealed interface Answer {
        record Known(ServerFacts facts) implements Answer {}

        record Undecided(CertificateFacts certificate, Problem problem) implements Answer {}
    }

    /** What the server said; null before. */
    ReadOnlyObjectProperty<@Nullable ServerFacts> serverProperty() {
        return server.getReadOnlyProperty();
    }

    /** The certificate that waits for the owner's decision; null when there is none. */
    ReadOnlyObjectProperty<@Nullable CertificateQuestion> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** The certificate that the owner trusts for this address; null for the system's authorities. */
    @Nullable
    CertificatePin pin() {
        return pin;
    }

    private void typed() {
        if (sameAs(form.address.get())) {
            return;
        }
        forget();
        quiet.playFromStart();
    }

    private boolean sameAs(String typed) {
        try {
            return OdooAddress.parse(typed).equals(asked);
        } catch (ProblemException unreadable) {
            return false;
        }
    }

    private void forget() {
        cancel.cancel();
        asked = null;
        pin = null;
        server.set(null);
        question.set(null);
        form.note(Field.ADDRESS, FieldNote.NONE);
    }

    /** Greets now: the owner left the field. Writes the address as it is understood. */
    void now() {
        quiet.stop();
        if (form.address.get().isBlank() || sameAs(form.address.get())) {
            return;
        }
        try {
            OdooAddress address = OdooAddress.parse(form.address.get());
            ask(address);
        } catch (ProblemException unreadable) {
            form.note(Field.ADDRESS, FieldNote.bad(wording.sentence(unreadable.problem())));
        }
    }

    /** Writes the address in its full form, when the owner has left the field. */
    void normalise() {
        if (asked != null) {
            form.address.set(asked.url());
        }
    }

    /** Trusts this certificate for this connection alone, and greets again. */
    void trust(CertificateFacts certificate) {
        pin = certificate.fingerprint();
        question.set(null);
        if (asked != null) {
            ask(asked);
        }
    }

    /** Starts with a pin that the owner gave before. */
    void startWith(OdooAddress address, @Nullable CertificatePin known) {
        form.address.set(address.url());
        quiet.stop();
        pin = known;
        ask(address);
    }

    private void ask(OdooAddress address) {
        cancel.cancel();
        var token = new CancelToken();
        cancel = token;
        asked = address;
        CertificatePin trusted = pin;
        Background.Order<Answer> greeting = background.run("probe", () -> greet(address, trusted, token));
        greeting.onSuccess(answer -> {
            if (token.equals(cancel)) {
                accept(answer);
            }
        }).onProblem(problem -> {
            if (token.equals(cancel)) {
                asked = null;
                form.note(Field.ADDRESS, FieldNote.NONE);
                if (!problem.code().isEnd()) {
                    form.note(Field.ADDRESS, FieldNote.bad(wording.sentence(problem)));
                }
            }
        });
        // only what can be asked is: what is missing for that fails before
        form.note(Field.ADDRESS, FieldNote.busy(wording.get("connect.address.asking", address.url())));
        greeting.start();
    }

    @Blocking
    private Answer greet(OdooAddress address, @Nullable CertificatePin trusted, CancelToken token)
            throws ProblemException {
        try {
            return new Answer.Known(connections.probe(address, trusted, token));
        } catch (UntrustedCertificateException e) {
            return new Answer.Undecided(e.certificate(), e.problem());
        }
    }

    private void accept(Answer answer) {
        switch (answer) {
            case Answer.Known known -> {
                server.set(known.facts());
                question.set(null);
                form.note(Field.ADDRESS, FieldNote.good(words(known.facts())));
            }
            case Answer.Undecided open -> decide(open.certificate(), open.problem());
        }
    }

    /** A test has come through: what stands against the address is over. */
    void answered() {
        ServerFacts facts = server.get();
        form.note(Field.ADDRESS, facts == null ? FieldNote.NONE : FieldNote.good(words(facts)));
    }

    /** Shows a certificate that the owner has to decide about, beside the trusted one when it is another than that. */
    void decide(CertificateFacts certificate, Problem problem) {
        form.note(Field.ADDRESS, FieldNote.bad(wording.shown().title(problem)));
        boolean changed = problem.code() == ProblemCode.CERTIFICATE_CHANGED;
        question.set(new CertificateQuestion(certificate, changed ? Optional.ofNullable(pin) : Optional.empty()));
    }

    private String words(ServerFacts facts) {
        String until = wording.dates()
                .day(facts.certificate().validUntil().atZone(wording.clock().getZone()).toLocalDate());
        return wording.get(facts.pinned() ? "connect.address.good.pinned" : "connect.address.good", facts.version(),
                Texts.tls(facts.tls()), until);
    }

    /** Stops and forgets. */
    void close() {
        quiet.stop();
        cancel.cancel();
        cancel = new CancelToken();
    }
}
