package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import testkit.window.Clicks;
import testkit.window.Fx;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** A connection is deleted from its row in the sidebar, and the window goes on meanwhile. */
class SidebarDeletionFxTest {
    private final WindowKit kit = new WindowKit();

    @AfterEach
    void close() {
        kit.close();
    }

    private void three() {
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        kit.openLoaded();
    }

    private void click(int row) {
        Fx.run(() -> kit.findAll(".connection-line").get(row).fireEvent(Clicks.primary()));
    }

    /** What the menu of the first row lets the owner do. */
    private List<String> offeredByMenu() {
        return Fx.get(() -> {
            kit.findAll(".connection-line").getFirst().fireEvent(
                    new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 5, 5, false, null));
            ContextMenu menu = Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                    .map(ContextMenu.class::cast).findFirst().orElseThrow();
            List<String> offered = menu.getItems().stream().filter(item -> !item.isDisable()).map(MenuItem::getText)
                    .toList();
            menu.hide();
            return offered;
        });
    }

    private static void key(Node target, KeyCode code) {
        target.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    @Test
    void deletingAsksInTheRowAndKeepsOnEscape() {
        three();

        Fx.run(() -> key(kit.findAll(".connection-line").getFirst(), KeyCode.DELETE));
        assertThat(kit.texts(".delete-question > .label"))
                .containsExactly(
                        "Delete Acme Trading? 12,480 documents, the password, the history of changes, and your flags, notes, reviews and reminders, will be deleted now.");
        assertThat(Fx.get(() -> kit.stage().getScene().getFocusOwner().getId())).isEqualTo("delete-keep");
        Fx.run(() -> key(kit.stage().getScene().getFocusOwner(), KeyCode.ESCAPE));

        assertThat(kit.texts(".delete-question > .label")).isEmpty();
        assertThat(Fx.get(() -> kit.stage().getScene().getFocusOwner().getStyleClass())).contains("connection-line");
        assertThat(kit.connections.calls).noneMatch(call -> call.startsWith("delete"));
    }

    @Test
    void deletingTakesTheRowAwayAtOnceAndTheFocusGoesToTheNext() {
        three();

        kit.press(".connection-delete");
        kit.press("#delete-yes");

        Fx.await("the row is gone", () -> kit.findAll(".connection-name").size() == 2);
        assertThat(kit.connections.calls).contains("delete " + WindowSamples.ACME);
        assertThat(Fx.get(() -> kit.stage().getScene().getFocusOwner().getAccessibleText())).startsWith("Nordlys");
    }

    @Test
    void theHistoryStaysWhenTheOwnerSaysSo() {
        three();
        kit.press(".connection-delete");

        Fx.run(() -> ((CheckBox) kit.findAll("#delete-keep-notes").getFirst()).fire());
        assertThat(kit.texts(".delete-question > .label"))
                .containsExactly("Delete Acme Trading? 12,480 documents and the password will be deleted now.");
        kit.press("#delete-yes");

        Fx.await("the row is gone", () -> kit.findAll(".connection-name").size() == 2);
        assertThat(kit.connections.calls).contains("delete " + WindowSamples.ACME + " keeping notes");
    }

    @Test
    void deletingStopsARunThatIsUnderWayAndWaitsForItsEnd() {
        three();
        click(0);
        kit.press("#sync-button");
        Fx.await("running", () -> kit.sync.started.contains(WindowSamples.ACME));

        kit.press(".connection-delete");
        kit.press("#delete-yes");

        Fx.await("deleted", () -> kit.findAll(".connection-name").size() == 2);
        assertThat(kit.sync.stopped).containsExactly(WindowSamples.ACME);
    }

    /** Many rows are deleted in seconds: the row says how far that is, and the window goes on. */
    @Test
    void theRowSaysHowFarItsDeletionIs() {
        three();
        kit.connections.deletionTold = progress -> progress.at(341, 1_000);
        kit.connections.block();

        kit.press(".connection-delete");
        kit.press("#delete-yes");

        String says = kit.wording.get("sidebar.row.deleting-of", 34);
        Fx.await("so far", () -> kit.findAll(".connection-status").stream()
                .anyMatch(status -> ((Label) status).getText().equals(says)));
        assertThat(says).isEqualTo("Deleting · 34\u00a0%");
        ProgressBar bar = (ProgressBar) Fx.get(() -> kit.findAll(".connection .thin-bar").getFirst());
        assertThat(Fx.get(bar::isVisible)).isTrue();
        assertThat(Fx.get(bar::getProgress)).isEqualTo(0.341);
        assertThat(Fx.get(() -> kit.findAll(".connection-delete").getFirst().isDisabled())).isTrue();
        assertThat(offeredByMenu()).as("nothing can be done with the row meanwhile").isEmpty();
        click(1);
        assertThat(kit.texts(".connection-name")).hasSize(3);
    }

    /** However long it takes. */
    @Test
    void theInvoicesLeaveTheScreensWhenTheDeletionBegins() {
        three();
        click(0);
        kit.connections.block();
        kit.press(".connection-delete");
        kit.press("#delete-yes");
        Fx.await("deleting", () -> kit.connections.calls.contains("delete " + WindowSamples.ACME));

        click(0);
        assertThat(Fx.get(() -> kit.invoices().selections.getLast().stream().map(ConnectionProfile::id).toList()))
                .containsExactly(WindowSamples.NORDLYS, WindowSamples.HARBOUR);
    }

    @Test
    void noRunStartsWhileTheConnectionIsBeingDeleted() {
        three();
        kit.connections.block();
        kit.press(".connection-delete");
        kit.press("#delete-yes");
        Fx.await("deleting", () -> kit.connections.calls.contains("delete " + WindowSamples.ACME));

        click(0);
        kit.press("#sync-button");
        kit.press("#all-connections");
        kit.press("#sync-button");
        Fx.await("the others sync", () -> kit.sync.started.size() == 2);

        assertThat(kit.sync.started).containsExactlyInAnyOrder(WindowSamples.NORDLYS, WindowSamples.HARBOUR);
        assertThat(kit.texts(".connection-status")).contains(kit.wording.get("sidebar.row.deleting"));
    }

    @Test
    void aConnectionWhoseDeletionFailedSyncsAgain() {
        kit.connections.deletionProblem = Optional.of(Problem.of(ProblemCode.DISK_FULL));
        three();
        click(0);
        kit.press(".connection-delete");
        kit.press("#delete-yes");
        Fx.await("said", () -> kit.find("#problem-bar") != null);

        kit.press("#sync-button");

        Fx.await("syncing", () -> kit.sync.started.contains(WindowSamples.ACME));
    }

    /** How its last run ended, above all that it failed. */
    @Test
    void whatARowSaidItSaysAgainWhenItsDeletionFailed() {
        kit.connections.deletionProblem = Optional.of(Problem.of(ProblemCode.DISK_FULL));
        three();
        List<String> before = kit.texts(".connection-status");
        for (int row = 0; row < 3; row++) {
            int one = row;
            Fx.run(() -> kit.findAll(".connection").get(one).lookupAll(".connection-delete").stream()
                    .map(Button.class::cast).findFirst().orElseThrow().fire());
            int calls = kit.connections.calls.size();
            kit.press("#delete-yes");
            Fx.await("refused", () -> kit.connections.calls.stream().skip(calls)
                    .anyMatch(call -> call.startsWith("delete ")));
            Fx.await("over", () -> kit.findAll(".connection-status").stream()
                    .noneMatch(status -> ((Label) status).getText().startsWith("Deleting")));
        }

        assertThat(before).contains("Sign-in refused");
        assertThat(kit.texts(".connection-status")).isEqualTo(before);
    }

    @Test
    void aDeletionThatLeavesAnOldKeySaysSo() {
        kit.connections.deletionNotice = Optional.of(Problem.of(ProblemCode.REKEY_PENDING));
        three();

        kit.press(".connection-delete");
        kit.press("#delete-yes");

        Fx.await("the notice is shown", () -> kit.find("#problem-bar") != null);
    }

    @Test
    void theLastConnectionDeletedLeadsBackToTheWelcome() {
        kit.connections.with(WindowSamples.profile(WindowSamples.ACME, "Acme"));
        kit.openLoaded();

        kit.press(".connection-delete");
        kit.press("#delete-yes");

        Fx.await("the row is gone", () -> kit.findAll(".connection-name").isEmpty());
        assertThat(kit.connections.list()).isEmpty();
        assertThat(Fx.get(() -> kit.find(".welcome"))).isNotNull();
    }
}
