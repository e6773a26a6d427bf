package app.loupe.ui.shell;

import app.loupe.ui.common.PageId;
import app.loupe.ui.common.Screen;
import app.loupe.ui.common.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * The keys of the window: one table, from which they are installed and which the {@link ShortcutSheet} shows. They rest
 * under a dialog, but for those that keep eyes away.
 */
final class Shortcuts {
    private static final KeyCode[] DIGITS = {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4,
        KeyCode.DIGIT5, KeyCode.DIGIT6, KeyCode.DIGIT7, KeyCode.DIGIT8, KeyCode.DIGIT9};

    private final Shell shell;
    private final Journey journey;
    private final List<Shortcut> table = new ArrayList<>();
    private final Set<Shortcut> restless = new HashSet<>();
    /** Those of single screens, which take them themselves. */
    private final List<Shortcut> ofScreens;

    Shortcuts(Shell shell, Journey journey, Wording wording) {
        this.shell = shell;
        this.journey = journey;
        add(wording.get("keys.search"), shell::search, withCtrl(KeyCode.F));
        add(wording.get("keys.sync"), shell::syncChosen, withCtrl(KeyCode.R));
        add(wording.get("keys.connect"), shell::addConnection, withCtrl(KeyCode.N));
        add(wording.get("keys.export"), shell::exportShown, withCtrl(KeyCode.E));
        add(wording.get("keys.print"), shell::printShown, withCtrl(KeyCode.P));
        // both on every system: Alt with an arrow moves by words in the text fields of macOS
        add(wording.get("keys.back"), this::back, withAlt(KeyCode.LEFT), withCtrl(KeyCode.OPEN_BRACKET));
        add(wording.get("keys.forward"), this::forward, withAlt(KeyCode.RIGHT), withCtrl(KeyCode.CLOSE_BRACKET));
        List<Screen> screens = journey.screens();
        for (int i = 0; i < Math.min(screens.size(), DIGITS.length); i++) {
            Screen screen = screens.get(i);
            add(wording.get("nav." + screen.page().key()), () -> go(screen.page()), withCtrl(DIGITS[i]));
        }
        add(wording.get("keys.larger"), () -> shell.resize(1), signed(KeyCode.PLUS),
                signed(KeyCode.EQUALS));
        add(wording.get("keys.smaller"), () -> shell.resize(-1), signed(KeyCode.MINUS));
        add(wording.get("keys.usual"), () -> shell.resize(0), signed(KeyCode.DIGIT0));
        restless.add(add(wording.get("keys.hide"), shell::switchHidden, withCtrl(KeyCode.B)));
        restless.add(add(wording.get("keys.lock"), shell::lock, withCtrl(KeyCode.L)));
        journey.find(PageId.SETTINGS).ifPresent(screen -> add(wording.get("nav.settings"),
                () -> go(PageId.SETTINGS), withCtrl(KeyCode.COMMA)));
        journey.find(PageId.HELP).ifPresent(screen -> add(wording.get("nav.help"), () -> go(PageId.HELP),
                new KeyCodeCombination(KeyCode.F1)));
        table.add(new Shortcut(wording.get("keys.sheet"), List.of(), "?", shell::showShortcuts));
        ofScreens = screens.stream().flatMap(screen -> screen.keys().stream())
                .map(key -> new Shortcut(key.name(), key.all(), "", () -> {})).toList();
    }

    /** Whoever comes by key goes on by key, wherever the focus was. */
    private void go(PageId page) {
        journey.go(page);
        shell.focusShown();
    }

    private void back() {
        journey.back();
        shell.focusShown();
    }

    private void forward() {
        journey.forward();
        shell.focusShown();
    }

    private Shortcut add(String name, Runnable action, KeyCombination... keys) {
        var shortcut = new Shortcut(name, List.of(keys), "", action);
        table.add(shortcut);
        return shortcut;
    }

    private static KeyCombination withCtrl(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }

    /** A sign that needs Shift on some keyboards: with it or without. */
    private static KeyCombination signed(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY);
    }

    private static KeyCombination withAlt(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.ALT_DOWN);
    }

    /** All of them, in the order in which they are shown. */
    List<Shortcut> table() {
        return Stream.concat(table.stream(), ofScreens.stream()).toList();
    }

    /** The sheet that lists them, with the way to the guide where there is one. */
    ShortcutSheet sheet(Wording wording, Runnable close) {
        return new ShortcutSheet(table(), wording, close, journey.find(PageId.HELP).map(screen -> () -> {
            close.run();
            go(PageId.HELP);
        }));
    }

    void install(Scene scene) {
        table.forEach(one -> one.keys().forEach(key -> scene.getAccelerators().put(key, () -> run(one))));
        // the same signs on the block of digits: the sheet names them once
        scene.getAccelerators().put(withCtrl(KeyCode.ADD), () -> run(() -> shell.resize(1)));
        scene.getAccelerators().put(withCtrl(KeyCode.SUBTRACT), () -> run(() -> shell.resize(-1)));
        scene.getAccelerators().put(withCtrl(KeyCode.NUMPAD0), () -> run(() -> shell.resize(0)));
        scene.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    }

    private void run(Shortcut one) {
        if (restless.contains(one)) {
            one.action().run();
        } else {
            run(one.action());
        }
    }

    private void run(Runnable action) {
        if (!shell.isDialogOpen()) {
            action.run();
        }
    }

    private void typed(KeyEvent event) {
        if (!(event.getTarget() instanceof TextInputControl)) {
            table.stream().filter(one -> !one.typed().isEmpty() && one.typed().equals(event.getCharacter())).findFirst()
                    .ifPresent(one -> {
                        run(one);
                        event.consume();
                    });
        }
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() == MouseButton.BACK || event.getButton() == MouseButton.FORWARD) {
            run(event.getButton() == MouseButton.BACK ? this::back : this::forward);
            event.consume();
        }
    }
}
