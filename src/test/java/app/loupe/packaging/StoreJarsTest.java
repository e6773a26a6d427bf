package app.loupe.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jars of the application folder: the same bytes for everybody, and nothing in them to unpack. */
class StoreJarsTest {
    @TempDir
    Path folder;

    @Test
    void theTimeZoneOfWhoBuildsDoesNotShow() throws Exception {
        Path here = jar("here", "some.jar", "A.class");
        Path there = jar("there", "some.jar", "A.class");

        store(here, "UTC");
        store(there, "Asia/Tokyo");

        assertThat(here.resolveSibling("some.jar")).hasSameBinaryContentAs(there.resolveSibling("some.jar"));
    }

    @Test
    void librariesThatLieBesideTheJarsAreLeftOutAndNothingElse() throws Exception {
        Path openJfx = jar("here", "javafx-graphics-26-linux.jar", "libglass.so", "javafx/A.class", "b/c.so");
        Path jna = jar("here", "jna-5.13.0.jar", "com/sun/jna/linux-x86-64/libjnidispatch.so",
                "com/sun/jna/win32-x86-64/jnidispatch.dll", "com/sun/jna/Native.class");
        Path keychain = jar("here", "jkeychain-1.1.0.jar", "osxkeychain.so");

        store(openJfx, "UTC");

        assertThat(entries(openJfx)).containsExactly("javafx/A.class", "b/c.so");
        assertThat(entries(jna)).containsExactly("com/sun/jna/Native.class");
        assertThat(entries(keychain)).containsExactly("osxkeychain.so");
    }

    private Path jar(String where, String name, String... entries) throws IOException {
        Path jar = Files.createDirectories(folder.resolve(where)).resolve(name);
        try (var to = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String one : entries) {
                var entry = new ZipEntry(one);
                // in seconds since 1970, too: that is told in the zone of the reader
                entry.setLastModifiedTime(FileTime.fromMillis(1_767_225_600_000L));
                to.putNextEntry(entry);
                to.write(one.getBytes(StandardCharsets.UTF_8));
                to.closeEntry();
            }
        }
        return jar;
    }

    private static void store(Path jar, String zone) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=" + zone, "packaging/StoreJars.java", jar.getParent().toString()).inheritIO().start();
        assertThat(process.waitFor()).isZero();
    }

    private static List<String> entries(Path jar) throws IOException {
        try (var stored = new ZipFile(jar.toFile())) {
            return stored.stream().map(ZipEntry::getName).toList();
        }
    }
}
