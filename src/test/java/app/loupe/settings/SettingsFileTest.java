package app.loupe.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.Links;
import testkit.foreign.FileRules;
import testkit.foreign.ForeignFileSystem;

class SettingsFileTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve(SettingsFile.NAME);
    }

    @Test
    void whatWasWrittenIsReadAndNothingElseIsLeftBehind() throws IOException {
        var settings = new SettingsFile(folder);
        settings.write(Map.of("screen", "nav-synclog"));
        settings.write(Map.of("window.x", "12", "columns.widths", "NUMBER=11.5,TOTAL=8"));

        assertThat(settings.read()).isEqualTo(Map.of("window.x", "12", "columns.widths", "NUMBER=11.5,TOTAL=8"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void aFirstStartHasNone() {
        assertThat(new SettingsFile(folder).read()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"screen=\\u12", "\\uZZZZ"})
    void aDamagedFileCountsAsNone(String content) throws IOException {
        Files.writeString(file(), content);

        assertThat(new SettingsFile(folder).read()).isEmpty();
    }

    @Test
    void bytesThatAreNoTextAndAFileThatIsTooLargeCountAsNone() throws IOException {
        Files.write(file(), new byte[] {(byte) 0xc3, (byte) 0x28, 0, 7});
        assertThat(new SettingsFile(folder).read()).isEmpty();

        Files.writeString(file(), "a=b\n".repeat(100_000));
        assertThat(new SettingsFile(folder).read()).isEmpty();
    }

    @Test
    void noLinkIsFollowedAndAFolderInThePlaceOfTheFileDoesNoHarm() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "screen=stolen");
        Links.make(file(), elsewhere);
        var settings = new SettingsFile(folder);

        assertThat(settings.read()).isEmpty();
        settings.write(Map.of("screen", "own"));
        assertThat(Files.readString(elsewhere)).isEqualTo("screen=stolen");
        assertThat(settings.read()).containsEntry("screen", "own");

        Files.delete(file());
        Files.createDirectory(file());
        Files.createFile(file().resolve("inside"));
        settings.write(Map.of("screen", "own"));
        assertThat(settings.read()).isEmpty();
    }

    @Test
    void theFileIsTheAccountsAlone() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");

        new SettingsFile(folder).write(Map.of("screen", "own"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
    }

    @ParameterizedTest
    @EnumSource(FileRules.class)
    void aWholeFileThatCannotBeReadForAMomentIsNotReplacedByTheUsualSettings(FileRules rules) {
        new SettingsFile(folder).write(Map.of("settings.look", "dark"));
        Path seen = ForeignFileSystem.seenAs(rules, folder);
        var system = (ForeignFileSystem) seen.getFileSystem();
        var atStart = new SettingsFile(seen);
        system.refuseReading(true);
        assertThat(atStart.read()).isEmpty();

        system.refuseReading(false);
        atStart.write(Map.of("screen", "nav-overview"));
        assertThat(new SettingsFile(folder).read()).as("what the usual ones would have replaced")
                .isEqualTo(Map.of("settings.look", "dark"));

        var atTheEnd = new SettingsFile(seen);
        assertThat(atTheEnd.read()).containsEntry("settings.look", "dark");
        system.refuseReading(true);
        atTheEnd.write(Map.of("screen", "nav-overview"));
        system.refuseReading(false);
        assertThat(new SettingsFile(folder).read()).isEqualTo(Map.of("settings.look", "dark"));
    }

    @Test
    void whatAnotherWroteMeanwhileStaysAndWhatWasTakenAwayHereGoes() {
        var window = new SettingsFile(folder);
        window.write(Map.of("screen", "nav-overview", "window.x", "12"));
        new SettingsFile(folder).write(Map.of("settings.look", "dark", "screen", "nav-aged"));

        window.write(Map.of("screen", "nav-invoices"));

        assertThat(window.read()).isEqualTo(Map.of("screen", "nav-invoices", "settings.look", "dark"));
        window.write(Map.of("screen", "nav-invoices"));
        assertThat(window.read()).isEqualTo(Map.of("screen", "nav-invoices"));
    }
}
