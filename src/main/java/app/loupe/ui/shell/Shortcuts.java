package app.loupe.ui.shell;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The keys of the window: Ctrl (Cmd on macOS) with F, N, R and the digits of the screens. They rest under a dialog. */
final class Shortcuts {
    private static final KeyCode[] DIGITS = {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4,
        KeyCode.DIGIT5, KeyCode.DIGIT6, KeyCode.DIGIT7, KeyCode.DIGIT8, KeyCode.DIGIT9};

    private final Shell shell;

    Shortcuts(Shell shell) {
        this.shell = shell;
    }

    void install(Scene scene) {
        put(scene, KeyCode.F, shell::search);
        put(scene, KeyCode.N, shell::addConnection);
        put(scene, KeyCode.R, shell::syncChosen);
        for (int i = 0; i < Math.min(shell.screens(), DIGITS.length); i++) {
            int index = i;
            put(scene, DIGITS[i], () -> shell.show(index));
        }
    }

    private void put(Scene scene, KeyCode key, Runnable action) {
        scene.getAccelerators().put(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN), () -> {
            if (!shell.isDialogOpen()) {
                action.run();
            }
        });
    }
}
