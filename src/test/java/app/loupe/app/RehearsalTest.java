package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rehearsal of packaging cannot be started by accident, and never near an owner's data or keyring. */
class RehearsalTest {
    private static final List<String> PACKAGING = List.of("-Xmx384m", "-XX:AOTCacheOutput=/tmp/a.aot",
            "-Dglass.platform=Headless");

    private static final Rehearsal.MadeSession OWNERS = new Rehearsal.MadeSession("/home/ann",
            "unix:path=/run/user/1000/bus");

    @TempDir
    Path folder;

    @Test
    void packagingRehearsesInANewFolder() {
        assertThat(
                Rehearsal.refusal(List.of(folder.resolve("data").toString()), PACKAGING, folder.resolve("usual"),
                        OWNERS))
                .isEmpty();
    }

    @Test
    void theFirstCommandThatOpensTheFolderMakesIt() {
        assertThat(Rehearsal.COMMANDS.stream().filter(command -> !command.equals(List.of("--help"))).findFirst())
                .contains(List.of("connections", "add", "--sample"));
    }

    @Test
    void nobodyElseDoes() {
        String data = folder.resolve("data").toString();
        for (List<String> other : List.of(List.<String>of(), PACKAGING.subList(0, 2), PACKAGING.subList(2, 3),
                List.of("-XX:AOTCache=/tmp/a.aot", "-Dglass.platform=Headless"))) {
            assertThat(Rehearsal.refusal(List.of(data), other, folder.resolve("usual"), OWNERS)).as(other.toString())
                    .contains("Only packaging rehearses the program: start Loupe with its own starter.");
        }
        assertThat(Rehearsal.refusal(List.of(), PACKAGING, folder, OWNERS)).isPresent();
        assertThat(Rehearsal.refusal(List.of(data, data), PACKAGING, folder.resolve("usual"), OWNERS)).isPresent();
    }

    @Test
    void noFolderThatExistsIsTaken() throws IOException {
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.writeString(full.resolve("vault.mv.db"), "of an owner");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path file = Files.writeString(folder.resolve("file"), "text");

        for (Path there : List.of(full, empty, file, folder.resolve("none/../full"))) {
            assertThat(Rehearsal.refusal(List.of(there.toString()), PACKAGING, folder.resolve("usual"), OWNERS))
                    .as(there.toString()).contains("A rehearsal makes its data folder: this one exists.");
        }
    }

    @Test
    void theFolderOfTheOwnerIsNotTakenBeforeItExists() {
        Path usual = folder.resolve("share/loupe");
        for (Path near : List.of(usual, usual.resolve("more"), folder.resolve("share"))) {
            assertThat(Rehearsal.refusal(List.of(near.toString()), PACKAGING, usual, OWNERS)).as(near.toString())
                    .isPresent();
        }
    }

    @Test
    void whoStartsItByHandIsToldSoAndNothingIsMade() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Rehearsal.class.getName(), data.toString()).start();
        try (var errors = process.errorReader(StandardCharsets.UTF_8)) {
            assertThat(errors.lines().toList())
                    .contains("Only packaging rehearses the program: start Loupe with its own starter.");
            assertThat(process.waitFor()).isEqualTo(2);
        }
        assertThat(data).doesNotExist();
    }

    @Test
    void aKeyringIsAskedInASessionOfItsOwnAlone() throws IOException {
        String data = folder.resolve("data").toString();
        List<String> own = List.of(data, "--own-session", "https://localhost:4711", "00ff");
        List<String> onADisplay = List.of("-XX:AOTCacheOutput=/tmp/a.aot");
        Path usual = folder.resolve("usual");

        var made = new Rehearsal.MadeSession(folder.toString(), "unix:path=/tmp/dbus-1");
        Files.writeString(folder.resolve("bus"), made.bus());

        assertThat(Rehearsal.refusal(own, onADisplay, usual, made)).isEmpty();
        assertThat(Rehearsal.refusal(own, List.of(), usual, made)).isPresent();
        for (List<String> other : List.of(List.of(data, "--own-session"),
                List.of(data, "--other", "https://localhost:4711", "00ff"),
                List.of(data, "--own-session", "https://odoo.example", "00ff"))) {
            assertThat(Rehearsal.refusal(other, onADisplay, usual, made)).as(other.toString()).isPresent();
        }
        for (Rehearsal.MadeSession other : List.of(OWNERS, new Rehearsal.MadeSession(OWNERS.home(), made.bus()),
                new Rehearsal.MadeSession(made.home(), OWNERS.bus()), new Rehearsal.MadeSession(made.home(), ""),
                new Rehearsal.MadeSession("", made.bus()), new Rehearsal.MadeSession(data, made.bus()))) {
            assertThat(Rehearsal.refusal(own, onADisplay, usual, other)).as(other.toString())
                    .contains("A rehearsal asks no keyring but one of its own, in the folder where its data are.");
        }
        Files.delete(folder.resolve("bus"));
        assertThat(Rehearsal.refusal(own, onADisplay, usual, made)).isPresent();
    }

    @Test
    void nobodyKnowsIt() {
        JavaClasses program = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("app.loupe.app");
        String name = Rehearsal.class.getName();

        assertThat(program.stream().flatMap(known -> known.getDirectDependenciesFromSelf().stream())
                .filter(one -> one.getTargetClass().getName().startsWith(name))
                .map(one -> one.getOriginClass().getName())).contains(name).allMatch(known -> known.startsWith(name));
    }
}
