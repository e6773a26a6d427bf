package app.loupe.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** In which order packages are signed; with programs that note their calls in the place of Apple's. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "scripts of Unix")
class SigningTest {
    private static final String APP = "target/image/Loupe.app";
    private static final FileTime STAMP = FileTime.fromMillis(1_767_225_600_000L);
    private static final byte[] MACH_O = HexFormat.of().parseHex("cafebabe00000002");

    @TempDir
    Path folder;

    private Path jar;

    @BeforeEach
    void anApplicationAndTheToolsOfApple() throws IOException {
        for (String file : List.of("packages-macos.sh", "tree-sums.sh", "SignedJars.java", "macos/app.entitlements")) {
            Path copy = folder.resolve("packaging").resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(Path.of("packaging").resolve(file), copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
        write("target/licences.txt", "licences");
        write("target/sbom.json", "{}");
        write(APP + "/Contents/Info.plist",
                "<key>CFBundleShortVersionString</key>\n  <string>1.2.3</string>\n<key>A</key>\n");
        for (String file : List.of("app/loupe.aot", "app/loupe.jar", "app/lib/libglass.dylib", "Resources/app.icns")) {
            write(APP + "/Contents/" + file, file);
        }
        for (String file : List.of("MacOS/Loupe", "runtime/Contents/Home/bin/java",
                "runtime/Contents/Home/lib/libjli.dylib")) {
            assertThat(write(APP + "/Contents/" + file, file).toFile().setExecutable(true)).isTrue();
        }
        jar = folder.resolve(APP + "/Contents/app/lib/keychain.jar");
        stored(jar, Map.of("osxkeychain.so", MACH_O, "A.class", HexFormat.of().parseHex("cafebabe0000003d")));
        stored(jar.resolveSibling("other.jar"), Map.of("b.so", new byte[] {0x7f, 'E', 'L', 'F', 0}));
        // what is signed grows; a seal is valid while the files are those of the moment when the application was signed
        tool("codesign", """
                sums() { packaging/tree-sums.sh target/image/Loupe.app; }
                for last in "$@"; do :; done
                case "$*" in
                    *--verify*) sums | cmp -s - sealed || exit 3 ;;
                    *) [ -s target/image/Loupe.app/Contents/Resources/licences.txt ] || exit 9
                       [ -d "$last" ] || echo signed >>"$last"
                       case "$last" in *.app) sums >sealed ;; esac ;;
                esac
                """);
        // of macOS, too, but no part of a small Linux: a sum is nothing to note
        assertThat(write("bin/shasum", "#!/bin/sh\nshift 2\nexec sha256sum \"$@\"\n").toFile().setExecutable(true))
                .isTrue();
        tool("ditto", "cp -R \"$1\" \"$2\"");
        tool("hdiutil", "for last in \"$@\"; do :; done; [ \"$1\" != create ] || echo disk >\"$last\"");
        tool("pkgbuild", "for last in \"$@\"; do :; done; echo part >\"$last\"");
        tool("plutil", "[ -s \"$5\" ]");
        tool("productbuild", "for last in \"$@\"; do :; done; echo package >\"$last\"");
        tool("xcrun", "[ \"$1\" != stapler ] || echo ticket >>\"$3\"");
    }

    @Test
    void macOsSignsFromTheInsideOutAndAddsNothingAfterwards() throws Exception {
        List<String> said = packages("ok",
                Map.of("LOUPE_MAC_SIGN_IDENTITY", "Ann", "LOUPE_MAC_INSTALLER_IDENTITY", "Bob",
                        "LOUPE_MAC_NOTARY_PROFILE", "loupe"));

        assertThat(said).contains("keychain.jar").doesNotContain("other.jar");
        assertThat(calls()).containsExactly("codesign library.dylib", "codesign libglass.dylib",
                "codesign libjli.dylib",
                "codesign entitled java", "codesign runtime", "codesign entitled Loupe.app",
                "codesign verified Loupe.app",
                "ditto Loupe.app", "hdiutil create", "codesign dmg", "hdiutil attach", "codesign verified Loupe.app",
                "hdiutil detach", "ditto Loupe.app", "pkgbuild --quiet", "plutil -replace", "pkgbuild --quiet",
                "productbuild signed pkg", "xcrun notarytool", "xcrun stapler", "xcrun notarytool", "xcrun stapler");
        assertThat(run("sh", "packaging/tree-sums.sh", APP)).isEqualTo(Files.readAllLines(folder.resolve("sealed")));
        assertThat(run("sh", "-c", "cd target/packages && sha256sum --check SHA256SUMS")).hasSize(5)
                .allMatch(line -> line.endsWith(": OK"));
    }

    /** One that may be relocated takes the place of any Loupe that the installer finds on the disk. */
    @Test
    void theInstallerPutsTheApplicationWhereItBelongsAndNowhereElse() throws Exception {
        packages("ok", Map.of());

        assertThat(Files.readString(folder.resolve("calls"))).containsSubsequence("--analyze --root",
                "plutil -replace 0.BundleIsRelocatable -bool NO ", "/components.plist\n", "--component-plist ",
                "--install-location /Applications --identifier app.loupe.Loupe --version 1.2.3 ",
                "productbuild --package ").doesNotContain("productbuild --component");
    }

    @Test
    void aLibraryInAJarIsSignedAndTheJarKeepsSizeAndTime() throws Exception {
        long size = Files.size(jar);
        packages("ok", Map.of("LOUPE_MAC_SIGN_IDENTITY", "Ann"));

        assertThat(Files.size(jar)).isEqualTo(size);
        assertThat(Files.getLastModifiedTime(jar)).isEqualTo(STAMP);
        try (var signed = new ZipFile(jar.toFile())) {
            assertThat(signed.getInputStream(signed.getEntry("osxkeychain.so")).readAllBytes()).startsWith(MACH_O)
                    .endsWith("signed\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(signed.getInputStream(signed.getEntry("A.class")).readAllBytes()).hasSize(8);
        }
    }

    @Test
    void theSumsOfTheFilesAreThoseOfTheBuildAndNotOfWhatWasSigned() throws Exception {
        write(APP + "/Contents/Resources/licences.txt", "licences");
        List<String> built = run("sh", "packaging/tree-sums.sh", APP);

        packages("ok", Map.of("LOUPE_MAC_SIGN_IDENTITY", "Ann"));

        assertThat(built).hasSize(11).isNotEqualTo(run("sh", "packaging/tree-sums.sh", APP));
        assertThat(run("sh", "-c", "cat target/packages/loupe-1.2.3-macos-*.files.sha256")).isEqualTo(built);
    }

    @Test
    void whatIsNotThereIsSaidAndLeftOut() throws Exception {
        assertThat(packages("ok", Map.of())).contains("Not signed: LOUPE_MAC_SIGN_IDENTITY is not set.",
                "Not notarised: LOUPE_MAC_SIGN_IDENTITY and LOUPE_MAC_NOTARY_PROFILE are not both set.");
        assertThat(calls()).containsExactly("codesign Loupe.app", "ditto Loupe.app", "hdiutil create",
                "ditto Loupe.app", "pkgbuild --quiet", "plutil -replace", "pkgbuild --quiet", "productbuild pkg");

        assertThat(Files.readString(folder.resolve("calls"))).startsWith("codesign --force --sign - ");

        Files.delete(folder.resolve("calls"));
        assertThat(packages("ok", Map.of("LOUPE_MAC_SIGN_IDENTITY", "Ann"))).contains("No .pkg: "
                + "LOUPE_MAC_INSTALLER_IDENTITY is not set, and macOS warns of one that is not signed.");
        assertThat(calls()).noneMatch(call -> call.startsWith("productbuild") || call.startsWith("xcrun"));
    }

    @Test
    void aSealThatDoesNotHoldMakesNoPackage() throws Exception {
        tool("codesign", "case \"$*\" in *--verify*) exit 3 ;; esac");

        packages("fails", Map.of("LOUPE_MAC_SIGN_IDENTITY", "Ann"));

        assertThat(calls()).last().isEqualTo("codesign verified Loupe.app");
    }

    @Test
    void theSignedApplicationMayDoNothingButCompile() throws IOException {
        assertThat(Pattern.compile("<key>(.*)</key>")
                .matcher(Files.readString(Path.of("packaging/macos/app.entitlements")))
                .results().map(key -> key.group(1))).containsExactly("com.apple.security.cs.allow-jit",
                        "com.apple.security.cs.allow-unsigned-executable-memory");
    }

    @Test
    void windowsSignsTheStarterBeforeItIsPackedAndSumsUpLast() throws IOException {
        assertThat(Files.readString(Path.of("packaging/packages.ps1"))).containsSubsequence(
                "Copy-Item target\\licences.txt $image", ".files.sha256", "Add-Signature (Get-ChildItem -Recurse",
                "-Include *.exe, *.dll $image", "& $jpackage", "Add-Signature (Get-ChildItem \"$out\\*.msi\"",
                "\"$out\\SHA256SUMS\"");
    }

    /** What the tools were called for, in order and without their folders. */
    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls")).stream().map(call -> {
            String tool = call.substring(0, call.indexOf(' '));
            String last = call.substring(Math.max(call.lastIndexOf('/'), call.lastIndexOf(' ')) + 1);
            return switch (tool) {
                case "codesign" -> tool + (call.contains("--verify") ? " verified" : "")
                        + (call.contains("--entitlements") ? " entitled" : "") + " "
                        + last.replaceFirst("^library\\d+", "library").replaceFirst("^.*\\.dmg$", "dmg");
                case "productbuild" -> tool + (call.contains("--sign Bob") ? " signed" : "") + " pkg";
                case "ditto" -> tool + " " + last;
                default -> tool + " " + call.split(" ", -1)[1];
            };
        }).toList();
    }

