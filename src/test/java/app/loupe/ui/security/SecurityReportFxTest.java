package app.loupe.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import testkit.window.Fx;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** The report goes to its place as every exported file does: whole, for this account alone, and through no link. */
class SecurityReportFxTest {
    private final WindowKit kit = new WindowKit();

    @TempDir
    Path folder;

    @BeforeEach
    void begin() {
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private void save(Path place) {
        kit.chosenFile = Optional.of(place);
        kit.openLoaded();
        kit.press("#nav-security");
        Fx.await("checked", () -> kit.find(".check-row") != null);
        kit.press("#save-report");
        kit.awaitQuiet();
    }

    private boolean says(String part) {
        return Fx.get(() -> kit.seen(".security-page > .muted")).stream().anyMatch(line -> line.contains(part));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "POSIX permissions and links")
    void isForThisAccountAloneAndFollowsNoLink() throws Exception {
        Path other = Files.writeString(folder.resolve("other.txt"), "somebody's own");
        Path place = Files.createSymbolicLink(folder.resolve("report.txt"), other);

        save(place);

        assertThat(says("saved as " + place)).isTrue();
        assertThat(other).hasContent("somebody's own");
        assertThat(place).isRegularFile().content().contains("[kept] Passwords are ciphertext");
        assertThat(Files.isSymbolicLink(place)).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place))).isEqualTo("rw-------");
    }

    @Test
    void aNameWithoutTheEndingGetsIt() {
        save(folder.resolve("report"));

        assertThat(says("saved as " + folder.resolve("report.txt"))).isTrue();
        assertThat(folder.resolve("report.txt")).exists();
        assertThat(folder.resolve("report")).doesNotExist();
    }

    /** The dialog asked for the name that it was given, and not for this one. */
    @Test
    void aFileThatHasTheNameWithTheEndingStays() throws Exception {
        Path other = Files.writeString(folder.resolve("report.txt"), "somebody's own");

        save(folder.resolve("report"));

        assertThat(says("This file is there already")).isTrue();
        assertThat(other).hasContent("somebody's own");
    }

    @Test
    void whatCannotBeWrittenIsSaid() {
        Path missing = folder.resolve("missing");

        save(missing.resolve("report.txt"));

        assertThat(says(missing.toString())).isTrue();
        assertThat(missing).doesNotExist();
    }
}
