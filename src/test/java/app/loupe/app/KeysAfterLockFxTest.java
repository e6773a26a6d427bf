package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemException;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.window.Fx;

/** Whoever unlocks goes on by key where they were, and a start puts the keys into the screen. */
class KeysAfterLockFxTest {
    @TempDir
    private Path folder;

    private StartedWindow window;

    @BeforeEach
    void openSample() throws ProblemException {
        var bench = new WholeLoupe(folder);
        try (OpenLoupe loupe = bench.open()) {
            WholeLoupe.sync(loupe, loupe.connections().addSample().id());
        }
        window = new StartedWindow(folder, prompt -> bench.open());
        window.node(".overview-figures");
    }

    @AfterEach
    void close() {
        window.close();
    }

    private boolean isFocusInside(String styleClass) {
        Node at = window.stage().getScene().getFocusOwner();
        while (at != null && !at.getStyleClass().contains(styleClass)) {
            at = at.getParent();
        }
        return at != null;
    }

    private int chosenRow() {
        return ((TableView<?>) Objects.requireNonNull(window.root().lookup(".invoice-table"))).getSelectionModel()
                .getSelectedIndex();
    }

    private void awaitOpenInvoice() {
        Fx.await("an invoice is open", () -> window.root().lookup(".detail-number") instanceof Labeled label
                && !label.getText().isEmpty() && window.root().lookup(".totals-grid") != null);
    }

    @Test
    void aStartPutsTheKeysIntoTheScreen() {
        assertThat(Fx.get(() -> isFocusInside("overview"))).isTrue();
    }

    @Test
    void afterALockTheListTakesTheKeysAgain() {
        window.press("#nav-invoices");
        window.rows(".invoice-table", 6);
        Fx.run(() -> ((TableView<?>) window.root().lookup(".invoice-table")).getSelectionModel().select(3));
        awaitOpenInvoice();
        window.press(KeyCode.L);
        Fx.await("locked", () -> window.root().lookup("#opening-again") instanceof Labeled button
                && button.isVisible() && button.getText().equals("Unlock"));

        window.press("#opening-again");

        awaitOpenInvoice();
        assertThat(Fx.get(() -> isFocusInside("invoice-table"))).isTrue();
        assertThat(Fx.get(this::chosenRow)).isEqualTo(3);
        Fx.run(() -> window.stage().getScene().getFocusOwner().fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, false, false)));
        assertThat(Fx.get(this::chosenRow)).isEqualTo(4);
    }
}
