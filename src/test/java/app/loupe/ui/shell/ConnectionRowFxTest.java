package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.sync.SyncProgress;
import java.util.List;
import javafx.scene.AccessibleAction;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** One connection of the sidebar: pressed without a mouse, and asked about while it grows. */
class ConnectionRowFxTest {
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

    private void press(AccessibleAction action) {
        Fx.run(() -> kit.findAll(".connection-line").getFirst().executeAccessibleAction(action));
    }

    private String help() {
        return Fx.get(() -> kit.findAll(".connection-line").getFirst().getAccessibleHelp());
    }

    @Test
    void assistiveTechnologyPressesIt() {
        assertThat(help()).doesNotContain("Selected");

        press(AccessibleAction.FIRE);

        assertThat(help()).contains("Selected");
    }

    @Test
    void assistiveTechnologyOpensItsMenu() {
        press(AccessibleAction.SHOW_MENU);

        assertThat(Fx.get(() -> List.copyOf(Window.getWindows()).stream().anyMatch(ContextMenu.class::isInstance)))
                .isTrue();
    }

    /** A piece that stands in the middle of the bar would look like a run that stands. */
    @Test
    void aStepWithoutACountHasABarThatMoves() {
        press(AccessibleAction.FIRE);
        kit.press("#sync-button");
        Fx.await("a count", () -> bar().getProgress() > 0);

        for (SyncProgress.Step step : List.of(SyncProgress.Step.FINISHING, SyncProgress.Step.LISTING)) {
            kit.sync.reach(new SyncProgress(step, 0, 0));
            Fx.await("no count", () -> bar().isIndeterminate());
            double before = Fx.get(() -> bar().lookup(".bar").getTranslateX());
            Fx.await("moves", () -> Math.abs(bar().lookup(".bar").getTranslateX() - before) > 5);
            kit.sync.reach(new SyncProgress(SyncProgress.Step.INVOICES, 1, 2));
            Fx.await("a count again", () -> bar().getProgress() == 0.5);
        }
    }

    private ProgressBar bar() {
        return (ProgressBar) kit.findAll(".thin-bar").getFirst();
    }

    @Test
    void theQuestionCountsWhatIsThereWhenItIsAnswered() {
        press(AccessibleAction.FIRE);
        kit.press("#sync-button");
        Fx.await("running", () -> kit.sync.started.contains(WindowSamples.ACME));
        kit.press(".connection-delete");
        assertThat(question()).contains("12,480 documents");

        kit.reader.with(WindowSamples.ACME, 12_481);
        kit.sync.end();

        Fx.await("counted again", () -> kit.findAll(".delete-question > .label").getFirst() instanceof Labeled said
                && said.getText().contains("12,481 documents"));
        assertThat(Fx.get(() -> kit.findAll("#delete-keep").getFirst().getAccessibleHelp())).isEqualTo(question());
    }

    private String question() {
        return kit.texts(".delete-question > .label").getFirst();
    }
}
