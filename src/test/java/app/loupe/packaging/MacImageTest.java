package app.loupe.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the script for macOS asks of jpackage, which is there on a Mac alone: every tool is one that does nothing. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script of Unix")
class MacImageTest {
    @TempDir
    Path folder;

    /**
     * jpackage takes three numbers at most, of which the first is none of 0, for what macOS calls CFBundleVersion; what an owner
     * and an installer see is the true version.
     */
    @ParameterizedTest
    @CsvSource({"0.1.0,1.1.0", "0.12.3,1.12.3", "1.0.0,2.0.0", "10.2.0,11.2.0"})
    void jpackageGetsAVersionThatItTakesAndTheApplicationTheTrueOne(String version, String taken)
            throws IOException, InterruptedException {
        Map<String, String> tools = Map.of("bin/uname", "case $1 in -s) echo Darwin ;; *) echo arm64 ;; esac",
                "jdk/bin/jar", "[ $1 = --list ] || { mkdir -p $5/META-INF && printf 'Implementation-Version: " + version
                        + "\\n' >$5/$6; }",
                "jdk/bin/java", "exit 0", "jdk/bin/jlink", "exit 0", "jdk/bin/jpackage",
                "printf '%s\\n' \"$@\" >asked; cp -R target/image-work/resources . && mkdir -p target/image/Loupe.app");
        for (Map.Entry<String, String> tool : tools.entrySet()) {
            Path script = folder.resolve(tool.getKey());
            Files.createDirectories(script.getParent());
            Files.writeString(script, "#!/bin/sh\n" + tool.getValue() + "\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        }
        Files.createDirectories(folder.resolve("target/lib"));
        Files.writeString(folder.resolve("target/loupe.jar"), "");
        for (String name : List.of("pom.xml", "packaging/app-image.sh", "packaging/modules.txt",
                "packaging/jvm-options.txt", "packaging/image-options.txt", "packaging/macos/Info.plist")) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.copy(Path.of(name), folder.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
        }

        run();

        assertThat(Files.readAllLines(folder.resolve("asked"))).containsSequence("--app-version", taken);
        assertThat(Files.readString(folder.resolve("resources/Info.plist")).replaceAll("\\s", ""))
                .contains("<key>CFBundleShortVersionString</key><string>" + version + "</string>",
                        "<key>CFBundleVersion</key><string>" + version + "</string>");
    }

    private void run() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(folder.resolve("packaging/app-image.sh").toString()).redirectErrorStream(true);
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("LOUPE_JAVA_HOME", folder.resolve("jdk").toString());
        Process process = builder.start();
        try (Stream<String> said = process.inputReader().lines()) {
            List<String> lines = said.toList();
            assertThat(process.waitFor()).as(lines.toString()).isZero();
        }
    }
}
