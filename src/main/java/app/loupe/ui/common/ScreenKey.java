package app.loupe.ui.common;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;

/**
 * A key that one screen takes for itself.
 *
 * @param name what it does, in the owner's words
 * @param others that do the same
 */
public record ScreenKey(String name, KeyCombination key, List<KeyCombination> others) {
    /** Copies the keys. */
    public ScreenKey {
        others = List.copyOf(others);
    }

    /** The only key for it. */
    public ScreenKey(String name, KeyCombination key) {
        this(name, key, List.of());
    }

    /** All of them, the one to be named first. */
    public List<KeyCombination> all() {
        return Stream.concat(Stream.of(key), others.stream()).toList();
    }
}
