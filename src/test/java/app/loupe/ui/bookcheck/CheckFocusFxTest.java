package app.loupe.ui.bookcheck;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.BookId;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.window.Clicks;
import testkit.window.Fx;
import testkit.window.Keys;
import testkit.window.ReviewSamples;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** Buttons of the book check that go when they are pressed leave the focus where the owner goes on. */
class CheckFocusFxTest {
    private final WindowKit kit = new WindowKit();

    @BeforeEach
    void open() {
        kit.copy = ReviewSamples.copy();
        kit.book.leadsTo(WindowSamples.ACME, new BookId("https://acme.example", "acme"));
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        kit.openLoaded();
        Fx.run(() -> kit.findAll(".connection-line").getFirst().fireEvent(Clicks.primary()));
        kit.press("#nav-check");
        Fx.await("checked", () -> kit.find("#check-again") != null && table().getItems().size() == 8);
    }

    @AfterEach
    void close() {
        kit.close();
    }

    @SuppressWarnings("unchecked") // the only table of the screen holds its rows
    private TableView<CheckRow> table() {
        return (TableView<CheckRow>) Objects.requireNonNull(kit.find("#findings"));
    }

    /** Presses the button with the space bar. */
    private void space(String button) {
        Fx.run(() -> Objects.requireNonNull(kit.find(button)).requestFocus());
        Keys.press(kit.stage(), KeyCode.SPACE);
    }

    private String focused() {
        return Fx.get(() -> {
            Fx.laidOut(kit.root());
            Node owner = kit.stage().getScene().getFocusOwner();
            return owner == null ? "" : String.valueOf(owner.getId());
        });
    }

    private String selected() {
        return Fx.get(() -> table().getSelectionModel().getSelectedItem() instanceof CheckRow.Entry entry
                ? entry.documents()
                : "");
    }

    /** Each kind has one finding: with it its heading goes, too. */
    @ParameterizedTest
    @CsvSource({"1, INV/2026/01182, INV/2026/01184", "5, RINV/2026/00031,", "7, INV/2026/01185,"})
    void whatTookItsPlaceIsSelectedInTheTable(int line, String first, String more) {
        Fx.run(() -> table().getSelectionModel().clearAndSelect(line));

        space("#finding-know");
        Fx.await("gone", () -> table().getItems().size() == 6);

        assertThat(selected()).isEqualTo(more == null ? first : first + ", " + more);
        assertThat(focused()).isEqualTo("findings");
    }

    @Test
    void theLastOneLeavesTheFocusInTheEmptyTable() {
        for (int left : List.of(6, 4, 2, 0)) {
            Fx.run(() -> table().getSelectionModel().clearAndSelect(1));
            space("#finding-know");
            Fx.await("gone", () -> table().getItems().size() == left);
        }

        assertThat(focused()).isEqualTo("findings");
    }

    @Test
    void takingItBackSelectsItInTheTable() {
        Fx.run(() -> table().getSelectionModel().clearAndSelect(5));
        space("#finding-know");
        Fx.await("gone", () -> table().getItems().size() == 6 && kit.find("#check-undo") != null);

        space("#check-undo");
        Fx.await("back", () -> table().getItems().size() == 8 && kit.find("#check-undo") == null);

        assertThat(selected()).isEqualTo("INV/2026/01185");
        assertThat(focused()).isEqualTo("findings");
    }

    /** The finding stays where it is, and so does who looks at it. */
    @Test
    void whereKnownOnesAreListedTheButtonKeepsTheFocus() {
        Fx.run(() -> table().getSelectionModel().clearAndSelect(5));
        space("#finding-know");
        Fx.await("gone", () -> table().getItems().size() == 6);
        kit.press("#check-known");
        Fx.await("listed", () -> table().getItems().size() == 8);
        Fx.run(() -> table().getSelectionModel().clearAndSelect(5));

        space("#finding-know");
        Fx.await("not known", () -> kit.find("#check-known") == null);

        assertThat(selected()).isEqualTo("INV/2026/01185");
        assertThat(focused()).isEqualTo("finding-know");
    }

    @Test
    void checkAgainHasTheFocusWhenTheCheckHasEnded() {
        space("#check-again");
        Fx.await("checked", () -> kit.find("#check-stop") == null && kit.find("#check-again") != null);

        assertThat(focused()).isEqualTo("check-again");
    }
}
