package app.loupe.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The workflow files run nothing that can change under them, may do no more than they need, and call what is there. */
class WorkflowsTest {
    private static final Pattern USES = Pattern.compile("(?m)^ *(?:- )?uses: (.+)$");
    private static final Pattern PINNED = Pattern.compile("actions/[a-z-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");
    private static final Pattern PACKAGING = Pattern.compile("packaging[/\\\\]([\\w./\\\\-]+)");
    private static final Pattern RUN_ALONE = Pattern.compile("(?m)^ *" + PACKAGING + "$");
    private static final Pattern SECRET = Pattern.compile("secrets\\.([A-Z_]+)");

    @Test
    void everyForeignActionIsPinnedToACommit() throws IOException {
        for (Path workflow : workflows()) {
            List<String> used = found(USES, Files.readString(workflow)).stream()
                    .filter(name -> !name.startsWith("./")).toList();

            assertThat(used).as(workflow.toString()).isNotEmpty()
                    .allSatisfy(name -> assertThat(name).matches(PINNED));
        }
    }

    @Test
    void nothingButTheDraftMayWrite() throws IOException {
        for (Path workflow : workflows()) {
            String text = Files.readString(workflow);

            assertThat(text).as(workflow.toString()).contains("\npermissions:\n  contents: read\n")
                    .doesNotContain("pull_request_target", "write-all", "id-token");
            assertThat(found(Pattern.compile("(\\w+: write)"), text)).as(workflow.toString())
                    .isEqualTo(workflow.endsWith("release.yml") ? List.of("contents: write") : List.of());
            assertThat(found(Pattern.compile("actions/(checkout)@"), text)).as(workflow.toString())
                    .hasSameSizeAs(found(Pattern.compile("(persist-credentials: false)"), text));
        }
    }

    @Test
    void noShellReadsTextThatAStrangerCanWrite() throws IOException {
        for (Path workflow : workflows()) {
            assertThat(Files.readAllLines(workflow)).as(workflow.toString())
                    .noneMatch(line -> line.contains("${{ github.event") && !line.contains("event_name"))
                    .noneMatch(line -> line.contains("run:") && line.contains("${{"));
        }
    }

    @Test
    void everyScriptOfTheProjectThatIsRunExists() throws IOException {
        var scripts = new TreeSet<String>();
        for (Path workflow : workflows()) {
            scripts.addAll(found(Pattern.compile("(\\.ci/[\\w-]+)"), Files.readString(workflow)));
        }

        assertThat(scripts).contains(".ci/run", ".ci/release-check", ".ci/try-installed")
                .allSatisfy(script -> assertThat(Path.of(script)).isRegularFile());
    }

    @Test
    void everyScriptThatPackagesExistsAndRunsAfterTheBuildThatMakesTheLicences() throws IOException {
        List<List<String>> packagings = packagings();

        assertThat(packagings).containsExactlyInAnyOrder(List.of("app-image.sh", "aot-cache.sh", "packages.sh"),
                List.of("app-image.ps1", "packages.ps1"),
                List.of("app-image.sh", "aot-cache.sh", "packages-macos.sh"));
        for (String script : packagings.stream().flatMap(List::stream).toList()) {
            Path file = Path.of("packaging", script);

            assertThat(file).isRegularFile();
            if (script.startsWith("packages")) {
                assertThat(Files.readString(file)).as(script).containsPattern("target[/\\\\]licences\\.txt is missing");
            }
        }
    }

    @Test
    void aReleaseHandsOnEverySecretThatTheBuildSignsWith() throws IOException {
        Path folder = Path.of(".github/workflows");
        var handedOn = new TreeSet<>(found(SECRET, Files.readString(folder.resolve("release.yml"))));
        var used = new TreeSet<>(found(SECRET, Files.readString(folder.resolve("build.yml"))));

        assertThat(used).isNotEmpty();
        assertThat(handedOn).containsAll(used);
        for (String secret : used) {
            assertThat(Files.readString(folder.resolve("build.yml"))).contains("      " + secret + ":\n");
        }
    }

    /** The scripts of packaging/ that each step of a workflow runs after the build of a release, without arguments. */
    private static List<List<String>> packagings() throws IOException {
        var packagings = new ArrayList<List<String>>();
        for (Path workflow : workflows()) {
            for (String step : Files.readString(workflow).split("\n      - ", -1)) {
                List<String> named = found(PACKAGING, step);
                if (!named.isEmpty()) {
                    assertThat(step.substring(0, step.indexOf("packaging")))
                            .contains("-Prelease package -DskipTests\n");
                    assertThat(found(RUN_ALONE, step)).as(step).isEqualTo(named);
                    packagings.add(named);
                }
            }
        }
        return packagings;
    }

    private static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(".github/workflows"))) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
            assertThat(found).hasSize(2);
            return found;
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
