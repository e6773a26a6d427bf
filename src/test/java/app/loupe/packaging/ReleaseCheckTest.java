package app.loupe.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code .ci/release-check} lets a small tree that is ready pass, and says each thing that stands against another. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a release is cut on Linux or macOS")
class ReleaseCheckTest {
    private static final String POM = """
            <project>
              <version>1.2.3</version>
              <properties>
                <project.build.outputTimestamp>2026-12-01T00:00:00Z</project.build.outputTimestamp>
              </properties>
            </project>
            """;
    private static final String CHANGES = """
            # Changelog

            ## [Unreleased]

            ## [1.2.3] - 2026-12-01

            ### Added

            - Something.

            ## [1.2.2] - 2026-11-01

            - Something older.
            """;

    @TempDir
    Path tree;

    @BeforeEach
    void aTreeThatIsReady() throws IOException, InterruptedException {
        write("pom.xml", POM);
        write("CHANGELOG.md", CHANGES);
        write("LICENSE", "Do as you please.\n");
        write("packaging/linux/control", "Package: loupe\nMaintainer: Ann <ann@example.com>\n");
        Files.createDirectories(tree.resolve(".ci"));
        Files.copy(Path.of(".ci/release-check"), tree.resolve(".ci/release-check"));
        reproduces("exit 0");
        git("init", "-q", "-b", "main");
        commit();
    }

    @Test
    void whatIsReadyGoesOut() throws IOException, InterruptedException {
        assertThat(check()).isEqualTo(new Answer(0, List.of("1.2.3 can go out.")));
        assertThat(check("1.2.3").exit()).isZero();
    }

    @Test
    void theVersionIsTheOneThatIsMeantAndThreeNumbers() throws IOException, InterruptedException {
        assertRefused("The version that is meant is 1.3.0, but pom.xml says 1.2.3.", "1.3.0");

        change("pom.xml", "<version>1.2.3<", "<version>1.2<");
        change("CHANGELOG.md", "[1.2.3]", "[1.2]");
        commit();
        assertRefused("The version 1.2 is not three numbers.");
    }

    @Test
    void noSnapshotIsShippedNorAnyPartOfIt() throws IOException, InterruptedException {
        change("pom.xml", "</properties>", "<h2.version>3.0-SNAPSHOT</h2.version></properties>");
        commit();

        assertRefused("pom.xml has a snapshot, whose bytes change from day to day: "
                + "<h2.version>3.0-SNAPSHOT</h2.version></properties>");
    }

    @Test
    void theChangelogHasAnEntry() throws IOException, InterruptedException {
        change("CHANGELOG.md", "## [1.2.3] - 2026-12-01\n\n### Added\n\n- Something.\n", "");
        commit();

        assertRefused("CHANGELOG.md has no entry for 1.2.3.");
    }

    @Test
    void theEntrySaysSomethingOnADayAndIsTheNewest() throws IOException, InterruptedException {
        change("CHANGELOG.md", "- Something.\n", "");
        commit();
        assertRefused("The entry for 1.2.3 in CHANGELOG.md says nothing.");

        write("CHANGELOG.md", CHANGES.replace("[1.2.3] - 2026-12-01", "[1.2.3]"));
        commit();
        assertRefused("The heading of 1.2.3 in CHANGELOG.md has no day: \"## [1.2.3] - YYYY-MM-DD\".");

        write("CHANGELOG.md", CHANGES.replace("## [1.2.3]", "## [2.0.0] - 2027-01-01\n\n- More.\n\n## [1.2.3]"));
        commit();
        assertRefused("The newest entry of CHANGELOG.md is 2.0.0, not 1.2.3.");
    }

    @Test
    void nothingStaysUnreleased() throws IOException, InterruptedException {
        change("CHANGELOG.md", "## [Unreleased]\n", "## [Unreleased]\n\n- Forgotten.\n");
        commit();

        assertRefused("CHANGELOG.md still has entries under [Unreleased]: they belong to a version.");
    }

    @Test
    void theFilesOfAReleaseAreStampedWithItsDay() throws IOException, InterruptedException {
        change("pom.xml", "2026-12-01T", "2026-11-23T");
        commit();
        assertRefused("pom.xml stamps files with 2026-11-23, but CHANGELOG.md says 2026-12-01.");
    }

    @Test
    void theTreeIsTheLastCommit() throws IOException, InterruptedException {
        write("more.txt", "not committed");
        change("pom.xml", "<project>", "<project> ");

        assertRefused("The work tree differs from the last commit: pom.xml, more.txt.");
    }

