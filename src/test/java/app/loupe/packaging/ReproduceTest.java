package app.loupe.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code .ci/reproduce} tells what differs between two builds, tried with a small build in Maven's place. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "lists files with GNU find")
class ReproduceTest {
    @TempDir
    Path folder;

    private Path tree;

    @BeforeEach
    void aTreeWithItsScript() throws IOException, InterruptedException {
        tree = folder.resolve("tree");
        Files.createDirectories(tree.resolve(".ci"));
        Files.copy(Path.of(".ci/reproduce"), tree.resolve(".ci/reproduce"));
        Files.createDirectories(tree.resolve("packaging"));
        Files.copy(Path.of("packaging/tree-sums.sh"), tree.resolve("packaging/tree-sums.sh"),
                StandardCopyOption.COPY_ATTRIBUTES);
        script(tree.resolve("packaging/app-image.sh"),
                "mkdir -p target/image/loupe; echo cache $$ >target/image/loupe/start.aot");
        assertThat(run("git", "init", "-q").exit()).isZero();
        assertThat(run("git", "add", "-A").exit()).isZero();
        assertThat(run("git", "-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false",
                "commit", "-q", "-m", "A tree").exit()).isZero();
    }

    @Test
    void twoBuildsOfTheSameBytesAreTheSameWhateverTheProgramLearnt() throws IOException, InterruptedException {
        assertThat(reproduce("true")).isEqualTo(new Answer(0,
                List.of("First build", "Second build", "The two builds are the same: 8 files.",
                        "Held against a release: .ci/reproduce --against loupe-VERSION-linux-x64.files.sha256")));
    }

    @Test
    void whatIsPublishedIsHeldAgainstTheOwnBuild() throws IOException, InterruptedException {
        // the list that packages.sh makes once it has laid the licences into the folder
        String other = "0".repeat(64);
        Path list = folder.resolve("list");
        String build = "echo echo same \\>target/image/loupe/b >>packaging/app-image.sh";
        Path published = folder.resolve("published");
        Files.createDirectories(published);
        Files.writeString(published.resolve("b"), "same\n");
        Files.writeString(published.resolve("licences.txt"), "same\n");
        Files.writeString(published.resolve("start.aot"), "of another run\n");
        Files.writeString(list, String.join("\n", run("sh", "packaging/tree-sums.sh", published.toString()).lines())
                + "\n");

        assertThat(reproduce(build, "--against", list.toString())).isEqualTo(new Answer(0, List.of("First build",
                "Second build", "What is published is what was built: 2 files.",
                "The two builds are the same: 9 files.")));

        Files.writeString(list,
                Files.readString(list).replaceFirst("(?m)^[0-9a-f]+(?=  b$)", other) + other + "  more\n");
        assertThat(reproduce(build, "--against", list.toString())).isEqualTo(new Answer(1, List.of("First build",
                "Second build", "What is published differs in b.", "What is published differs in more.")));
        assertThat(reproduce(build, "--no-image", "--against", list.toString()).exit()).isEqualTo(2);
        assertThat(reproduce(build, "--against", folder.resolve("none").toString()).exit()).isEqualTo(2);
    }

    @Test
    void bytesThatFollowTheFolderTheZoneOrTheLanguageAreNamed() throws IOException, InterruptedException {
        assertThat(reproduce("pwd >target/loupe.jar; echo $TZ >target/lib/a.jar; echo $LC_ALL >target/sbom.xml"))
                .isEqualTo(new Answer(1, List.of("First build", "Second build",
                        "The two builds differ in target/lib/a.jar.", "The two builds differ in target/loupe.jar.",
                        "The two builds differ in target/sbom.xml.")));
    }

    @Test
    void namesModesAndLinksCount() throws IOException, InterruptedException {
        String odd = "case $PWD in *deeper) chmod 700 target/lib/a.jar; ln -s a.jar target/lib/b.jar;"
                + " ln -sf /nowhere target/bin/link ;; *) ln -s /elsewhere target/bin/link ;; esac";

        assertThat(reproduce(odd)).isEqualTo(new Answer(1, List.of("First build", "Second build",
                "The two builds differ in target/bin/link.", "The two builds differ in target/lib/a.jar.",
                "The two builds differ in target/lib/b.jar.")));
    }

    @Test
    void whatIsNotCommittedIsNotBuilt() throws IOException, InterruptedException {
        Files.writeString(tree.resolve("extra"), "not committed");

        assertThat(reproduce("test ! -e extra").exit()).isZero();
    }

    @Test
    void aBuildThatFailsIsNoSuccess() throws IOException, InterruptedException {
        assertThat(reproduce("exit 7").exit()).isNotZero();
    }

    @Test
    void theFirstBuildCanBeKept() throws IOException, InterruptedException {
        Path kept = folder.resolve("kept");

        assertThat(reproduce("true", "--no-image", "--keep", kept.toString()).exit()).isZero();

        assertThat(kept.resolve("target/lib/a.jar")).exists();
        assertThat(kept.resolve("target/image")).doesNotExist();
    }

    private Answer reproduce(String build, String... arguments) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("bin"));
        script(folder.resolve("bin/mvn"), "mkdir -p target/lib target/bin; for file in loupe.jar lib/a.jar "
                + "bin/loupe jvm-options.txt sbom.json sbom.xml licences.txt; do echo same >target/$file; done\n"
                + build);
        var command = new ArrayList<>(List.of("bash", ".ci/reproduce"));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\nset -e\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Answer run(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(tree.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().merge("PATH", folder.resolve("bin").toString(), (path, first) -> first + ":" + path);
        Process process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output.lines().toList());
    }

    /** How a command ended and what it said on standard output. */
    private record Answer(int exit, List<String> lines) {}
}
