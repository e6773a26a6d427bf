package app.loupe.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.foreign.FileRules;
import testkit.foreign.ForeignFileSystem;

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

    private static Path home(FileRules rules, String home) {
        return new ForeignFileSystem(rules, Path.of("/below")).getPath(home);
    }

    @Test
    void windowsTakesADriveOrAServer() {
        Path home = home(FileRules.WINDOWS, "C:\\Users\\ann");
        for (String local : List.of("D:\\Profiles\\ann\\Local", "\\\\server\\home$\\ann\\Local")) {
            var given = new Surroundings("Windows 11", Map.of("LOCALAPPDATA", local, "APPDATA", "C:\\Roaming"), home);

            assertThat(DataFolder.usual(given)).isEqualTo(home.getFileSystem().getPath(local).resolve("Loupe"));
        }
    }

    /** OneDrive and roaming profiles carry files away: neither has a say. */
    @ParameterizedTest
    @ValueSource(strings = {"", "Local", "\\Local", "C:Local", "\"C:\\Users\\ann\\AppData\\Local\"", "C:\\what?"})
    void whatIsNoFolderOnWindowsIsIgnored(String local) {
        Path home = home(FileRules.WINDOWS, "C:\\Users\\ann");
        var given = new Surroundings("Windows 11", Map.of("LOCALAPPDATA", local, "APPDATA", "C:\\Roaming", "OneDrive",
                "C:\\Users\\ann\\OneDrive", "XDG_DATA_HOME", "C:\\xdg"), home);

        assertThat(DataFolder.usual(given))
                .isEqualTo(home.getFileSystem().getPath("C:\\Users\\ann\\AppData\\Local\\Loupe"));
    }

    @Test
    void whatIsNoPathOnLinuxIsIgnored() {
        assertThat(usual("Linux", Map.of("XDG_DATA_HOME", "/data\0"))).isEqualTo(HOME.resolve(".local/share/loupe"));
    }
}