    @Test
    void aVersionThatIsOutIsNotReleasedAgain() throws IOException, InterruptedException {
        git("tag", "v1.2.3");
        assertThat(check().exit()).as("the tag of this very commit").isZero();

        write("more.txt", "a later commit");
        commit();
        assertRefused("The tag v1.2.3 is on another commit: this version is out already.");
    }

    @Test
    void whatIsReleasedIsOnTheMainBranch() throws IOException, InterruptedException {
        git("switch", "-q", "-c", "aside");
        assertThat(check().exit()).as("another name for what is on main").isZero();

        write("more.txt", "on a branch alone");
        commit();
        assertRefused("The last commit is not on the branch main.");
    }

    @Test
    void aTagThatARunnerHasCheckedOutIsHeldAgainstTheMainBranchOfTheOrigin() throws IOException, InterruptedException {
        git("update-ref", "refs/remotes/origin/main", "HEAD");
        git("switch", "-q", "--detach");
        git("branch", "-q", "-D", "main");
        assertThat(check("1.2.3").exit()).isZero();

        write("more.txt", "never pushed to main");
        commit();
        assertRefused("The last commit is not on the branch main.");

        git("update-ref", "-d", "refs/remotes/origin/main");
        assertRefused("The last commit is not on the branch main.");
    }

    @Test
    void nobodyMayHandOnWhatHasNoLicence() throws IOException, InterruptedException {
        Files.delete(tree.resolve("LICENSE"));
        commit();
        assertRefused("There is no LICENSE: nobody may use or hand on what comes without one.");

        write("LICENSE", "");
        commit();
        assertRefused("There is no LICENSE: nobody may use or hand on what comes without one.");
    }

    @Test
    void somebodyAnswersForThePackage() throws IOException, InterruptedException {
        change("packaging/linux/control", "ann@example.com", "ann@loupe.invalid");
        commit();
        assertRefused("packaging/linux/control names no maintainer who can be reached: \"Ann <ann@loupe.invalid>\".");

        change("packaging/linux/control", "Maintainer: Ann <ann@loupe.invalid>\n", "");
        commit();
        assertRefused("packaging/linux/control names no maintainer who can be reached: \"\".");
    }

    @Test
    void bothBuildsAreTheSameAndPinned() throws IOException, InterruptedException {
        reproduces("echo First build; printf '\\033[0m\\033[0m'; echo The two builds differ in target/lib/a.jar.; "
                + "echo a.jar is not the file that packaging/checksums.sha256 pins. >&2; exit 1");
        commit();

        assertThat(check()).isEqualTo(new Answer(1, List.of("The two builds differ in target/lib/a.jar.",
                "a.jar is not the file that packaging/checksums.sha256 pins.",
                "Not ready: 2 to mend before 1.2.3 goes out.")));
    }

    @Test
    void whatCannotBeBuiltIsNotReleased() throws IOException, InterruptedException {
        reproduces("echo no compiler >&2; exit 3");
        commit();

        assertRefused("The last commit cannot be built; what was said is above.");
    }

    @Test
    void everythingIsSaidAtOnce() throws IOException, InterruptedException {
        change("CHANGELOG.md", "- Something.\n", "");
        reproduces("exit 3");

        Answer answer = check("9.9.9");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.lines()).hasSize(5).last().isEqualTo("Not ready: 4 to mend before 1.2.3 goes out.");
    }

    private void assertRefused(String sentence, String... arguments) throws IOException, InterruptedException {
        Answer answer = check(arguments);
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.lines()).first().isEqualTo(sentence);
        assertThat(answer.lines()).hasSize(2).last().asString().startsWith("Not ready: 1 to mend before ");
    }

    private void reproduces(String script) throws IOException {
        write(".ci/reproduce", "#!/bin/sh\n" + script + "\n");
        assertThat(tree.resolve(".ci/reproduce").toFile().setExecutable(true)).isTrue();
    }

    private void write(String name, String text) throws IOException {
        Path file = tree.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void change(String name, String from, String to) throws IOException {
        String text = Files.readString(tree.resolve(name));
        assertThat(text).contains(from);
        Files.writeString(tree.resolve(name), text.replace(from, to));
    }

    private void commit() throws IOException, InterruptedException {
        git("add", "-A");
        git("-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false", "commit", "-q",
                "--allow-empty", "-m", "A tree");
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Answer answer = run(command);
        assertThat(answer.exit()).as("%s: %s", command, answer.lines()).isZero();
    }

    private Answer check(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("bash", ".ci/release-check"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private Answer run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(tree.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output.lines().toList());
    }

    /** How a command ended and what it said on standard output. */
    private record Answer(int exit, List<String> lines) {}
}