    private List<String> packages(String how, Map<String, String> identity) throws Exception {
        var builder = new ProcessBuilder("sh", "packaging/packages-macos.sh").directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().merge("PATH", folder.resolve("bin").toString(), (path, first) -> first + ":" + path);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(identity);
        Process process = builder.start();
        List<String> said = process.inputReader().lines().toList();
        assertThat(process.waitFor() == 0).as(said.toString()).isEqualTo(how.equals("ok"));
        return said;
    }

    private List<String> run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        List<String> said = process.inputReader().lines().toList();
        assertThat(process.waitFor()).as(said.toString()).isZero();
        return said;
    }

    private void tool(String name, String script) throws IOException {
        Path file = write("bin/" + name,
                "#!/bin/sh\nset -e\necho \"" + name + " $*\" >>" + folder.resolve("calls") + "\n"
                        + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** A jar as the application folder has them, uncompressed, with enough text in it that could be. */
    private static void stored(Path jar, Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var to = new ZipOutputStream(bytes)) {
            for (var one : entries.entrySet()) {
                add(to, one.getKey(), one.getValue());
            }
            add(to, "notes.txt", "many words ".repeat(100).getBytes(StandardCharsets.US_ASCII));
        }
        Files.write(jar, bytes.toByteArray());
        Files.setLastModifiedTime(jar, STAMP);
    }

    private static void add(ZipOutputStream to, String name, byte[] content) throws IOException {
        var sum = new CRC32();
        sum.update(content);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        to.putNextEntry(entry);
        to.write(content);
        to.closeEntry();
    }
}
