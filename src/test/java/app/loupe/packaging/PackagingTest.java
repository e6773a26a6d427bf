package app.loupe.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.settings.DataFolder;
import app.loupe.settings.Surroundings;
import app.loupe.text.Texts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What packaging/ says agrees with the build and with itself. */
class PackagingTest {
    private static final Path PACKAGING = Path.of("packaging");
    /** What stands before the command of a line. */
    private static final Pattern CONDITIONS = Pattern.compile("^((for .*? do|if (not )?((exist|defined|errorlevel)"
            + " (\"[^\"]*\"|\\S+)|\"[^\"]*\"==\"[^\"]*\")|\\()\\s*)+");

    @Test
    void everyModuleOfTheRuntimeExistsAndTheKeyringsModuleIsAmongThem() throws IOException {
        List<String> modules = settings("modules.txt");

        assertThat(modules).isSorted().doesNotHaveDuplicates().contains("java.sql", "jdk.security.auth",
                "jdk.unsupported");
        assertThat(modules).allSatisfy(name -> assertThat(ModuleLayer.boot().findModule(name)).as(name).isPresent());
    }

    @Test
    void thePackagedProgramStartsTheMainClassOfTheBuild() throws IOException {
        String main = firstGroup("<main.class>([^<]+)</main.class>", Files.readString(Path.of("pom.xml")));

        assertThat(settings("jpackage/common.args")).contains("--main-class " + main);
    }

    @Test
    void theDesktopKnowsTheWindowsByTheClassThatTheyGet() throws IOException {
        String name = new Texts(Locale.US).get("app.name");

        assertThat(Files.readAllLines(PACKAGING.resolve("linux/app.loupe.Loupe.desktop")))
                .contains("StartupWMClass=" + name);
    }

    /** GNOME's image viewer is the package "loupe" and has /usr/bin/loupe. */
    @Test
    void noPackageForLinuxTakesTheNamesOfGnomesImageViewer() throws IOException {
        assertThat(Files.readAllLines(PACKAGING.resolve("linux/control"))).contains("Package: loupe-invoices");
        assertThat(Files.readAllLines(PACKAGING.resolve("linux/loupe-invoices.spec"))).contains("Name: loupe-invoices")
                .contains("/usr/bin/loupe-invoices").doesNotContain("/usr/bin/loupe");
        assertThat(Files.readAllLines(PACKAGING.resolve("linux/app.loupe.Loupe.desktop")))
                .contains("Exec=/usr/bin/loupe-invoices");
        assertThat(Files.readString(PACKAGING.resolve("packages.sh"))).contains("\"$root/usr/bin/loupe-invoices\"",
                "loupe-invoices_${version}_amd64.deb").doesNotContain("usr/bin/loupe\"", "/loupe.desktop");
    }

    @Test
    void theDesktopsOwnCheckersLookAtEveryPackage() throws IOException {
        assertThat(Files.readString(PACKAGING.resolve("packages.sh"))).contains("desktop-file-validate:applications/",
                "appstreamcli validate --no-net:metainfo/");
        assertThat(Files.readString(Path.of(".github/workflows/build.yml"))).contains(" appstream ",
                " desktop-file-utils ");
    }

    /** The one that the menu names has no console; both have the class path and the options of the image. */
    @Test
    void windowsHasAStarterForTheWindowAndOneForCommands() throws IOException {
        assertThat(settings("jpackage/windows.args")).doesNotContain("--win-console")
                .contains("--add-launcher loupe-cli=packaging/windows/loupe-cli.properties");
        assertThat(settings("windows/loupe-cli.properties")).contains("win-console=true", "win-menu=false")
                .noneMatch(line -> line.startsWith("java-options") || line.startsWith("main-"));
        assertThat(Files.readString(Path.of(".github/workflows/build.yml"))).contains("Programs/Loupe/loupe-cli.exe");
    }

    @Test
    void everyFileThatTheArgumentsNameExists() throws IOException {
        var named = new TreeSet<String>();
        try (Stream<Path> files = Files.list(PACKAGING.resolve("jpackage"))) {
            for (Path file : files.toList()) {
                Pattern.compile("\\b(?:icons|packaging)/\\S+").matcher(Files.readString(file)).results()
                        .forEach(match -> named.add(match.group()));
            }
        }

        assertThat(named).hasSizeGreaterThanOrEqualTo(3).allSatisfy(name -> assertThat(Path.of(name)).exists());
    }

