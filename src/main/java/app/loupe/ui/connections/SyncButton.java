package app.loupe.ui.connections;

import app.loupe.ui.common.Wording;
import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/** "Sync now" of the chosen connections; turns to "Stop" while they sync. Any tool bar may hold one. */
public final class SyncButton extends Button {
    private final SyncRuns runs;
    private final Wording wording;

    /** A button for these runs. */
    public SyncButton(SyncRuns runs, Wording wording) {
        this.runs = runs;
        this.wording = wording;
        setId("sync-button");
        setMinWidth(Region.USE_PREF_SIZE);
        runs.chosenRunning().subscribe(this::restate);
        setOnAction(event -> press());
    }

    private void press() {
        if (runs.chosenRunning().get()) {
            runs.stopChosen();
        } else {
            runs.startChosen();
        }
    }

    private void restate(boolean running) {
        setText(wording.get(running ? "sync.button.stop" : "sync.button.start"));
        setAccessibleText(wording.get(running ? "sync.button.stop.name" : "sync.button.start.name"));
        getStyleClass().removeAll(Styles.ACCENT, Styles.DANGER);
        getStyleClass().add(running ? Styles.DANGER : Styles.ACCENT);
    }
}
