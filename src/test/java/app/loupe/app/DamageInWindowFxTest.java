package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.Secret;
import app.loupe.settings.DataFolder;
import app.loupe.store.ChangedFile;
import app.loupe.store.VaultFile;
import app.loupe.vault.SealedVault;
import app.loupe.vault.VaultOpener;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;
import testkit.FakeKeyHolder;
import testkit.window.Fx;

/** Whoever meets damage while the window is open: its lists show at once what the new file holds. */
class DamageInWindowFxTest {
    @TempDir
    private Path folder;

    private final AtomicReference<@Nullable OpenLoupe> behind = new AtomicReference<>();
    private WholeLoupe bench;
    private ConnectionId sample;
    private InvoiceKey spoilt;

    /** Lists do not read the word that is spoilt, the invoice itself does. */
    @BeforeEach
    void fillAndSpoil() throws Exception {
        bench = new WholeLoupe(folder);
        try (OpenLoupe loupe = bench.open()) {
            sample = loupe.connections().addSample().id();
            WholeLoupe.sync(loupe, sample);
            spoilt = WholeLoupe.rows(loupe, sample).getFirst().key();
        }
        try (VaultFile rows = VaultFile.open(DataFolder.open(folder).path(), false, WholeLoupe.ACCOUNT);
                SealedVault vault = new VaultOpener(WholeLoupe.CLOCK).open(rows, bench.keyring,
                        FakeKeyHolder.passphrase());
                Secret key = vault.storeKey()) {
            ChangedFile.of(folder, key,
                    "UPDATE invoice SET state = 'x' WHERE connection_id = '" + sample.value() + "'");
        }
    }

    private StartedWindow window() {
        return new StartedWindow(folder, prompt -> {
            OpenLoupe loupe = bench.open();
            behind.set(loupe);
            return loupe;
        });
    }

    private void meet() {
        OpenLoupe loupe = Objects.requireNonNull(behind.get());
        assertThatThrownBy(() -> loupe.invoices().invoice(spoilt)).hasMessage(ProblemCode.STORE_DAMAGED.key());
    }

    private static boolean isEmpty(StartedWindow window) {
        return !(window.root().lookup(".table-view") instanceof TableView<?> table)
                || table.getItems().isEmpty();
    }

    @Test
    void theListThatIsSeenShowsItAtOnce() {
        try (StartedWindow window = window()) {
            window.press("#nav-customers").rows(".table-view", 1);

            meet();

            Fx.await("the rows are gone", () -> isEmpty(window));
        }
    }

    /** As before a lock or another language, which fill the window anew. */
    @Test
    void alsoOnceTheWindowWasFilledAnew() {
        try (StartedWindow window = window()) {
            window.press("#nav-customers").rows(".table-view", 1);
            window.press(KeyCode.L);
            Fx.await("locked", () -> window.text("#opening-again").equals("Unlock"));
            window.press("#opening-again").node(".sidebar");
            window.press("#nav-customers").rows(".table-view", 1);

            meet();

            Fx.await("the rows are gone", () -> isEmpty(window));
        }
    }

    @Test
    void whoClickedTheInvoiceIsStillToldWhy() {
        String title = WholeLoupe.TEXTS.title(Problem.of(ProblemCode.STORE_DAMAGED));
        try (StartedWindow window = window()) {
            TableView<?> table = window.press("#nav-invoices").rows(".table-view", 1);
            window.open(table, 0);

            Fx.await("it is told", () -> HiddenAmountsFxTest.said(window.root()).stream()
                    .anyMatch(text -> text.startsWith(title)));
            Fx.await("the rows are gone", () -> isEmpty(window));
            Fx.await("it is told still", () -> HiddenAmountsFxTest.said(window.root()).stream()
                    .anyMatch(text -> text.startsWith(title)));
        }
    }
}
