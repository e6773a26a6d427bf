package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other processes of the computer get of Loupe's, and Loupe of the network, with real processes of the system. */
@EnabledOnOs(OS.LINUX)
class OtherProcessesIT {
    private static final String OPTIONS = "@" + Path.of("packaging", "jvm-options.txt").toAbsolutePath();
    private static final String PASSPHRASE = "otter lamp gravel mint sofa plinth orbit seven\n";

    /** What one process said, on both its outputs, and how it ended. */
    private record Ended(int code, String said) {}

    @TempDir
    private static Path folder;

    private static Path data() {
        return folder.resolve("data");
    }

    @BeforeAll
    static void aSampleCompany() throws Exception {
        // whoever may not look into Loupe's folder is kept out by that folder, not by those above it
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(loupe(List.of(), "connections", "add", "--sample").code()).isZero();
        assertThat(loupe(List.of(), "sync").code()).isZero();
    }

    private static List<String> java(List<String> options) {
        var command = new ArrayList<>(List.of(tool("java")));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        return command;
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static List<String> command(List<String> before, List<String> options, String... arguments) {
        var command = new ArrayList<>(before);
        command.addAll(java(options));
        command.addAll(List.of(Main.class.getName(), "--data-dir=" + data(), "--passphrase-stdin"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Ended loupe(List<String> before, String... arguments) throws Exception {
        return ended(command(before, List.of(OPTIONS), arguments), PASSPHRASE);
    }

    private static Ended ended(List<String> command, String typed) throws Exception {
        File said = Files.createTempFile(folder, "said", ".txt").toFile();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said).start();
        try {
            try (var in = process.getOutputStream()) {
                in.write(typed.getBytes(StandardCharsets.UTF_8));
            } catch (IOException gone) {
                // one that reads nothing may have ended before
                assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            }
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            return new Ended(process.exitValue(), Files.readString(said.toPath()));
        } finally {
            process.destroyForcibly();
        }
    }

    /** Whether a tool of the system can do that here at all: in a container it may not. */
    private static void assumeCan(String... command) throws Exception {
        Ended tried;
        try {
            tried = ended(List.of(command), "");
        } catch (IOException missing) {
            tried = new Ended(-1, String.valueOf(missing.getMessage()));
        }
        assumeThat(tried.code()).as(tried.said()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoices --query overdue", "overview", "customers", "check", "connections list",
        "security",
        "export --pack last-month --output FILE.zip"})
    void s22_withoutAnyNetworkAllThatReadsTheCopyWorks(String arguments) throws Exception {
        assumeCan("unshare", "--net", "true");
        String line = arguments.replace("FILE", folder.resolve("pack" + System.nanoTime()).toString());

        Ended done = loupe(List.of("unshare", "--net"), line.split(" ", -1));

        assertThat(done.code()).as(done.said()).isZero();
        assertThat(done.said()).isNotBlank();
    }

    @Test
    void s33_anotherAccountReadsNoFileAndSeesNoName() throws Exception {
        String[] other = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
        Path open = Files.writeString(folder.resolve("open.txt"), "for all");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        assumeCan(Stream.concat(Stream.of(other), Stream.of("cat", open.toString())).toArray(String[]::new));
        List<Path> all;
        try (Stream<Path> files = Files.walk(data())) {
            all = files.toList();
        }
        assertThat(all).hasSizeGreaterThan(8);

        for (Path path : all) {
            String look = Files.isDirectory(path) ? "ls" : "cat";
            Ended tried = ended(Stream.concat(Stream.of(other), Stream.of(look, path.toString())).toList(), "");
            assertThat(tried.code()).as(path.toString()).isNotZero();
            assertThat(tried.said()).contains("Permission denied");
        }
        for (Path path : all) {
            // and the files themselves, were the folder opened by a hand
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).as(path.toString())
                    .endsWith("------");
        }
    }

    /** Not even the account's own programs look into its memory with the tools of Java. */
    @Test
    void s34_noToolOfJavaAttachesToIt() throws Exception {
        assumeThat(Files.isExecutable(Path.of(tool("jcmd")))).isTrue();

        assertThat(attached(List.of()).code()).as("with the options of any program").isZero();
        Ended refused = attached(List.of(OPTIONS));

        assertThat(refused.code()).isNotZero();
        assertThat(refused.said()).contains("AttachNotSupportedException");
    }

    /** What jcmd says of a Loupe that waits for a passphrase, as soon as its Java has come up. */
    private static Ended attached(List<String> options) throws Exception {
        Process waiting = new ProcessBuilder(command(List.of(), options, "connections", "list")).start();
        try {
            Ended asked;
            do {
                assertThat(waiting.isAlive()).isTrue();
                asked = ended(List.of(tool("jcmd"), Long.toString(waiting.pid()), "VM.version"), "");
            } while (asked.said().contains("non existent JVM pid"));
            return asked;
        } finally {
            waiting.destroyForcibly();
        }
    }
}
