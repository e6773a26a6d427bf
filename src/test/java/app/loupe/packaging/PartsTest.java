package app.loupe.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code packaging/parts}: what is shipped is what is pinned and listed, and every part of it comes with its licence. */
class PartsTest {
    private static final String FONTS = "app/loupe/text/fonts/";

    /** The build runs the sources themselves; compiled once they are held to the same warnings as everything else. */
    @TempDir
    static Path classes;

    @TempDir
    Path project;

    private final Map<String, byte[]> libraries = new TreeMap<>();
    private final Map<String, String> pins = new TreeMap<>();
    private final Map<String, String> components = new TreeMap<>();
    private final Map<String, String> program = new TreeMap<>();

    @BeforeAll
    static void theSourcesCompileWithoutWarning() throws IOException {
        var arguments = new ArrayList<>(List.of("-Xlint:all", "-Werror", "-d", classes.toString()));
        try (Stream<Path> sources = Files.list(Path.of("packaging/parts"))) {
            sources.map(Path::toString).sorted().forEach(arguments::add);
        }
        var messages = new ByteArrayOutputStream();
        int exit = ToolProvider.getSystemJavaCompiler().run(null, messages, messages, arguments.toArray(String[]::new));
        assertThat(exit).as(messages.toString(StandardCharsets.UTF_8)).isZero();
    }

    @BeforeEach
    void aBuildOfTwoLibrariesAndAFont() throws IOException {
        library("alpha", "1.0", jar(Map.of("META-INF/LICENSE", "Alpha may be used by all.")), "",
                "<license><id>MIT</id></license>");
        library("javafx-base", "26", jar(Map.of("javafx/Base.class", "")), "linux",
                "<license><id>Apache-2.0</id></license>");
        pins.put("javafx-base-26-win.jar", "0".repeat(64));
        program.put(FONTS + "Round-LICENSE.txt", "SIL OPEN FONT LICENSE of Round");
        program.put(FONTS + "RoundTabular-Bold.ttf", "glyphs");
        write("packaging/licences/Apache-2.0.txt", "The text of Apache");
        write("packaging/licences/GPL-2.0-with-classpath-exception.txt", "The text of the GPL");
        write("packaging/modules.txt", "# modules\njava.base\n");
    }

    @Test
    void whatIsPinnedPasses() throws IOException, InterruptedException {
        assertThat(run("check")).isEmpty();
    }

    @Test
    void otherBytesUnderTheSameNameAreFound() throws IOException, InterruptedException {
        String pinned = pins.get("alpha-1.0.jar");
        libraries.put("alpha-1.0.jar", jar(Map.of("Planted.class", "")));

        assertThat(run("check")).containsExactly("alpha-1.0.jar is not the file that "
                + "packaging/checksums.sha256 pins: its SHA-256 is " + sha256(libraries.get("alpha-1.0.jar"))
                + " and ought to be " + pinned + ".");
    }

    @Test
    void aJarThatNobodyPinnedAndAPinThatNothingNeedsAreFound() throws IOException, InterruptedException {
        String hash = pins.remove("alpha-1.0.jar");
        pins.put("alpha-0.9.jar", hash);

        assertThat(run("check")).containsExactly("alpha-1.0.jar is not in packaging/checksums.sha256 (its SHA-256 is "
                + hash + "): run .ci/pin and read the difference.",
                "alpha-0.9.jar is in packaging/checksums.sha256 but is not shipped: run .ci/pin.");
    }

    @Test
    void aJarThatTheManifestNamesButIsNotThereIsFound() throws IOException, InterruptedException {
        libraries.put("alpha-1.0.jar", new byte[0]);
        lay();
        Files.delete(project.resolve("target/lib/alpha-1.0.jar"));

        assertThat(runAsItLies("check")).singleElement().asString().contains("alpha-1.0.jar is not the file",
                "SHA-256 is missing");
    }

