package app.loupe.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.settings.StartupGuard;
import app.loupe.settings.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the start script takes out of the environment is what {@link StartupGuard} would refuse. */
class StartScriptTest {
    private static final Path SCRIPT = Path.of("packaging/launcher/loupe");
    private static final Pattern TAKEN = Pattern.compile("(?s)\\nfor name in (.*?); do\\n");

    @Test
    void whatIsTakenAwayIsRefusedWhereNobodyTakesItAway() throws IOException {
        assertThat(taken()).contains("JAVA_TOOL_OPTIONS", "LD_PRELOAD", "LD_LIBRARY_PATH", "DYLD_INSERT_LIBRARIES")
                .doesNotHaveDuplicates().allSatisfy(name -> assertThat(Stream.of("Linux", "Mac OS X")
                        .map(system -> new Surroundings(system, Map.of(name, "-javaagent:/tmp/spy.jar"),
                                Path.of("home")))
                        .flatMap(given -> StartupGuard.check(List.of(), given, Map.of()).stream())).as(name)
                        .isNotEmpty());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script of Unix")
    void javaGetsNothingThatLoadsForeignCodeAndTheOwnerIsTold(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path java = Files.createDirectories(folder.resolve("runtime/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nenv\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        Path script = Files.createDirectories(folder.resolve("bin")).resolve("loupe");
        Files.copy(SCRIPT, script, StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(folder.resolve("image-options.txt"), "-Dsome=1\n");
        var start = new ProcessBuilder(script.toString()).redirectErrorStream(true);
        taken().forEach(name -> start.environment().put(name, "/nowhere/spy.so"));
        start.environment().put("LOUPE_TEST_STAYS", "yes");

        Process process = start.start();
        List<String> said = process.inputReader().lines().toList();

        assertThat(process.waitFor()).as(said.toString()).isZero();
        assertThat(said).contains("LOUPE_TEST_STAYS=yes");
        assertThat(taken()).allSatisfy(name -> assertThat(said).noneMatch(line -> line.startsWith(name + "=")));
        // the system's own way on macOS is gone before a script begins
        assertThat(taken()).filteredOn(name -> !name.startsWith("DYLD_"))
                .allSatisfy(name -> assertThat(said).contains("Loupe ignores " + name + "."));
    }

    private static List<String> taken() throws IOException {
        var names = TAKEN.matcher(Files.readString(SCRIPT));
        assertThat(names.find()).isTrue();
        return List.of(names.group(1).replace("\\", "").strip().split("\\s+", -1));
    }
}
