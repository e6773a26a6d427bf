package app.loupe.app;

import app.loupe.domain.Blocking;
import app.loupe.ui.settings.Preferences;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The settings that go to another computer: what the owner chose on the page of that name. Where the window stood, its columns
 * and what it has told of belong to this computer and its screen.
 *
 * @param read everything that is remembered
 * @param write remembers this
 */
record MovedSettings(Supplier<Map<String, String>> read, Consumer<Map<String, String>> write) {
    /** What was chosen here. */
    @Blocking
    Map<String, String> chosen() {
        return moving(read.get());
    }

    /** Takes what was chosen elsewhere, where nothing was chosen here. */
    @Blocking
    void take(Map<String, String> come) {
        var all = new TreeMap<>(moving(come));
        all.putAll(read.get());
        write.accept(all);
    }

    private static Map<String, String> moving(Map<String, String> all) {
        return all.entrySet().stream().filter(one -> Preferences.NAMES.contains(one.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
