package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.window.Fx;

/**
 * Whoever changes the screen by key goes on by key there, wherever the focus was before; and whoever starts or unlocks, where they
 * were.
 */
class KeysIntoScreensFxTest {
    private static final List<KeyCode> DIGITS = List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4,
            KeyCode.DIGIT5, KeyCode.DIGIT6, KeyCode.DIGIT7, KeyCode.DIGIT8, KeyCode.DIGIT9);

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

    private Node focused() {
        return Objects.requireNonNull(window.stage().getScene().getFocusOwner());
    }

    private void focus(String selector) {
        Fx.run(() -> window.root().lookup(selector).requestFocus());
        assertThat(Fx.get(() -> focused().getId())).isEqualTo(selector.substring(1));
    }

    private static boolean isInside(Node part, Node whole) {
        return Stream.iterate(part, Objects::nonNull, Node::getParent).anyMatch(whole::equals);
    }

    private boolean isInScreen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains("main")) {
                return true;
            }
        }
        return false;
    }

    private void assertFocusInScreen(String after) {
        assertThat(Fx.get(() -> isInScreen(focused()))).as(after).isTrue();
    }

    @Test
    void everyDigitLeadsOutOfTheSidebar() {
        for (KeyCode digit : DIGITS) {
            focus("#nav-help");

            window.press(digit);

            assertFocusInScreen(digit.getName());
            if (digit == KeyCode.DIGIT1) {
                // the page itself or its first figure: it has no list
                assertThat(Fx.get(() -> isInside(focused(), window.root().lookup(".overview")))).isTrue();
            } else {
                assertThat(Fx.get(this::focused)).as(digit.getName()).isInstanceOf(TableView.class);
            }
        }
    }

    @Test
    void settingsAndTheGuideAreReadByKey() {
        focus("#nav-help");
        window.press(KeyCode.COMMA);
        assertThat(Fx.get(this::focused)).isInstanceOf(ScrollPane.class);
        assertFocusInScreen("settings");

        focus("#nav-help");
        Fx.run(() -> Objects.requireNonNull(window.stage().getScene().getAccelerators()
                .get(new KeyCodeCombination(KeyCode.F1))).run());
        assertThat(Fx.get(this::focused)).isInstanceOf(ScrollPane.class);
        assertFocusInScreen("the guide");
    }

    @Test
    void theWaysBackAndForwardLeadThereToo() {
        window.press(KeyCode.DIGIT2).press(KeyCode.DIGIT3).press(KeyCode.DIGIT5);
        for (KeyCode turn : List.of(KeyCode.OPEN_BRACKET, KeyCode.OPEN_BRACKET, KeyCode.CLOSE_BRACKET,
                KeyCode.CLOSE_BRACKET)) {
            focus("#nav-help");

            window.press(turn);

            assertThat(Fx.get(this::focused)).as(turn.getName()).isInstanceOf(TableView.class);
            assertFocusInScreen(turn.getName());
        }
    }

    @Test
    void whereTheFocusIsInTheScreenAlreadyItStays() {
        window.press(KeyCode.DIGIT2).press(KeyCode.F);
        Node search = Fx.get(this::focused);

        window.press(KeyCode.DIGIT2);

        assertThat(Fx.get(this::focused)).isSameAs(search);
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
        assertThat(Fx.get(() -> isInside(focused(), window.root().lookup(".overview")))).isTrue();
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
        assertThat(Fx.get(() -> isInside(focused(), window.root().lookup(".invoice-table")))).isTrue();
        assertThat(Fx.get(this::chosenRow)).isEqualTo(3);
        Fx.run(() -> window.stage().getScene().getFocusOwner().fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, false, false)));
        assertThat(Fx.get(this::chosenRow)).isEqualTo(4);
    }
}
