package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.InvoiceKey;
import app.loupe.ui.common.Destination;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.window.Clicks;
import testkit.window.Fx;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

class NavigationFxTest {
    private final WindowKit kit = new WindowKit();

    @BeforeEach
    void open() {
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        kit.openLoaded();
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private void press(KeyCode code, boolean control, boolean alt) {
        Fx.run(() -> owner().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, alt, false)));
    }

    private void type(String character) {
        Fx.run(() -> owner().fireEvent(
                new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false)));
    }

    private Node owner() {
        Node owner = kit.stage().getScene().getFocusOwner();
        return owner == null ? kit.root() : owner;
    }

    private void mouse(MouseButton button) {
        Fx.run(() -> kit.root().fireEvent(new MouseEvent(MouseEvent.MOUSE_PRESSED, 0, 0, 0, 0, button, 1, false, false,
                false, false, false, false, false, false, false, false, null)));
    }

    private boolean sees(String selector) {
        return Fx.get(() -> kit.find(selector) != null);
    }

    /** The first screen of this test is a search field, which has the keys after the start: there the sign is text. */
    private void askForTheSheet() {
        Fx.run(kit.root()::requestFocus);
        type("?");
    }

    /** A page that was never seen gets its inner nodes with the next pulse. */
    private void awaitSight(String selector) {
        Fx.await(selector, () -> kit.find(selector) != null);
    }

    private void search(String text) {
        Fx.run(() -> ((TextField) kit.root().lookup("#search")).setText(text));
    }

    private String searched() {
        return Fx.get(() -> ((TextField) kit.root().lookup("#search")).getText());
    }

    @Test
    void keysLeadBackAndForwardThroughWhatWasShown() {
        search("overdue");
        kit.press("#nav-synclog");
        awaitSight("#runs");

        press(KeyCode.LEFT, false, true);
        assertThat(searched()).isEqualTo("overdue");
        press(KeyCode.RIGHT, false, true);
        awaitSight("#runs");
        press(KeyCode.OPEN_BRACKET, true, false);
        awaitSight("#search");
        press(KeyCode.CLOSE_BRACKET, true, false);
        awaitSight("#runs");
    }

    @Test
    void theButtonsOfTheMouseDoToo() {
        kit.press("#nav-synclog");

        mouse(MouseButton.BACK);
        awaitSight("#search");
        mouse(MouseButton.FORWARD);
        awaitSight("#runs");
        mouse(MouseButton.MIDDLE);
        awaitSight("#runs");
    }

    @Test
    void aScreenLeadsToAnInvoiceOfAnotherConnectionAndBackToTheChoice() {
        Fx.run(() -> kit.findAll(".connection-line").getFirst().fireEvent(Clicks.primary()));
        kit.press("#nav-synclog");
        var destination = new Destination.OneInvoice(new InvoiceKey(WindowSamples.HARBOUR, 7));

        Fx.run(() -> kit.navigator().open(destination));

        assertThat(kit.invoices().opened).containsExactly(destination);
        assertThat(kit.invoices().selections.getLast()).extracting(profile -> profile.id())
                .containsExactly(WindowSamples.HARBOUR);
        press(KeyCode.LEFT, false, true);
        awaitSight("#runs");
        assertThat(selectedConnections()).containsExactly(true, false, false);
    }

    private List<Boolean> selectedConnections() {
        return Fx.get(() -> kit.findAll(".connection-line").stream()
                .map(line -> line.getPseudoClassStates().toString().contains("selected")).toList());
    }

    @Test
    void aStepToAConnectionThatIsGoneShowsAll() {
        Fx.run(() -> kit.findAll(".connection-line").getFirst().fireEvent(Clicks.primary()));
        kit.press("#nav-synclog");
        kit.press(".connection-delete");
        kit.press("#delete-yes");
        Fx.await("deleted", () -> kit.findAll(".connection-line").size() == 2);

        press(KeyCode.LEFT, false, true);

        awaitSight("#search");
        assertThat(selectedConnections()).containsExactly(false, false);
    }

    @Test
    void theSheetListsEveryKeyThatIsInstalled() {
        askForTheSheet();

        List<String> keys = kit.texts("#shortcut-sheet .key");
        List<KeyCodeCombination> all = Fx.get(() -> kit.stage().getScene().getAccelerators().keySet().stream()
                .map(KeyCodeCombination.class::cast).toList());
        List<String> installed = all.stream().filter(key -> !key.getCode().isKeypadKey())
                .map(KeyCombination::getDisplayText).toList();
        assertThat(installed).isNotEmpty();
        assertThat(all.stream().map(KeyCodeCombination::getCode).filter(KeyCode::isKeypadKey))
                .as("which the sheet names as that of the upper row").containsExactly(KeyCode.NUMPAD0);
        assertThat(keys).containsAll(installed).contains("?").doesNotHaveDuplicates();
        assertThat(kit.texts("#shortcut-sheet .shortcut-name")).contains("Search", "Back", "Invoices", "Security")
                .doesNotContain("Overview").doesNotHaveDuplicates();
    }

    @Test
    void underTheSheetKeysRestAndEscapeClosesIt() {
        kit.press("#nav-synclog");
        askForTheSheet();
        assertThat(sees("#shortcut-sheet")).isTrue();

        press(KeyCode.LEFT, false, true);
        mouse(MouseButton.BACK);
        awaitSight("#runs");
        press(KeyCode.ESCAPE, false, false);

        assertThat(sees("#shortcut-sheet")).isFalse();
    }

    @Test
    void aQuestionMarkInASearchIsText() {
        press(KeyCode.F, true, false);
        kit.layOut();

        type("?");

        assertThat(sees("#shortcut-sheet")).isFalse();
        assertThat(searched()).isEqualTo("?");
    }
}
