package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import app.loupe.domain.Verification;
import app.loupe.domain.Verified;
import java.time.Duration;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** An owner has a copy compared from the menu of its row, sees how far it is, can stop it, and reads what it came to. */
class VerifyFxTest {
    private static final Verified ALL = new Verified(970, 970, 2);

    private final WindowKit kit = new WindowKit();

    @AfterEach
    void close() {
        kit.close();
    }

    private void harbour(boolean verified) {
        var known = new Verification(WindowSamples.NOW.plus(Duration.ofDays(7)),
                WindowSamples.NOW.minus(Duration.ofMinutes(4)), ALL);
        kit.connections.with(WindowSamples.profile(WindowSamples.HARBOUR, "Harbour Café")
                .verified(verified ? known : null));
        kit.reader.with(WindowSamples.HARBOUR, 970);
        kit.journal.runs.add(new RunRecord(WindowSamples.HARBOUR, 7, WindowSamples.NOW.minusSeconds(90),
                WindowSamples.NOW, SyncMode.VERIFY,
                new SyncReport.Done(new SyncCounts(0, 2, 968, 0, 0, 0, 0, 0, 31, verified ? ALL : null))));
        kit.openLoaded();
    }

    private MenuItem menuItem(String key) {
        return Fx.get(() -> {
            Node line = kit.findAll(".connection-line").getFirst();
            line.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 5, 5, false, null));
            return Window.getWindows().stream().filter(ContextMenu.class::isInstance).map(ContextMenu.class::cast)
                    .flatMap(menu -> menu.getItems().stream())
                    .filter(item -> item.getText().equals(kit.wording.get(key))).findFirst().orElseThrow();
        });
    }

    private static void fire(MenuItem item) {
        Fx.run(() -> {
            item.fire();
            List.copyOf(Window.getWindows()).stream().filter(PopupWindow.class::isInstance).forEach(Window::hide);
        });
    }

    @Test
    void theMenuOfARowStartsItAndStopsIt() {
        harbour(false);

        fire(menuItem("sidebar.menu.verify"));
        Fx.await("it runs", () -> kit.sync.modes.equals(List.of(SyncMode.VERIFY)) && kit.find(".thin-bar") != null);
        MenuItem again = menuItem("sidebar.menu.verify");
        assertThat(Fx.get(again::isDisable)).as("no second one beside it").isTrue();
        fire(menuItem("sidebar.menu.stop"));

        Fx.await("it is stopped", () -> kit.sync.stopped.equals(List.of(WindowSamples.HARBOUR)));
    }

    @Test
    void theRowSaysThatAllIsVerifiedAndHelpSaysWhen() {
        harbour(true);

        assertThat(kit.texts(".connection-status")).containsExactly("4 min ago · all 970 verified");
        String help = Fx.get(() -> String.valueOf(kit.findAll(".connection-line").getFirst()
                .queryAccessibleAttribute(AccessibleAttribute.HELP)));
        assertThat(help).contains("970 of 970 verified").contains("2 records were repaired");
    }

    @Test
    void theSyncLogNamesIt() {
        harbour(true);
        kit.press("#nav-synclog");
        Fx.await("the runs are read",
                () -> kit.find("#runs") instanceof TableView<?> runs && !runs.getItems().isEmpty());

        List<String> cells = Fx.get(() -> {
            var runs = (TableView<?>) kit.find("#runs");
            return runs == null
                    ? List.of()
                    : runs.getColumns().stream().map(column -> String.valueOf(column.getCellData(0))).toList();
        });
        assertThat(cells).contains("Verify", "970 of 970 verified, 2 changed",
                "Every document was compared, 2 records were repaired");
    }
}
