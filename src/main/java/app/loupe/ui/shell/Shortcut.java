package app.loupe.ui.shell;

import app.loupe.ui.common.KeyNames;
import app.loupe.ui.common.Wording;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCombination;

/**
 * A key of the window and what it does.
 *
 * @param name what it does, in the owner's words
 * @param typed a character that does the same when it is typed where no text is; empty for none
 */
record Shortcut(String name, List<KeyCombination> keys, String typed, Runnable action) {
    /** The keys as they are written on the owner's keyboard. */
    List<String> shown(Wording wording) {
        var all = new ArrayList<String>();
        if (!typed.isEmpty()) {
            all.add(typed);
        }
        keys.forEach(key -> all.add(KeyNames.of(key, wording)));
        return all;
    }
}