    @Test
    void theOptionsKeepForeignCodeAndDumpsOut() throws IOException {
        assertThat(settings("jvm-options.txt")).contains("-XX:+DisableAttachMechanism",
                "-XX:-HeapDumpOnOutOfMemoryError", "-XX:-CreateCoredumpOnCrash",
                "-XX:+SuppressFatalErrorMessage", "-Dh2.allowedClasses=",
                "-Djdk.serialFilter=!*");
    }

    /** As when a library of the system breaks: what Java would write has parts of the memory and the environment in it. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no process can be sent such a signal there")
    void aCrashOfJavaLeavesNoFile(@TempDir Path folder) throws IOException, InterruptedException {
        Path classes = Path
                .of(URI.create(Waiting.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        Process java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + PACKAGING.resolve("jvm-options.txt").toAbsolutePath(), "-cp", classes.toString(),
                Waiting.class.getName()).directory(folder.toFile()).redirectErrorStream(true).start();
        try (BufferedReader said = java.inputReader()) {
            assertThat(said.readLine()).isEqualTo(Waiting.THERE);
            // the shell's own "kill": a bare Debian has no program of that name
            new ProcessBuilder("sh", "-c", "kill -s SEGV " + java.pid()).start().waitFor();

            assertThat(java.waitFor()).isNotZero();
            assertThat(said.readLine()).isNull();
            assertThat(folder).isEmptyDirectory();
        } finally {
            java.destroyForcibly();
        }
    }

    /** A process that is there until it is ended. */
    static final class Waiting {
        static final String THERE = "there";

        private Waiting() {}

        /** Reads what never comes. */
        public static void main(String[] arguments) throws IOException {
            System.out.println(THERE);
            System.in.read();
        }
    }

    @Test
    void whatOnlyAPackageHasNamesFilesOfItsOwnFolderAndKeepsJavaSilentAboutItsCache() throws IOException {
        assertThat(settings("image-options.txt")).contains("-Djna.boot.library.path=$APPDIR/lib", "-Djna.nounpack=true",
                "-XX:AOTCache=$APPDIR/loupe.aot", "-Xlog:aot*=off,cds*=off:stderr");
        for (String script : List.of("app-image.sh", "app-image.ps1", "aot-cache.sh", "aot-cache.ps1")) {
            assertThat(Files.readString(PACKAGING.resolve(script))).as(script).contains("jvm-options.txt",
                    "image-options.txt");
        }
    }

    /** What that processor alone knows would end the program on another one. */
    @Test
    void theCacheHoldsNoCodeOfTheProcessorThatMadeIt() throws IOException {
        for (String script : List.of("aot-cache.sh", "aot-cache.ps1")) {
            assertThat(Files.readString(PACKAGING.resolve(script))).as(script)
                    .containsPattern("-XX:\\+UnlockDiagnosticVMOptions [^\n]*-XX:-AOTAdapterCaching ");
        }
    }

    /** The output of a command is CSV or JSON. Systems that cannot trim memory are told to, too, and need not say so. */
    @Test
    void whatJavaSaysOfItselfIsNotWhereACommandWrites() throws IOException, InterruptedException {
        assertThat(settings("jvm-options.txt")).containsSubsequence("-XX:TrimNativeHeapInterval=5000", "-Xlog:disable",
                "-Xlog:all=warning:stderr", "-Xlog:trimnative=off:stderr");

        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + PACKAGING.resolve("jvm-options.txt"), "-XX:AOTCache=nowhere.aot", "-version").start();

