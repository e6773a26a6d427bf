package app.loupe.ui.common;

import java.util.Map;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCombination;

/**
 * Says a key as it is written on the owner's keyboard. The toolkit knows the English words alone, Ctrl and Shift, beside the
 * signs of a Mac; any thread.
 */
public final class KeyNames {
    private static final Pattern HELD = Pattern.compile("(Ctrl|Shift)\\+");
    private static final Map<String, String> TEXTS = Map.of("Ctrl", "keys.ctrl", "Shift", "keys.shift");

    private KeyNames() {}

    /** The key with what is held down beside it, as "Strg+Umschalt+C". */
    public static String of(KeyCombination key, Wording wording) {
        return HELD.matcher(key.getDisplayText())
                .replaceAll(held -> wording.get(TEXTS.getOrDefault(held.group(1), "keys.ctrl")) + "+");
    }
}
