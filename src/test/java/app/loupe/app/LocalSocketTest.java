package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSocketTest {
    /** However fast the machine is: the other side does nothing at all. */
    private static final Duration SHORT = Duration.ofMillis(20);

    @TempDir
    Path folder;
    private ServerSocketChannel server;
    private SocketChannel there;
    private LocalSocket here;

    @BeforeEach
    void connect() throws IOException {
        Path socket = folder.resolve("s");
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        here = LocalSocket.to(socket, SHORT);
        there = server.accept();
    }

    @AfterEach
    void close() throws IOException {
        here.close();
        there.close();
        server.close();
    }

    @Test
    void whoSaysNothingIsNotWaitedForForEver() {
        assertThatThrownBy(() -> here.in().read()).isInstanceOf(IOException.class).hasMessageContaining("silent");
    }

    @Test
    void whoTakesNothingIsNotWaitedForForEver() {
        var piece = new byte[64 * 1024];
        assertThatThrownBy(() -> {
            for (int i = 0; i < 10_000; i++) {
                here.out().write(piece);
            }
        }).isInstanceOf(IOException.class).hasMessageContaining("silent");
    }

    @Test
    void afterWhatWasNotTakenNothingIsWrittenAnyMore() throws IOException {
        var piece = new byte[64 * 1024];
        assertThatThrownBy(() -> {
            for (int i = 0; i < 10_000; i++) {
                here.out().write(piece);
            }
        }).hasMessageContaining("silent");
        var reader = new LocalSocket(there, Duration.ofMinutes(2));
        reader.in().readAllBytes();

        assertThatThrownBy(() -> here.out().write(1)).isInstanceOf(IOException.class);
    }

    @Test
    void whoWantsToWaitIsAskedEachTimeAndWaits() {
        var asked = new AtomicInteger();
        var piece = new byte[64 * 1024];
        assertThatThrownBy(() -> {
            OutputStream out = here.out(() -> asked.incrementAndGet() < 3);
            for (int i = 0; i < 10_000; i++) {
                out.write(piece);
            }
        }).isInstanceOf(IOException.class).hasMessageContaining("silent");

        assertThat(asked).hasValue(3);
    }

    @Test
    void bytesComeThroughAndTheEndIsTheEnd() throws IOException {
        var patient = new LocalSocket(there, Duration.ofMinutes(2));
        patient.out().write(new byte[] {1, -1, 0});
        there.close();

        assertThat(here.in().readAllBytes()).containsExactly(1, -1, 0);
    }

    @Test
    void whoIsGoneIsNoticedWhileNothingIsWritten() throws IOException, InterruptedException {
        var gone = new CountDownLatch(1);
        try (var _ = here.watch(gone::countDown)) {
            there.close();

            assertThat(gone.await(2, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void whoWasGoneBeforeIsNoticedBeforeAnythingIsDone() throws IOException {
        var gone = new AtomicInteger();
        there.close();
        try (var _ = here.watch(gone::incrementAndGet)) {
            assertThat(gone).hasValue(1);
        }
    }

    @Test
    void anAnswerIsWrittenDuringAWatchAndAfterIt() throws IOException {
        var gone = new AtomicInteger();
        try (var _ = here.watch(gone::incrementAndGet)) {
            here.out().write(1);
        }
        here.out().write(2);

        InputStream taken = new LocalSocket(there, Duration.ofMinutes(2)).in();
        assertThat(taken.readNBytes(2)).containsExactly(1, 2);
        assertThat(gone).hasValue(0);
    }
}
