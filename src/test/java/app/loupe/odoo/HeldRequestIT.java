package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.FakeOdoo;
import testkit.HeldRequestProbe;
import testkit.ProcessMemory;

/**
 * What remains of a secret in the memory of a program whose request waits for its answer, while the collector moves
 * everything that lives. The asking program is another process: this one plays the server, and hears the secret.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class HeldRequestIT {
    private static final int MASK = 0x5a;

    /** The two ways of a secret to the server. */
    enum Way {
        /** In the body, JSON-RPC; the part after the characters that JSON escapes. */
        BODY(FakeOdoo.Version.V14, FakeOdoo.PASSWORD, "long-enough-to-be-found"),
        /** In a header, JSON-2; half of the key. */
        HEADER(FakeOdoo.Version.V19, FakeOdoo.API_KEY, FakeOdoo.API_KEY.substring(20));

        private final FakeOdoo.Version version;
        private final String secret;
        private final String part;

        Way(FakeOdoo.Version version, String secret, String part) {
            this.version = version;
            this.secret = secret;
            this.part = part;
        }
    }

    @ParameterizedTest
    @EnumSource
    @EnabledOnOs(OS.LINUX)
    void s28_aWaitingRequestLeavesNoSecretBehindItThatACollectionMoves(Way way) throws Exception {
        var held = new CountDownLatch(1);
        try (var odoo = FakeOdoo.start(way.version)) {
            odoo.faultAfter(way == Way.BODY ? 2 : 1, (good, out, closed) -> {
                held.countDown();
                await(closed);
            });
            Process asking = ask(odoo, way);
            var left = asking.onExit().thenRun(held::countDown);
            try (var said = asking.inputReader(StandardCharsets.UTF_8)) {
                held.await();
                assertThat(left).as("it asks and waits").isNotDone();
                var memory = new ProcessMemory(asking.pid());
                assumeThat(Files.isReadable(Path.of("/proc", Long.toString(asking.pid()), "mem"))).isTrue();

                tell(asking, said, 'c');
                int whileOpen = memory.copies(way.part);
                tell(asking, said, 'k');
                int seen = memory.copies(way.part);

                assertThat(whileOpen).as("held open, everything moved").isZero();
                assertThat(seen).as("the search sees a copy that is there").isPositive();
            } finally {
                asking.destroyForcibly().waitFor();
            }
        }
    }

    private static void await(CountDownLatch closed) throws IOException {
        try {
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private static void tell(Process asking, BufferedReader said, char command) throws IOException {
        asking.getOutputStream().write(command);
        asking.getOutputStream().flush();
        assertThat(said.readLine()).startsWith(String.valueOf(command));
    }

    private static Process ask(FakeOdoo odoo, Way way) throws IOException {
        byte[] masked = way.secret.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < masked.length; i++) {
            masked[i] ^= (byte) MASK;
        }
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                "-Dlab.masked=" + HexFormat.of().formatHex(masked), HeldRequestProbe.class.getName(),
                odoo.address().url(), FakeOdoo.DATABASE, FakeOdoo.USER, odoo.pin().display())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }
}
