package app.loupe.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** What packaging/ says agrees with the build and with itself. */
class PackagingTest {
    private static final Path PACKAGING = Path.of("packaging");

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

        assertThat(Files.readAllLines(PACKAGING.resolve("linux/loupe.desktop"))).contains("StartupWMClass=" + name);
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

        assertThat(named).hasSizeGreaterThan(3).allSatisfy(name -> assertThat(Path.of(name)).exists());
    }

    @Test
    void theOptionsKeepForeignCodeAndDumpsOut() throws IOException {
        assertThat(settings("jvm-options.txt")).contains("-XX:+DisableAttachMechanism",
                "-XX:-HeapDumpOnOutOfMemoryError", "-XX:-CreateCoredumpOnCrash", "-Dh2.allowedClasses=",
                "-Djdk.serialFilter=!*");
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
