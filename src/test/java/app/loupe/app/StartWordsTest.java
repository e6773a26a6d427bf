package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Main} takes for a command gets the options of one from the start script, whatever stands before its name. */
class StartWordsTest {
    private static final Path SCRIPTS = Path.of("packaging/launcher");
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"sync", "--data-dir|a b|sync", "--data-dir=a b|sync", "--json|--data-dir|a|invoices|acme",
        "--data-dir|a|--json|sync", "--passphrase-stdin|sync", "sync|--data-dir|a", "sync|--data-dir=a", "--help",
        "--data-dir|a|--data-dir|b", "--data-dir=a|--data-dir=b", "--data-dir", "--data-director|a", "export||a"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script of Unix")
    void aCommandIsOneInAnyOrderOfItsWords(String line) throws IOException, InterruptedException {
        List<String> words = List.of(line.split("\\|", -1));

        assertThat(Main.isWindow(words)).isFalse();
        assertThat(given(words)).containsSubsequence(QUICK, "-jar").endsWith(words.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--data-dir|a b", "--data-dir=a b", "--data-dir=", "--data-dir|sync"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script of Unix")
    void aDataFolderAloneIsTheWindow(String line) throws IOException, InterruptedException {
        List<String> words = line.isEmpty() ? List.of() : List.of(line.split("\\|", -1));

        assertThat(Main.isWindow(words)).isTrue();
        assertThat(given(words)).doesNotContain(QUICK).endsWith(words.toArray(String[]::new));
    }

    @Test
    void theScriptOfWindowsLooksBehindTheDataFolderAsWell() throws IOException {
        assertThat(Files.readString(SCRIPTS.resolve("loupe.bat"))).containsSubsequence("set \"QUICK=" + QUICK + "\"",
                "if not defined FIRST set \"QUICK=\"",
                "\"%FIRST:~0,11%\"==\"--data-dir=\" if not defined SECOND set \"QUICK=\"",
                "\"%FIRST:~0,11%\"==\"--data-dir\" if defined SECOND if not defined THIRD set \"QUICK=\"",
                "%QUICK% -jar");
    }

    /** What Java is started with. */
    private List<String> given(List<String> words) throws IOException, InterruptedException {
        Path java = Files.createDirectories(folder.resolve("runtime/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        Path script = Files.createDirectories(folder.resolve("bin")).resolve("loupe");
        Files.copy(SCRIPTS.resolve("loupe"), script, StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(folder.resolve("image-options.txt"), "-Dsome=1\n");
        Process process = new ProcessBuilder(
                Stream.concat(Stream.of(script.toString()), words.stream()).toList()).redirectErrorStream(true).start();
        try (var lines = process.inputReader()) {
            List<String> said = lines.lines().toList();
            assertThat(process.waitFor()).as(said.toString()).isZero();
            return said;
        }
    }
}
