package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.window.ChangeSamples;
import testkit.window.Clicks;
import testkit.window.Fx;
import testkit.window.OwedSamples;
import testkit.window.ReviewSamples;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** Where the rows of a table have no menu, the keys that ask for one open none: not that of its headings either. */
class MenuKeysFxTest {
    private final WindowKit kit = new WindowKit();

    @BeforeEach
    void open() {
        kit.copy = ReviewSamples.copy();
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        OwedSamples.all(kit.reader, WindowSamples.ACME);
        ChangeSamples.all(kit.book, kit.reader, WindowSamples.ACME);
        kit.openLoaded();
        Fx.run(() -> kit.findAll(".connection-line").getFirst().fireEvent(Clicks.primary()));
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private TableView<?> table(String id) {
        return (TableView<?>) Objects.requireNonNull(kit.find(id));
    }

    @ParameterizedTest
    @CsvSource({"customers, customers", "aged, aged", "changed, changes", "check, findings"})
    void noMenuOpensWhereARowHasNone(String screen, String id) {
        kit.press("#nav-" + screen);
        Fx.await("rows", () -> kit.find("#" + id) instanceof TableView<?> view && !view.getItems().isEmpty());

        Fx.run(() -> {
            TableView<?> table = table("#" + id);
            table.requestFocus();
            table.getFocusModel().focus(0);
            table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F10, true, false, false, false));
            table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.CONTEXT_MENU, false, false, false,
                    false));
            table.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 5, 5, true, null));
            assertThat(List.copyOf(Window.getWindows())).noneMatch(PopupWindow.class::isInstance);
        });
    }
}