        assertThat(process.inputReader().lines()).isEmpty();
        assertThat(process.errorReader().lines()).anyMatch(line -> line.contains("AOT cache"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script of Unix")
    void theStartScriptOfAPackageTakesItsOwnJavaAndPutsItsFolderIntoTheOptions(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("a b/loupe"));
        Path java = Files.createDirectories(home.resolve("runtime/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        Path script = Files.createDirectories(home.resolve("bin")).resolve("loupe");
        Files.copy(PACKAGING.resolve("launcher/loupe"), script, StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(home.resolve("image-options.txt"), "# words\n-Dsome=$APPDIR/lib\n-Dother=*\n");

        assertThat(started(script, "sync", "two words")).containsExactlyInAnyOrder("@" + home + "/jvm-options.txt",
                "-Dsome=" + home + "/lib", "-Dother=*", "-XX:TieredStopAtLevel=1", "-jar", home + "/loupe.jar", "sync",
                "two words").endsWith("-jar", home + "/loupe.jar", "sync", "two words");
        assertThat(started(script)).doesNotContain("-XX:TieredStopAtLevel=1").endsWith("-jar", home + "/loupe.jar");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script of Unix")
    void noPackageIsMadeWithoutTheLicences(@TempDir Path folder) throws IOException, InterruptedException {
        for (String name : List.of("packages.sh", "packages-macos.sh")) {
            Path script = Files.createDirectories(folder.resolve("packaging")).resolve(name);
            Files.copy(PACKAGING.resolve(name), script, StandardCopyOption.COPY_ATTRIBUTES);
            for (String app : List.of("loupe", "Loupe.app/Contents/app")) {
                Path image = Files.createDirectories(folder.resolve("target/image").resolve(app));
                Files.writeString(image.resolve("loupe.aot"), "a cache");
            }

            Process process = new ProcessBuilder(script.toString()).redirectErrorStream(true).start();

            assertThat(process.inputReader().lines()).containsExactly(
                    "target/licences.txt is missing: run \"mvn -Prelease package -DskipTests\" first.");
            assertThat(process.waitFor()).isEqualTo(2);
        }
    }

    @Test
    void windowsKnowsEveryVersionByTheSameNumber() throws IOException {
        // another number would install a second Loupe beside the first
        assertThat(Files.readString(PACKAGING.resolve("windows/upgrade-code.txt")).strip())
                .isEqualTo("18b225b4-0187-4a84-b6ea-3d5da6562fb1");
        assertThat(Files.readString(PACKAGING.resolve("packages.ps1"))).contains("windows\\upgrade-code.txt",
                "--win-upgrade-uuid");
        assertThat(settings("jpackage/msi.args")).contains("--win-per-user-install", "--win-menu");
    }

    @Test
    void whatUninstallingOnWindowsDeletesIsNotTheDataFolder() throws IOException {
        // jpackage installs for one owner below %LOCALAPPDATA%, and removes that folder with all that is in it
        Path local = Path.of("Local").toAbsolutePath();
        Path installed = local.resolve(firstGroup("(?m)^--install-dir (\\S+)$",
                Files.readString(PACKAGING.resolve("jpackage/msi.args"))));
        Path data = DataFolder.usual(new Surroundings("Windows 11", Map.of("LOCALAPPDATA", local.toString()),
                Path.of("")));

        assertThat(data).startsWithRaw(local);
        assertThat(installed.startsWith(data) || data.startsWith(installed)).isFalse();
        assertThat(Files.readString(Path.of(".github/workflows/build.yml")))
                .contains(local.relativize(installed).toString().replace('/', '\\') + "\\Loupe.exe");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script of Unix")
    void softwareCentresAreToldTheReleasesOfTheChangelog(@TempDir Path folder) throws Exception {
        Path script = Files.createDirectories(folder.resolve("packaging/linux")).resolveSibling("metainfo.sh");
        Files.copy(PACKAGING.resolve("metainfo.sh"), script, StandardCopyOption.COPY_ATTRIBUTES);
        String name = "linux/app.loupe.Loupe.metainfo.xml";
        Files.copy(PACKAGING.resolve(name), folder.resolve("packaging").resolve(name));
        Files.writeString(folder.resolve("CHANGELOG.md"), "# Changelog\n\n## [Unreleased]\n\n- More.\n");

        assertThat(releases(started(script))).isEmpty();

        Files.writeString(folder.resolve("CHANGELOG.md"),
                "## [Unreleased]\n\n## [1.2.3] - 2026-12-01\n\n- Some.\n\n## [1.2.2] - 2026-11-01\n",
                StandardOpenOption.APPEND);
        assertThat(releases(started(script))).containsExactly("1.2.3 2026-12-01", "1.2.2 2026-11-01");
        assertThat(started(script)).doesNotContain("  <releases/>").contains("  <id>app.loupe.Loupe</id>")
                .last().isEqualTo("</component>");
    }

    private static List<String> releases(List<String> metainfo) throws Exception {
        var found = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(String.join("\n", metainfo)))).getElementsByTagName("release");
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast)
                .map(release -> release.getAttribute("version") + " " + release.getAttribute("date")).toList();
    }

    @Test
    void noPackageNamesAVersionOrRunsAScriptAtTheOwners() throws IOException {
        String version = firstGroup("<version>([^<]+)</version>", Files.readString(Path.of("pom.xml")));
        try (Stream<Path> files = Files.walk(PACKAGING)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                // libraries have versions, too, and one may be the same
                if (!file.endsWith("checksums.sha256") && !file.startsWith(PACKAGING.resolve("licences"))) {
                    assertThat(Files.readString(file)).as(file.toString()).doesNotContain(version);
                }
                assertThat(file.getFileName().toString()).doesNotMatch("(pre|post)(inst|rm)");
            }
        }
        assertThat(Files.readString(PACKAGING.resolve("linux/loupe-invoices.spec")))
                .doesNotContainPattern("(?m)^%(pre|post)");
    }

    @Test
    void bothStartScriptsReadTheOneListOfOptionsAndIgnoreInjectedOnes() throws IOException {
        for (String name : List.of("loupe", "loupe.bat")) {
            assertThat(Files.readString(PACKAGING.resolve("launcher").resolve(name))).as(name)
                    .contains("jvm-options.txt", "loupe.jar", "LOUPE_JAVA_HOME", "JAVA_TOOL_OPTIONS",
                            "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");
        }
        assertThat(PACKAGING.resolve("launcher/loupe")).isExecutable();
    }

    /** A bare name is looked for in the current folder first, which may be one of downloads. */
    @Test
    void theScriptOfWindowsStartsEveryProgramByItsWholePath() throws IOException {
        List<String> done = Files.readAllLines(PACKAGING.resolve("launcher/loupe.bat")).stream().map(String::strip)
                .filter(line -> !line.startsWith("rem ")).map(line -> CONDITIONS.matcher(line).replaceFirst(""))
                .toList();

        assertThat(done).anyMatch(line -> line.startsWith("\"%SystemRoot%\\System32\\findstr.exe\" "))
                .anyMatch(line -> line.startsWith("\"%JAVA%\" ")).allSatisfy(line -> assertThat(line).matches(
                        "|\\)|:\\w+|@?(echo|setlocal|set|goto|exit|call :\\w+)\\b.*"
                                + "|\"%(SystemRoot%\\\\System32\\\\\\w+\\.exe|JAVA%)\" .*"));
    }

    /** Only in a language that it is told of does macOS show its own words in a window, and let the owner choose it. */
    @Test
    void macOsKnowsTheLanguagesAndWhyTheNetworkIsAskedFor() throws IOException {
        String list = Files.readString(PACKAGING.resolve("macos/Info.plist"));
        var languages = new TreeSet<>(Set.of("en"));
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/app/loupe/text"))) {
            files.map(file -> Pattern.compile("window_(..)\\.properties").matcher(file.getFileName().toString()))
                    .filter(Matcher::matches).forEach(name -> languages.add(name.group(1)));
        }

        assertThat(languages).hasSize(5);
        assertThat(Pattern.compile("<string>(\\w\\w)</string>").matcher(
                firstGroup("(?s)<key>CFBundleLocalizations</key>\\s*<array>(.*?)</array>", list)).results()
                .map(one -> one.group(1))).containsExactlyInAnyOrderElementsOf(languages);
        assertThat(list).containsPattern("<key>NSLocalNetworkUsageDescription</key>\\s*<string>Loupe ");
    }

    @Test
    void theXmlOfEveryDesktopIsWellFormed() throws IOException, ParserConfigurationException, SAXException {
        for (String name : Set.of("linux/app.loupe.Loupe.metainfo.xml", "macos/app.entitlements",
                "macos/Info.plist")) {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            assertThat(factory.newDocumentBuilder().parse(PACKAGING.resolve(name).toFile()).getDocumentElement())
                    .as(name).isNotNull();
        }
    }

    private static List<String> started(Path script, String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Stream.concat(Stream.of(script.toString()), Stream.of(arguments)).toList())
                .redirectErrorStream(true).start();
        try (var lines = process.inputReader()) {
            List<String> said = lines.lines().toList();
            assertThat(process.waitFor()).as(said.toString()).isZero();
            return said;
        }
    }

    private static List<String> settings(String file) throws IOException {
        try (Stream<String> lines = Files.lines(PACKAGING.resolve(file))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        }
    }

    private static String firstGroup(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
