package app.loupe.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.SignInFacts;
import app.loupe.domain.UntrustedCertificateException;
import app.loupe.ui.common.SecretField;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.application.ColorScheme;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

class ConnectDialogFxTest {
    private final WindowKit kit = new WindowKit();

    @BeforeEach
    void open() {
        kit.openLoaded();
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private void type(String field, String text) {
        Fx.run(() -> ((TextInputControl) kit.root().lookup(field)).setText(text));
    }

    private String typed(String field) {
        return Fx.get(() -> ((TextInputControl) kit.root().lookup(field)).getText());
    }

    private void filled() {
        kit.press("#welcome-connect");
        type("#address", "acme");
        Fx.await("greeted", () -> kit.seen(".note-good").size() == 1);
        type("#user", "bot@acme.example");
        type("#secret", "s3cret-key");
    }

    @Test
    void aNameThatAnotherConnectionHasIsRefusedAndAnotherProposed() {
        kit.connections.with(WindowSamples.profile(WindowSamples.HARBOUR, "Harbour Café"));
        filled();
        type("#name", "harbour cafe\u0301");

        kit.press("#save");

        Fx.await("refused", () -> kit.find("#form-note.note-bad") != null);
        assertThat(kit.text("#form-note")).startsWith("A connection is called \"Harbour Café\" already")
                .contains("\"harbour cafe\u0301 2\"");
        assertThat(kit.connections.calls).noneMatch(call -> call.startsWith("add") || call.equals("test"));
    }

    @Test
    void aNameThatNobodyTypedMakesWayForOneThatIsThere() {
        kit.connections.with(WindowSamples.profile(WindowSamples.HARBOUR, "ACME"));
        filled();

        kit.press("#save");

        Fx.await("added", () -> kit.connections.calls.contains("add Acme 2"));
    }

    private double placeOf(String button) {
        return Fx.get(() -> {
            Fx.laidOut(kit.root());
            return kit.root().lookup(button).localToScene(0, 0).getY();
        });
    }

    @Test
    void theButtonsStayWhereTheyAreWhateverIsSaid() {
        kit.connections.onProbe = address -> WindowSamples.server("19.0", List.of("books", "test"));
        kit.connections.onTest = endpoint -> {
            throw new ProblemException(Problem.of(ProblemCode.SIGN_IN_REFUSED));
        };
        kit.press("#welcome-connect");
        double place = placeOf("#save");
        kit.press("#test");
        Fx.await("missing", () -> kit.seen(".note-bad").size() > 1);
        assertThat(placeOf("#save")).as("what is missing").isEqualTo(place);
        type("#address", "acme");
        Fx.await("greeted", () -> kit.seen(".note-good").size() == 1);
        assertThat(placeOf("#save")).as("greeted").isEqualTo(place);
        type("#database-list .text-field", "books");
        type("#user", "bot@acme.example");
        type("#secret", "s3cret-key");
        kit.press("#test");
        Fx.await("refused", () -> !kit.seen(".note-bad").isEmpty());
        assertThat(placeOf("#save")).as("refused").isEqualTo(place);
        assertThat(placeOf("#test")).isEqualTo(placeOf("#cancel"));
    }

    @Test
    void aListInWhichSomethingIsWrongHasOneWholeFrame() {
        kit.connections.onProbe = address -> WindowSamples.server("19.0", List.of("books", "test"));
        kit.press("#welcome-connect");
        type("#address", "acme");
        Fx.await("greeted", () -> kit.seen(".note-good").size() == 1);
        kit.press("#test");
        Fx.await("missing", () -> !kit.seen(".note-bad").isEmpty());
        for (ColorScheme scheme : ColorScheme.values()) {
            Fx.run(() -> kit.scheme.set(scheme));
            Fx.run(() -> {
                Fx.laidOut(kit.root());
                var list = (Region) kit.root().lookup("#database-list");
                var editor = (Region) list.lookup(".text-field");
                var user = (Region) kit.root().lookup("#user");
                assertThat(user.getBorder()).isNull();
                assertThat(list.getBorder()).isNull();
                assertThat(list.getBackground().getFills().getFirst().getFill())
                        .isEqualTo(user.getBackground().getFills().getFirst().getFill());
                assertThat(editor.getBackground().getFills()).as("nothing over it")
                        .allMatch(fill -> fill.getFill().equals(Color.TRANSPARENT));
            });
        }
    }

    @Test
    void theAddressIsGreetedAsTypedAndTheDatabaseProposed() {
        filled();

        assertThat(kit.connections.calls).contains("probe https://acme.odoo.com");
        assertThat(kit.text(".note-good"))
                .isEqualTo("✓ Odoo 19.0 · encrypted with TLS 1.3 · certificate valid until 4 Mar 2027");
        assertThat(typed("#database")).isEqualTo("acme");
    }

    @Test
    void theAddressIsWrittenInFullWhenTheOwnerLeavesTheField() {
        filled();

        Fx.run(() -> kit.root().lookup("#address").requestFocus());
        Fx.run(() -> kit.root().lookup("#secret").requestFocus());

        assertThat(typed("#address")).isEqualTo("https://acme.odoo.com");
    }

    @Test
    void listedDatabasesAreOfferedToChoose() {
        kit.connections.onProbe = address -> WindowSamples.server("19.0", List.of("books", "test"));
        filled();

        assertThat(Fx.get(() -> kit.find("#database-list") instanceof ComboBox<?> list
                ? List.<Object>copyOf(list.getItems())
                : List.of())).containsExactly("books", "test");
        assertThat(Fx.get(() -> kit.find("#database") == null)).isTrue();
    }

    @Test
    void saveTestsStoresSyncsAndClosesAndEverySecretIsWiped() {
        filled();

        kit.press("#save");

        Fx.await("saved", () -> kit.find("#save") == null && kit.sync.started.size() == 1);
        assertThat(kit.connections.calls).containsSubsequence("test", "add Acme");
        assertThat(kit.connections.secretsSeen).containsExactly("s3cret-key", "s3cret-key");
        assertThat(kit.connections.secrets).allSatisfy(
                secret -> assertThatThrownBy(secret::bytes).isInstanceOf(IllegalStateException.class));
    }

    @Test
    void aRefusedSignInStandsAtTheUserNothingIsStoredAndNothingTypedIsLost() {
        kit.connections.onTest = endpoint -> {
            throw new ProblemException(Problem.of(ProblemCode.SIGN_IN_REFUSED));
        };
        filled();

        kit.press("#save");

        Fx.await("refused", () -> kit.find(".note-bad") != null);
        assertThat(kit.connections.calls).noneMatch(call -> call.startsWith("add"));
        assertThat(typed("#secret")).isEqualTo("s3cret-key");
        assertThat(typed("#user")).isEqualTo("bot@acme.example");
    }

    @Test
    void whatStoodAgainstAKeyGoesWhenAnotherIsTyped() {
        kit.connections.onTest = endpoint -> {
            throw new ProblemException(Problem.of(ProblemCode.API_KEY_REFUSED));
        };
        filled();
        kit.press("#save");
        Fx.await("refused", () -> kit.find(".note-bad") != null);

        type("#secret", "0ther-key!");

        assertThat(Fx.get(() -> kit.find(".note-bad") == null)).isTrue();
    }

    @Test
    void whatStoodAgainstTheAddressGoesWithATestThatComesThrough() {
        kit.connections.onTest = endpoint -> {
            throw new ProblemException(Problem.of(ProblemCode.NETWORK_DOWN));
        };
        filled();
        kit.press("#test");
        Fx.await("offline", () -> kit.find(".note-bad") != null);
        kit.connections.onTest = endpoint -> WindowSamples.signedIn();

        kit.press("#test");

        Fx.await("signed in", () -> kit.find(".note-bad") == null && kit.seen(".note-good").size() == 2);
        assertThat(Fx.get(() -> kit.seen(".note-good"))).anyMatch(note -> note.contains("Odoo 19.0"));
    }

    @Test
    void aUserWhoMayNotReadInvoiceLinesIsToldAndNothingIsStored() {
        kit.connections.onTest = endpoint -> new SignInFacts(WindowSamples.server("19.0", List.of()), "JSON-2", false,
                Set.of(RecordKind.JOURNAL_ITEM));
        filled();

        kit.press("#save");

        Fx.await("named", () -> kit.find("#form-note.note-bad") != null);
        assertThat(kit.text("#form-note")).contains("may not read: invoice lines");
        assertThat(kit.connections.calls).noneMatch(call -> call.startsWith("add"));
    }

    @Test
    void closingTheWindowEndsATestThatTheServerDoesNotAnswer() {
        filled();
        kit.connections.block();
        kit.press("#test");
        Fx.await("under way", () -> kit.connections.calls.contains("test"));
        CancelToken token = Objects.requireNonNull(kit.connections.token.get());

        Fx.run(() -> kit.stage().hide());

        assertThat(token.isCancelled()).isTrue();
    }

    @Test
    void missingFieldsAreNamedAndNothingIsSent() {
        kit.press("#welcome-connect");

        kit.press("#test");

        assertThat(kit.texts(".note-bad")).hasSize(4);
        assertThat(kit.connections.calls).containsOnly("list");
    }

    @Test
    void anUnknownCertificateIsShownAndOnlyTrustedOnRequest() {
        trustAStranger();
    }

    @Test
    void aTestBeforeTheCertificateIsTrustedSaysInWordsWhatComesFirst() {
        kit.connections.onProbe = address -> {
            if (kit.connections.pins.isEmpty()) {
                throw new UntrustedCertificateException(Problem.of(ProblemCode.CERTIFICATE_UNKNOWN, address.host()),
                        WindowSamples.certificate());
            }
            return WindowSamples.server("14.0", List.of());
        };
        kit.press("#welcome-connect");
        type("#address", "erp.harbour.lan");
        Fx.await("asked", () -> kit.find("#trust") != null);

        kit.press("#test");

        assertThat(kit.text("#form-note"))
                .isEqualTo("Compare the fingerprint above first, then trust the certificate.");
        kit.press("#trust");
        Fx.await("greeted", () -> kit.find(".note-good") != null);
        assertThat(Fx.get(() -> kit.find("#form-note"))).isNull();
    }

    private void trustAStranger() {
        kit.connections.onProbe = address -> {
            if (kit.connections.pins.isEmpty()) {
                throw new UntrustedCertificateException(Problem.of(ProblemCode.CERTIFICATE_UNKNOWN, address.host()),
                        WindowSamples.certificate());
            }
            return WindowSamples.server("14.0", List.of());
        };
        kit.press("#welcome-connect");
        type("#address", "erp.harbour.lan");

        Fx.await("asked", () -> kit.find("#trust") != null);
        assertThat(typed("#fingerprint").replace("\n", ":")).isEqualTo(WindowSamples.PIN.display());
        assertThat(kit.connections.pins).isEmpty();
        kit.press("#trust");

        Fx.await("greeted", () -> kit.find(".note-good") != null);
        assertThat(kit.connections.pins).containsExactly(WindowSamples.PIN);
    }

    @Test
    void aTrustedCertificateIsForgottenWhenTheAddressChanges() {
        trustAStranger();
        int pins = kit.connections.pins.size();

        type("#address", "other.harbour.lan");

        Fx.await("greeted", () -> kit.connections.calls.contains("probe https://other.harbour.lan"));
        assertThat(kit.connections.pins).hasSize(pins);
    }

    @Test
    void aPlainPasswordThatWorksIsToldThatAKeyIsBetter() {
        kit.connections.onTest = endpoint -> new SignInFacts(WindowSamples.server("19.0", List.of()), "JSON-RPC", true,
                Set.of());
        filled();

        kit.press("#test");

        Fx.await("hint", () -> kit.find(".note-hint") != null);
        assertThat(kit.text(".note-hint")).contains("API key would be better");
    }

    @Test
    void missingRightsAreNamedInTheOwnersWords() {
        kit.connections.onTest = endpoint -> new SignInFacts(WindowSamples.server("19.0", List.of()), "JSON-2", false,
                Set.of(RecordKind.PRODUCT));
        filled();

        kit.press("#test");

        Fx.await("named", () -> kit.find("#form-note.note-bad") != null);
        assertThat(kit.text("#form-note")).contains("may not read: products");
    }

    @Test
    void s43_thePasswordCannotBeCopiedAndIsGoneWhenTheDialogCloses() {
        filled();
        SecretField secret = Fx.get(() -> (SecretField) kit.root().lookup("#secret"));

        String clipboard = Fx.get(() -> {
            var before = new ClipboardContent();
            before.putString("before");
            Clipboard.getSystemClipboard().setContent(before);
            secret.selectAll();
            secret.copy();
            secret.cut();
            return Clipboard.getSystemClipboard().getString();
        });
        assertThat(clipboard).isEqualTo("before");
        assertThat(Fx.get(secret::getLength)).isEqualTo(10);
        kit.press("#cancel");

        assertThat(Fx.get(secret::getLength)).isZero();
        assertThat(Fx.get(() -> secret.getScene() == null)).isTrue();
        kit.press("#welcome-connect");
        assertThat(Fx.get(() -> secret.equals(kit.find("#secret")))).isFalse();
    }

    @Test
    void theGuideOpensInPlaceAndLosesNothing() {
        filled();

        kit.press("#how");
        assertThat(Fx.get(() -> kit.find("#user") == null)).isTrue();
        kit.press("#guide-back");

        assertThat(typed("#user")).isEqualTo("bot@acme.example");
    }
}
