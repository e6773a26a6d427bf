package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.app.commands.ExitCode;
import app.loupe.settings.SettingsFile;
import app.loupe.ui.common.Wording;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.reflect.Field;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import testkit.window.Fx;

/** What only a window in a process of its own shows: where its log is, and what its end from outside leaves. */
class WindowProcessFxTest {
    private static final String CLASSES = System.getProperty("java.class.path");

    private static final String SAMPLE = "sample";
    private static final String BROKEN = "broken";

    /**
     * A window that says when it is filled, and is closed when a line comes; with the sample company, or a
     * closing that fails, if that is named.
     */
    static final class Shown {
        public static void main(String[] arguments) throws Exception {
            var out = new PrintWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out),
                    StandardCharsets.UTF_8), true);
            var bench = new WholeLoupe(Path.of(arguments[0]));
            if (List.of(arguments).contains(SAMPLE)) {
                try (OpenLoupe loupe = bench.open()) {
                    WholeLoupe.sync(loupe, loupe.connections().addSample().id());
                }
            }
            var window = new LoupeWindow(Wording.of(WholeLoupe.TEXTS, WholeLoupe.CLOCK), (folder, prompt, texts) -> {
                OpenLoupe loupe = bench.open();
                if (List.of(arguments).contains(BROKEN)) {
                    failAtTheEnd(loupe);
                }
                Thread.ofPlatform().daemon().start(() -> {
                    Fx.await("it is filled", () -> Window.getWindows().stream()
                            .anyMatch(one -> one.getScene().getRoot().lookup("#nav-help") != null));
                    out.println("filled");
                    if (new Scanner(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8).hasNextLine()) {
                        Fx.run(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
                    }
                });
                return loupe;
            }, CrashGuard.install(LastWords.read(out, WholeLoupe.TEXTS)), Optional.empty(), new ToolkitStart()::run);
            window.show(Path.of(arguments[0]));
        }
    }

    /** Every step of its closing is done, and fails then. */
    @SuppressWarnings("unchecked") // what the steps of the closing are kept in
    private static void failAtTheEnd(OpenLoupe loupe) {
        try {
            Field closing = OpenLoupe.class.getDeclaredField("closing");
            closing.setAccessible(true);
            Field steps = closing.getType().getDeclaredField("steps");
            steps.setAccessible(true);
            ((Map<Object, Runnable>) steps.get(closing.get(loupe))).replaceAll((step, close) -> () -> {
                close.run();
                throw new IllegalStateException("cannot be closed");
            });
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    @TempDir
    private Path folder;

    private static ProcessBuilder java(String classes, String... arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                classes, "-Dh2.allowedClasses=", "-Djdk.serialFilter=!*",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no signal can be sent from Java there")
    void whatWasChosenStaysWhenTheSessionEndsWithTheWindowOpen() throws Exception {
        Process process = java(CLASSES, "-Dglass.platform=Headless", "-Dprism.order=sw", Shown.class.getName(),
                folder.toString()).start();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("filled");

            process.toHandle().destroy();

            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(new SettingsFile(folder).read()).containsKey("window.width");
        } finally {
            process.destroyForcibly();
        }
    }

    /** A process without a window would keep the folder to itself. */
    @Test
    void aClosingThatFailsEndsTheProcessAndKeepsWhatWasChosen() throws Exception {
        Process process = java(CLASSES, "-Dglass.platform=Headless", "-Dprism.order=sw", Shown.class.getName(),
                folder.toString(), BROKEN).start();
        try (var output = process.inputReader(StandardCharsets.UTF_8);
                var closing = process.outputWriter(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("filled");

            closing.write("close\n");
            closing.flush();

            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
            assertThat(process.exitValue()).isEqualTo(ExitCode.USAGE);
            assertThat(new SettingsFile(folder).read()).containsKey("window.width");
        } finally {
            process.destroyForcibly();
        }
    }

    /** Its output is taken by nobody, and the window is gone. */
    @Test
    void aPagerThatIsNotScrolledDoesNotKeepTheProcess() throws Exception {
        Process process = java(CLASSES, "-Dglass.platform=Headless", "-Dprism.order=sw", Shown.class.getName(),
                folder.toString(), SAMPLE).start();
        byte[] question = new WindowQuery(Locale.ENGLISH, Locale.ENGLISH, List.of("invoices", "--json")).bytes();
        try (var output = process.inputReader(StandardCharsets.UTF_8);
                var pager = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            assertThat(output.readLine()).isEqualTo("filled");
            pager.connect(UnixDomainSocketAddress.of(folder.resolve(OneWindow.SOCKET)));
            pager.write(ByteBuffer.wrap(OneWindow.QUERY.getBytes(StandardCharsets.US_ASCII)));
            pager.write(ByteBuffer.allocate(Integer.BYTES + question.length).putInt(question.length).put(question)
                    .flip());
            assertThat(pager.read(ByteBuffer.allocate(1))).isEqualTo(1);

            try (var closing = process.outputWriter(StandardCharsets.UTF_8)) {
                closing.write("close\n");
            }

            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    /** The first line may be of the settings, which say in what language all else is said. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere there is always a display")
    void theLogOfAWindowHasItsFirstLine() throws Exception {
        Files.writeString(folder.resolve("store.ledger"), "from before");
        Files.writeString(folder.resolve(SettingsFile.NAME), "damaged=\\u00zz");
        // tests have a log of their own
        String classes = Pattern.compile(File.pathSeparator, Pattern.LITERAL).splitAsStream(CLASSES)
                .filter(one -> !one.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        ProcessBuilder start = java(classes, "app.loupe.app.Main", "--data-dir", folder.toString());
        start.environment().keySet().removeIf(name -> name.endsWith("DISPLAY"));
        Process process = start.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();

        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();

        assertThat(LogFile.of(folder)).content().contains("settings of the window are damaged");
    }
}
