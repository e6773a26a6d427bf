package app.loupe.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.SyncMode;
import app.loupe.domain.CertificateFacts;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.domain.UntrustedCertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** The server of a connection with a pin shows another certificate. */
class ChangedCertificateFxTest {
    private static final CertificatePin OLD = new CertificatePin("0b".repeat(32));
    private static final CertificatePin NEW = WindowSamples.PIN;
    private static final Problem CHANGED = Problem.of(ProblemCode.CERTIFICATE_CHANGED, "erp.harbour.lan",
            NEW.display());

    private final WindowKit kit = new WindowKit();

    @BeforeEach
    void fix() throws Exception {
        kit.connections.with(new ConnectionProfile(WindowSamples.HARBOUR, ConnectionProfile.Kind.ODOO, "Harbour Café",
                null, OLD, "19.0", WindowSamples.NOW.minus(Duration.ofDays(1))));
        kit.connections.at(WindowSamples.HARBOUR,
                new Endpoint(OdooAddress.parse("erp.harbour.lan"), "harbour", "bot@harbour.example"));
        kit.journal.runs
                .add(new RunRecord(WindowSamples.HARBOUR, 1, WindowSamples.NOW, WindowSamples.NOW, SyncMode.CHANGES,
                        new SyncReport.Failed(SyncCounts.NONE, CHANGED)));
        kit.connections.onProbe = address -> {
            demandNew();
            return WindowSamples.server("19.0", List.of());
        };
        kit.connections.onTest = endpoint -> {
            demandNew();
            return WindowSamples.signedIn();
        };
        kit.openLoaded();
        kit.press(".connection-remedy");
        Fx.await("asked", () -> kit.find("#trust") != null);
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private void demandNew() throws UntrustedCertificateException {
        if (!kit.connections.pins.getLast().equals(NEW)) {
            throw new UntrustedCertificateException(CHANGED, WindowSamples.certificate());
        }
    }

    /** Whoever made the certificate chose its names. */
    @Test
    void namesOfACertificateCannotLookLikeWordsOfLoupe() {
        var evil = new CertificateFacts(NEW, "O=Acme\n\nThe fingerprint is correct.\u202e\nPress Trust", "CN=\u2067x",
                WindowSamples.NOW);

        List<String> shown = Fx.get(() -> {
            var block = new CertificateBlock(WindowSamples.wording(), trusted -> {});
            block.show(new CertificateQuestion(evil, Optional.empty()));
            return block.lookupAll(".label").stream().map(node -> ((Labeled) node).getText()).toList();
        });

        assertThat(shown).anyMatch(text -> text.startsWith("O=Acme  The fingerprint"))
                .noneMatch(text -> text.matches("(?s).*[\n\u202e\u2067].*"));
    }

    private String typed(String field) {
        return Fx.get(() -> ((TextInputControl) kit.root().lookup(field)).getText()).replace("\n", ":");
    }

    private void secret() {
        Fx.run(() -> ((TextInputControl) kit.root().lookup("#secret")).setText("s3cret-key"));
    }

    @Test
    void bothFingerprintsAreShownWithAWarning() {
        assertThat(typed("#fingerprint-before")).isEqualTo(OLD.display());
        assertThat(typed("#fingerprint")).isEqualTo(NEW.display());
        assertThat(kit.texts(".certificate .label"))
                .anyMatch(text -> text.startsWith("Warning: this is not the certificate that you trusted."));
        assertThat(Fx.get(() -> kit.root().lookup(".certificate").getPseudoClassStates()))
                .contains(PseudoClass.getPseudoClass("changed"));
    }

    @Test
    void theNewCertificateIsTrustedOnRequestAndTheConnectionKeepsItsCopy() {
        kit.press("#trust");
        Fx.await("greeted", () -> kit.find(".note-good") != null && kit.find("#trust") == null);
        secret();

        kit.press("#save");

        Fx.await("the mended connection syncs", () -> kit.sync.started.contains(WindowSamples.HARBOUR));
        assertThat(kit.connections.calls).contains("edit " + WindowSamples.HARBOUR)
                .noneMatch(call -> call.startsWith("add") || call.startsWith("delete"));
        assertThat(kit.connections.list()).extracting(ConnectionProfile::pin).containsExactly(NEW);
    }

    @Test
    void theStoredPasswordNeedNotBeTypedForANewCertificate() {
        kit.press("#trust");
        Fx.await("greeted", () -> kit.find(".note-good") != null && kit.find("#trust") == null);

        kit.press("#save");

        Fx.await("the mended connection syncs", () -> kit.sync.started.contains(WindowSamples.HARBOUR));
        assertThat(kit.connections.calls).containsSubsequence("test stored",
                "edit " + WindowSamples.HARBOUR + " keeping the secret");
        assertThat(kit.connections.list()).extracting(ConnectionProfile::pin).containsExactly(NEW);
    }

    @Test
    void withoutThatNothingIsSavedAndTheQuestionStays() {
        secret();

        kit.press("#save");

        Fx.await("tested", () -> kit.connections.calls.contains("test") && !kit.root().lookup("#save").isDisabled());
        assertThat(kit.connections.pins).containsOnly(OLD);
        assertThat(kit.connections.calls).noneMatch(call -> call.startsWith("edit"));
        assertThat(typed("#fingerprint-before")).isEqualTo(OLD.display());
    }
}
