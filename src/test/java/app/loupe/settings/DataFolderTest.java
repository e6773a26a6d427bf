package app.loupe.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataFolderTest {
    private static final Path HOME = Path.of("/home/ann");

    private static Path usual(String os, Map<String, String> environment) {
        return DataFolder.usual(new Surroundings(os, environment, HOME));
    }

    @Test
    void linuxFollowsTheXdgFolder() {
        assertThat(usual("Linux", Map.of("XDG_DATA_HOME", "/data/ann"))).isEqualTo(Path.of("/data/ann/loupe"));
    }

    @Test
    void linuxFallsBackToLocalShare() {
        assertThat(usual("Linux", Map.of())).isEqualTo(HOME.resolve(".local/share/loupe"));
        assertThat(usual("Linux", Map.of("XDG_DATA_HOME", ""))).isEqualTo(HOME.resolve(".local/share/loupe"));
    }

    @Test
    void aRelativeXdgFolderIsIgnored() {
        assertThat(usual("Linux", Map.of("XDG_DATA_HOME", "data"))).isEqualTo(HOME.resolve(".local/share/loupe"));
    }

    @Test
    void macUsesApplicationSupport() {
        assertThat(usual("Mac OS X", Map.of("XDG_DATA_HOME", "/data")))
                .isEqualTo(HOME.resolve("Library/Application Support/Loupe"));
    }

    @Test
    void windowsUsesTheLocalProfileFolder() {
        assertThat(usual("Windows 11", Map.of("LOCALAPPDATA", "/profile/Local")))
                .isEqualTo(Path.of("/profile/Local/Loupe"));
        assertThat(usual("Windows 11", Map.of())).isEqualTo(HOME.resolve("AppData/Local/Loupe"));
    }
}
