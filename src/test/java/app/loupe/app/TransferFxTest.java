package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.Transfers.Made;
import app.loupe.domain.Transfers.Owned;
import app.loupe.settings.SettingsFile;
import app.loupe.ui.common.FileChooserPort;
import app.loupe.ui.common.SecretField;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.window.Fx;

/** From the window of one computer to the window of another. */
class TransferFxTest {
    private static final String PHRASE = "tokar bilun dezal fimok gurat nopes";

    @TempDir
    Path temporary;

    private Path oldFolder = Path.of("");
    private WholeLoupe here;

    @BeforeEach
    void aComputerInUse() throws ProblemException {
        oldFolder = temporary.resolve("here");
        here = new WholeLoupe(oldFolder);
        try (OpenLoupe loupe = here.open(); Secret secret = Secret.ofChars("api-key")) {
            loupe.connections().add(new ConnectionDetails(
                    new Endpoint(OdooAddress.parse("https://erp.example.com"), "prod", "ann"), "Acme", null, null),
                    secret, null);
        }
        new SettingsFile(oldFolder).write(Map.of("settings.look", "dark"));
    }

    private Path file() {
        return temporary.resolve("moved.transfer");
    }

    private FileChooserPort always() {
        return new FileChooserPort() {
            @Override
            public Optional<Path> chooseToSave(String title, Path proposed) {
                return Optional.of(file());
            }

            @Override
            public Optional<Path> chooseToOpen(String title) {
                return Optional.of(file());
            }
        };
    }

    private static boolean isThere(StartedWindow window, String selector) {
        return window.root().lookup(selector) != null;
    }

    private static String typed(StartedWindow window, String selector) {
        var field = (TextField) window.node(selector);
        return Fx.get(field::getText);
    }

    private static void bring(StartedWindow window, String phrase) {
        window.press("#bring-transfer").press("#transfer-choose");
        var field = (SecretField) window.node("#transfer-typed");
        Fx.run(() -> field.setText(phrase));
        window.press("#transfer-go");
    }

    @Test
    void theFileIsMadeAndItsPassphraseShownOnceAndCopied() throws Exception {
        String phrase;
        try (var window = new StartedWindow(oldFolder, prompt -> here.open(), always())) {
            window.press("#nav-settings").press("#make-transfer").press("#transfer-go");
            Fx.await("the passphrase", () -> isThere(window, "#transfer-phrase"));
            phrase = typed(window, "#transfer-phrase");
            assertThat(phrase).matches("[a-z]{5}( [a-z]{5}){5}");
            assertThat(Fx.get(() -> window.text("#transfer-said"))).contains(file().toString(), "with 1 connection,");
            assertThat(Fx.get(() -> window.stage().getScene().getFocusOwner().getId())).isEqualTo("transfer-copy");
            Fx.run(() -> window.stage().getScene().getFocusOwner().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "",
                    KeyCode.ESCAPE, false, false, false, false)));
            assertThat(Fx.get(() -> isThere(window, "#transfer-phrase"))).isTrue();
            window.press("#transfer-copy");
            assertThat(Fx.get(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(phrase);
            var shown = (TextField) window.node("#transfer-phrase");

            window.press("#transfer-done");

            Fx.await("the card is gone", () -> !isThere(window, "#transfer-make"));
            String left = Fx.get(shown::getText);
            assertThat(left).isEmpty();
        }
        var there = new WholeLoupe(temporary.resolve("there"));
        try (OpenLoupe loupe = there.open(); Secret secret = Secret.ofChars(phrase)) {
            loupe.transfers().bring(file(), secret, new CancelToken(), (done, of) -> {});
            assertThat(new SettingsFile(temporary.resolve("there")).read()).containsEntry("settings.look", "dark");
        }
    }

    private void made() throws ProblemException {
        try (OpenLoupe loupe = here.open(); Secret secret = Secret.ofChars(PHRASE)) {
            assertThat(loupe.transfers().make(file(), false, secret, new CancelToken(), (done, of) -> {}))
                    .isEqualTo(new Made(1, 0, List.of(), new Owned(0, 0)));
        }
    }

    @Test
    void aNewComputerHasItsWindowWithWhatWasBroughtIn() throws Exception {
        made();
        Path folder = temporary.resolve("there");
        var there = new WholeLoupe(folder);
        try (var window = new StartedWindow(folder, prompt -> there.open(), always())) {
            bring(window, "another phrase");
            Fx.await("told", () -> window.text("#transfer-note").contains("not the passphrase of the file"));
            assertThat(Fx.get(() -> Objects.requireNonNull(window.root().lookup("#transfer-typed")).isDisabled()))
                    .isFalse();
            var field = (SecretField) window.node("#transfer-typed");
            Fx.run(() -> field.setText(PHRASE.toUpperCase(Locale.ROOT)));
            window.press("#transfer-go");
            Fx.await("brought in", () -> window.text("#transfer-said").contains("1 new connection"));
            assertThat(Fx.get(() -> window.root().lookupAll(".label").stream().map(Labeled.class::cast)
                    .map(Labeled::getText).toList())).contains("New: Acme (https://erp.example.com, database prod)");

            window.press("#transfer-done");

            Fx.await("the connection is listed", () -> isThere(window, ".connection"));
            assertThat(Fx.get(() -> window.remembered().get("settings.look"))).isEqualTo("dark");
        }
        try (OpenLoupe loupe = there.open()) {
            assertThat(loupe.connections().list()).extracting(ConnectionProfile::name).containsExactly("Acme");
        }
    }

    /** The vault has its part, and the book has none: the connections are here, so the window shows them. */
    @Test
    void whatCameInPartIsInTheWindowToo() throws Exception {
        made();
        Path folder = temporary.resolve("there");
        var there = new WholeLoupe(folder);
        try (var window = new StartedWindow(folder, prompt -> there.open(), always())) {
            Fx.await("the files are open", () -> isThere(window, "#bring-transfer"));
            // the vault is rewritten when all is in it, before the book counts
            Path rewrite = folder.resolve("vault-rewrite.mv.db");
            Files.createDirectories(rewrite.resolve("in the way"));
            bring(window, PHRASE);
            Fx.await("told", () -> window.text("#transfer-note").contains("only in part"));
            Files.delete(rewrite.resolve("in the way"));
            Files.delete(rewrite);

            window.press("#transfer-cancel");

            Fx.await("the connection is listed", () -> isThere(window, ".connection"));
            assertThat(Fx.get(() -> window.remembered().get("settings.look"))).isEqualTo("dark");
        }
    }
}
