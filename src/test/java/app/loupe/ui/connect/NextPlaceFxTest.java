package app.loupe.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.SignInFacts;
import app.loupe.domain.UntrustedCertificateException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.window.Fx;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** Where the keyboard is after the dialog has said something. */
class NextPlaceFxTest {
    private final WindowKit kit = new WindowKit();

    @BeforeEach
    void open() {
        kit.openLoaded();
        kit.press("#welcome-connect");
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private void type(String field, String text) {
        Fx.run(() -> ((TextInputControl) Objects.requireNonNull(kit.find(field))).setText(text));
    }

    private void fill() {
        type("#address", "acme");
        Fx.await("greeted", () -> kit.find(".note-good") != null);
        type("#user", "bot@acme.example");
        type("#secret", "s3cret-key");
    }

    private void demandFocus(String id) {
        Fx.await("the focus is at " + id, () -> {
            Node owner = kit.stage().getScene().getFocusOwner();
            return owner != null && id.equals(owner.getId());
        });
    }

    @ParameterizedTest
    @CsvSource({"HOST_UNKNOWN, address", "DATABASE_UNKNOWN, database", "SIGN_IN_REFUSED, secret",
        "API_KEY_REFUSED, secret", "SERVER_BUSY, test"})
    void isWhatFailed(ProblemCode code, String id) {
        fill();
        kit.connections.onTest = endpoint -> {
            throw new ProblemException(Problem.of(code, "acme.odoo.com"));
        };

        kit.press("#test");

        demandFocus(id);
    }

    @Test
    void isTheListOfDatabasesWhereThereIsOne() {
        kit.connections.onProbe = address -> WindowSamples.server("19.0", List.of("books", "test"));
        fill();

        kit.press("#test");

        Fx.await("told", () -> kit.find(".note-bad") != null);
        demandFocus("database-list");
    }

    /** A space there closes nothing, and Cancel ends the test alone. */
    @ParameterizedTest
    @CsvSource({"test", "save"})
    void isWhatSaysThatItTestsUntilCancelStopsIt(String button) {
        fill();
        var answer = new CompletableFuture<Boolean>();
        kit.connections.onTest = endpoint -> {
            answer.join();
            return new SignInFacts(WindowSamples.server("19.0", List.of()), "JSON-2", false, Set.of());
        };

        kit.press("#" + button);
        demandFocus("form-note");
        Fx.run(() -> Objects.requireNonNull(kit.stage().getScene().getFocusOwner())
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, " ", " ", KeyCode.SPACE, false, false, false, false)));
        kit.press("#cancel");
        answer.complete(true);

        demandFocus("test");
        assertThat(Fx.get(() -> kit.find("#form-note"))).isNull();
        assertThat(Fx.get(() -> ((TextInputControl) Objects.requireNonNull(kit.find("#user"))).getText()))
                .isEqualTo("bot@acme.example");
        kit.press("#cancel");
        Fx.await("closed", () -> kit.find("#cancel") == null);
        assertThat(kit.connections.list()).isEmpty();
    }

    @Test
    void isAddWhenAllIsWell() {
        fill();

        kit.press("#test");

        demandFocus("save");
        assertThat(said()).isNotEmpty().isEqualTo(kit.text("#form-note").replace("✓ ", ""));
    }

    @Test
    void isTestAgainWhenRightsAreMissing() {
        kit.connections.onTest = endpoint -> new SignInFacts(WindowSamples.server("19.0", List.of()), "JSON-2", false,
                Set.of(RecordKind.JOURNAL_ITEM));
        fill();

        kit.press("#save");

        Fx.await("named", () -> kit.find("#form-note.note-bad") != null);
        demandFocus("test");
        assertThat(said()).isNotEmpty().isEqualTo(kit.text("#form-note"));
    }

    /** What a screen reader says of the place that has the focus. */
    private String said() {
        return Fx.get(() -> kit.stage().getScene().getFocusOwner().getAccessibleHelp());
    }

    @Test
    void isTheFirstFieldThatIsMissing() {
        fill();
        type("#user", "");
        type("#secret", "");

        kit.press("#test");

        demandFocus("user");
    }

    @Test
    void isTheDateThatCannotBeRead() {
        fill();
        kit.press("#since-from");
        Fx.run(() -> {
            var date = (DatePicker) Objects.requireNonNull(kit.find("#since-date"));
            date.getEditor().setText("31/12/2099x");
            date.commitValue();
        });

        kit.press("#test");

        demandFocus("since-date");
        assertThat(said()).isNotEmpty().isEqualTo(kit.text("#since-note"));
    }

    @Test
    void isTheNextEmptyFieldAfterTheCertificateWasTrusted() {
        kit.connections.onProbe = address -> {
            if (kit.connections.pins.isEmpty()) {
                throw new UntrustedCertificateException(Problem.of(ProblemCode.CERTIFICATE_UNKNOWN, address.host()),
                        WindowSamples.certificate());
            }
            return WindowSamples.server("14.0", List.of("harbour"));
        };
        type("#address", "erp.harbour.lan");
        Fx.await("asked", () -> kit.find("#trust") != null);

        kit.press("#trust");

        demandFocus("user");
    }
}
