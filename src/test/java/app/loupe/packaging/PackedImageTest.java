package app.loupe.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is handed over to be signed arrives as it was built, or is refused. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "scripts of Unix")
class PackedImageTest {
    private static final FileTime STAMP = FileTime.fromMillis(1_767_225_600_000L);

    @TempDir
    Path folder;

    private Path there;
    private Path packed;
    private String sum;

    @BeforeEach
    void packed() throws Exception {
        Path here = tree("here");
        write(here.resolve("target/image/loupe/app/loupe.jar"), "jar");
        write(here.resolve("target/image/loupe/a name"), "other");
        write(here.resolve("target/licences.txt"), "licences");
        write(here.resolve("target/sbom.json"), "{}");
        Files.setLastModifiedTime(here.resolve("target/image/loupe/app/loupe.jar"), STAMP);
        Answer answer = run(here, "packaging/pack-image.sh");
        assertThat(answer.lines()).singleElement().asString().matches("sum=[0-9a-f]{64}");
        sum = answer.lines().getFirst().substring("sum=".length());
        there = tree("there");
        packed = Files.createDirectories(there.resolve("image")).resolve("image.tar");
        Files.copy(here.resolve("target/handed/image.tar"), packed);
    }

    @Test
    void whatArrivesIsWhatWasBuiltWithItsTimes() throws Exception {
        assertThat(run(there, "packaging/unpack-image.sh", sum, "image/image.tar")).isEqualTo(new Answer(0, List.of()));

        assertThat(there.resolve("target/image/loupe/a name")).hasContent("other");
        assertThat(there.resolve("target/licences.txt")).hasContent("licences");
        assertThat(there.resolve("target/sbom.json")).hasContent("{}");
        assertThat(Files.getLastModifiedTime(there.resolve("target/image/loupe/app/loupe.jar"))).isEqualTo(STAMP);
    }

    @Test
    void anotherFileIsRefusedBeforeItIsUnpacked() throws Exception {
        Files.writeString(packed, "more", StandardOpenOption.APPEND);

        for (String other : List.of(sum, "0".repeat(64), "")) {
            assertThat(run(there, "packaging/unpack-image.sh", other, "image/image.tar")).isEqualTo(new Answer(1,
                    List.of("image/image.tar is not what was built: its SHA-256 is another.")));
        }
        assertThat(there.resolve("target")).doesNotExist();
    }

    @Test
    void filesThatAreNotOnTheListAreRefused() throws Exception {
        Path here = folder.resolve("here");
        write(here.resolve("target/image/loupe/more"), "slipped in");
        assertThat(new ProcessBuilder("tar", "-cf", packed.toString(), "target/image", "target/image.sha256",
                "target/licences.txt").directory(here.toFile()).start().waitFor()).isZero();
        String own = run(there, "packaging/tree-sums.sh", "image").lines().getFirst().substring(0, 64);

        assertThat(run(there, "packaging/unpack-image.sh", own, "image/image.tar")).isEqualTo(new Answer(1,
                List.of("image/image.tar does not hold the files that were built.")));
    }

    @Test
    void nothingIsMixedWithAnOlderBuild() throws Exception {
        write(there.resolve("target/packages/old.msi"), "old");

        assertThat(run(there, "packaging/unpack-image.sh", sum, "image/image.tar").exit()).isEqualTo(1);
    }

    @Test
    void theSumsNameEveryFileInOneOrder() throws Exception {
        write(there.resolve("some/b"), "b\n");
        write(there.resolve("some/a/c d"), "");
        write(there.resolve("some/B"), "b\n");

        assertThat(run(there, "packaging/tree-sums.sh", "some").lines()).containsExactly(
                "0263829989b6fd954f72baaf2fc64bc2e2f01d692d4de72986ea808f6e99813f  B",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a/c d",
                "0263829989b6fd954f72baaf2fc64bc2e2f01d692d4de72986ea808f6e99813f  b");
    }

    /** One file is summed up that cannot be read: of what is handed over it ends the script, of anything else it does nothing. */
    @ParameterizedTest
    @CsvSource({"image.tar, 1", "loupe.jar, 1", "other.txt, 0"})
    void noSumIsSaidOfWhatCannotBeSummedUp(String unreadable, int exit) throws Exception {
        Path here = folder.resolve("here");
        write(here.resolve("target/other.txt"), "of the build");
        Path tool = Files.createDirectory(folder.resolve("tools")).resolve("sha256sum");
        write(tool, """
                #!/bin/sh
                for file; do
                    case $file in *%s) exit 1 ;; esac
                    printf '%%064d  %%s\\n' 1 "$file"
                done
                """.formatted(unreadable));
        assertThat(tool.toFile().setExecutable(true)).isTrue();
        var pack = new ProcessBuilder("sh", "packaging/pack-image.sh").directory(here.toFile());
        pack.environment().merge("PATH", tool.getParent().toString(), (path, first) -> first + ":" + path);

        Process process = pack.start();

        assertThat(process.inputReader().lines().anyMatch(line -> line.startsWith("sum="))).isEqualTo(exit == 0);
        assertThat(process.waitFor()).isEqualTo(exit);
    }

    @Test
    void oneSumStandsForNamesAndContentOfAllFiles() throws Exception {
        var sums = new TreeSet<String>();
        for (String names : List.of("a b", "a c", "a", "b a")) {
            Path some = there.resolve("some " + names);
            for (String name : List.of(names.split(" ", -1))) {
                write(some.resolve(name), names.substring(0, 1));
            }
            Answer answer = run(there, "packaging/folder-sum.sh", some.toString());
            assertThat(answer.lines()).singleElement().asString().matches("sum=[0-9a-f]{64}");
            assertThat(run(there, "packaging/folder-sum.sh", some.toString())).isEqualTo(answer);
            sums.addAll(answer.lines());
        }

        assertThat(sums).hasSize(4);
        Path empty = Files.createDirectory(there.resolve("empty"));
        assertThat(run(there, "packaging/folder-sum.sh", empty.toString())).isEqualTo(new Answer(1,
                List.of("There is no file in " + empty + ".")));
    }

    private Path tree(String name) throws IOException {
        Path packaging = Files.createDirectories(folder.resolve(name).resolve("packaging"));
        for (String script : List.of("tree-sums.sh", "folder-sum.sh", "pack-image.sh", "unpack-image.sh")) {
            Files.copy(Path.of("packaging").resolve(script), packaging.resolve(script),
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
        return packaging.getParent();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Answer run(Path tree, String script, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("sh", script));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).directory(tree.toFile()).redirectErrorStream(true).start();
        List<String> said = process.inputReader().lines().toList();
        return new Answer(process.waitFor(), said);
    }

    /** How a script ended and what it said. */
    private record Answer(int exit, List<String> lines) {}
}
