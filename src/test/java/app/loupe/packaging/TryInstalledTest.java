package app.loupe.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the trial of an installed program holds, with scripts in the place of the program. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "programs that are scripts of Unix")
class TryInstalledTest {
    private static final Path TRIAL = Path.of(".ci/try-installed").toAbsolutePath();
    private static final Pattern EMPTY = Pattern.compile("(?m)^\\s*(?:local |declare -a )?(\\w+)=\\(\\)");
    private static final String GOOD = """
            #!/bin/sh
            case "$*" in
                *--version*) echo "Loupe 1" ;;
                *"connections remove"*) touch "$0.removed" ;;
                *"connections list"*) [ -e "$0.removed" ] || echo '{"id":"abcd1234"}' ;;
                *invoices*) seq 1200 ;;
            esac
            """;

    @TempDir
    Path folder;

    private List<String> said = List.of();

    private int trial(String program, String... options) throws IOException, InterruptedException {
        Path file = folder.resolve("loupe");
        Files.writeString(file, program);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        Process process = new ProcessBuilder(
                Stream.concat(Stream.of("bash", TRIAL.toString(), file.toString()), Stream.of(options)).toList())
                .redirectErrorStream(true).start();
        said = process.inputReader().lines().toList();
        return process.waitFor();
    }

    @Test
    void aProgramThatDoesItAllPassesWithAndWithoutAKeyring() throws Exception {
        assertThat(trial(GOOD)).as(said.toString()).isZero();
        Files.delete(folder.resolve("loupe.removed"));
        assertThat(trial(GOOD, "--keyring")).as(said.toString()).isZero();
        assertThat(said).last().asString().contains("1200 rows");
    }

    /** Each of these programs fails at one of the calls, or does nothing there. */
    static Stream<Arguments> failing() {
        return Stream.of(Arguments.of("echo '{\"id\":\"abcd1234\"}'", "exit 4"),
                Arguments.of("touch \"$0.removed\"", "true"), Arguments.of("seq 1200", "seq 12"),
                Arguments.of("echo \"Loupe 1\"", "exit 3"),
                Arguments.of("[ -e \"$0.removed\" ] ||", "[ ! -e \"$0.removed\" ] || exit 4;"));
    }

    @ParameterizedTest
    @MethodSource("failing")
    void oneThatFailsAtAnyCallDoesNot(String part, String otherwise) throws Exception {
        assertThat(GOOD).contains(part);

        assertThat(trial(GOOD.replace(part, otherwise))).as(said.toString()).isNotZero();
    }

    /** The bash of macOS takes an array without elements for a variable that is not set. */
    @Test
    void noScriptThatMacOsRunsHasAnArrayThatMayBeEmpty() throws IOException {
        try (Stream<Path> packaging = Files.list(Path.of("packaging"))) {
            List<Path> scripts = Stream.concat(Stream.of(TRIAL),
                    packaging.filter(file -> file.toString().endsWith(".sh"))).toList();
            assertThat(scripts).hasSizeGreaterThan(5)
                    .allSatisfy(file -> assertThat(EMPTY.matcher(Files.readString(file)).find()).isFalse());
        }
    }
}