    @Test
    void theBillOfMaterialsIsExactlyWhatIsShipped() throws IOException, InterruptedException {
        components.put("alpha-1.0.jar", component("alpha", "1.0", "", "f".repeat(64), ""));
        components.remove("javafx-base-26-linux.jar");
        components.put("beta-2.jar", component("beta", "2", "", "0".repeat(64), ""));

        assertThat(run("release")).containsExactly("alpha-1.0.jar is another file than the bill of materials says.",
                "javafx-base-26-linux.jar is shipped but is not in the bill of materials.",
                "beta-2.jar is in the bill of materials but is not shipped.");
    }

    @Test
    void everyPartIsNamedWithItsLicenceAndEachTextStandsOnce() throws IOException, InterruptedException {
        library("gamma", "3", jar(Map.of("g.txt", "")), "", "<license><id>Apache-2.0</id></license>");

        assertThat(run("release")).isEmpty();

        String page = Files.readString(project.resolve("target/licences.txt"));
        assertThat(page.lines()).contains("alpha-1.0.jar: MIT", "javafx-base-26-linux.jar: Apache-2.0",
                "gamma-3.jar: Apache-2.0", "RoundTabular-Bold.ttf: OFL-1.1",
                "Java runtime, module java.base: GPL-2.0-with-classpath-exception");
        assertThat(page).contains("Alpha may be used by all.", "SIL OPEN FONT LICENSE of Round",
                "The text of the GPL").containsOnlyOnce("The text of Apache");
    }

    @Test
    void aPartWithoutLicenceOrTextStopsTheRelease() throws IOException, InterruptedException {
        library("beta", "2", jar(Map.of("b.txt", "")), "", "");
        library("gamma", "3", jar(Map.of("g.txt", "")), "", "<license><name>A Licence</name></license>");
        program.put(FONTS + "Square.ttf", "glyphs");

        assertThat(run("release")).containsExactly("beta-2.jar names no licence.",
                "There is no text for the licence of gamma-3.jar (A Licence): add one to packaging/licences.",
                "Square.ttf has no licence beside it.");
        assertThat(project.resolve("target/licences.txt")).doesNotExist();
    }

    private void library(String name, String version, byte[] bytes, String classifier, String licence) {
        String jar = name + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
        libraries.put(jar, bytes);
        pins.put(jar, sha256(bytes));
        components.put(jar, component(name, version, classifier, sha256(bytes), licence));
    }

    private static String component(String name, String version, String classifier, String hash, String licence) {
        return """
                <component><name>%s</name><version>%s</version><hashes><hash alg="MD5">00</hash>\
                <hash alg="SHA-256">%s</hash></hashes><licenses>%s</licenses><purl>pkg:maven/g/x@1?%stype=jar</purl>\
                </component>
                """.formatted(name, version, hash, licence,
                classifier.isEmpty() ? "" : "classifier=" + classifier + "&amp;");
    }

    private List<String> run(String command) throws IOException, InterruptedException {
        lay();
        return runAsItLies(command);
    }

    private void lay() throws IOException {
        var list = new StringBuilder();
        pins.forEach((name, hash) -> list.append(hash).append("  ").append(name).append('\n'));
        write("packaging/checksums.sha256", list.toString());
        write("target/sbom.xml", "<bom><components>" + String.join("", components.values()) + "</components></bom>");
        Files.createDirectories(project.resolve("target/lib"));
        for (var library : libraries.entrySet()) {
            Files.write(project.resolve("target/lib/" + library.getKey()), library.getValue());
        }
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH,
                String.join(" ", libraries.keySet().stream().map(name -> "lib/" + name).toList()));
        Files.write(project.resolve("target/loupe.jar"), jar(manifest, program));
        Files.write(project.resolve("target/lib/leftover-0.1.jar"), jar(Map.of("x", "")));
    }

    /** What is said on standard error; the exit code says whether it is anything. */
    private List<String> runAsItLies(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", classes.toString(), "Parts", command)
                .directory(project.toFile()).start();
        process.getOutputStream().close();
        var problems = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor()).as("%s", problems).isEqualTo(problems.isEmpty() ? 0 : 1);
        return problems;
    }

    private void write(String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static byte[] jar(Map<String, String> entries) throws IOException {
        return jar(new Manifest(), entries);
    }

    private static byte[] jar(Manifest manifest, Map<String, String> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes, manifest)) {
            for (var entry : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
