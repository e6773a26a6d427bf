package app.loupe.ui.common;

import javafx.scene.input.KeyCombination;

/**
 * A key that one screen takes for itself.
 *
 * @param name what it does, in the owner's words
 */
public record ScreenKey(String name, KeyCombination key) {}
