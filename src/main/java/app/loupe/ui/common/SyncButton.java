package app.loupe.ui.common;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/** "Sync now" of the chosen connections; turns to "Stop" while they sync. Any tool bar may hold one. */
public final class SyncButton extends Button {
    private final SyncControl control;
    private final Wording wording;

    /** A button over this control. */
    public SyncButton(SyncControl control, Wording wording) {
        this.control = control;
        this.wording = wording;
        setId("sync-button");
        setMinWidth(Region.USE_PREF_SIZE);
        control.running().subscribe(this::restate);
        setOnAction(event -> press());
    }

    private void press() {
        if (control.running().get()) {
            control.stop();
        } else {
            control.start();
        }
    }

    private void restate(boolean running) {
        setText(wording.get(running ? "sync.button.stop" : "sync.button.start"));
        setAccessibleText(wording.get(running ? "sync.button.stop.name" : "sync.button.start.name"));
        getStyleClass().removeAll(Styles.ACCENT, Styles.DANGER, Styles.BUTTON_OUTLINED);
        if (running) {
            getStyleClass().addAll(Styles.DANGER, Styles.BUTTON_OUTLINED);
        } else {
            getStyleClass().add(Styles.ACCENT);
        }
    }
}
