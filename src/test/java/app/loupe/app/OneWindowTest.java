package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.Links;

class OneWindowTest {
    @TempDir
    Path temporary;
    private final Semaphore raised = new Semaphore(0);

    private Path folder() {
        return temporary.resolve("loupe");
    }

    private Path socket() {
        return folder().resolve(OneWindow.SOCKET);
    }

    /** A window that is open. */
    private boolean raise() {
        raised.release();
        return true;
    }

    private String say(String word) throws IOException {
        try (SocketChannel caller = SocketChannel.open(UnixDomainSocketAddress.of(socket()))) {
            caller.write(ByteBuffer.wrap(word.getBytes(StandardCharsets.UTF_8)));
            var answer = ByteBuffer.allocate(100);
            int read = caller.read(answer);
            return read < 0 ? "" : StandardCharsets.UTF_8.decode(answer.flip()).toString();
        } catch (SocketException hungUpInTheMiddle) {
            return "";
        }
    }

    @Test
    void aSecondStartRaisesTheFirstAndHasNoWindow() throws InterruptedException {
        try (OneWindow first = OneWindow.in(folder())) {
            first.onRaise(Runnable::run, this::raise);
            assertThat(first.raisedAnother()).isFalse();

            for (int again = 0; again < 3; again++) {
                try (OneWindow second = OneWindow.in(folder())) {
                    assertThat(second.raisedAnother()).isTrue();
                }
                assertThat(raised.tryAcquire(2, TimeUnit.MINUTES)).isTrue();
            }
        }
    }

    @Test
    void anotherProcessRaisesTheFirst() throws IOException, InterruptedException {
        try (OneWindow first = OneWindow.in(folder())) {
            first.onRaise(Runnable::run, this::raise);

            Process second = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp", System.getProperty("java.class.path"), SecondStart.class.getName(), folder().toString())
                    .inheritIO().start();

            assertThat(second.waitFor()).isZero();
            assertThat(raised.tryAcquire()).isTrue();
        }
    }

    /** A process that starts while the window is open: 0 when it raised it. */
    static final class SecondStart {
        private SecondStart() {}

        /** The data folder is the first argument. */
        public static void main(String[] arguments) {
            try (OneWindow second = OneWindow.in(Path.of(arguments[0]))) {
                System.exit(second.raisedAnother() ? 0 : 1);
            }
        }
    }

    @Test
    void theNextStartAfterTheFirstHasEndedHasTheWindow() {
        OneWindow.in(folder()).close();
        assertThat(socket()).doesNotExist();

        try (OneWindow next = OneWindow.in(folder())) {
            assertThat(next.raisedAnother()).isFalse();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "modes and pipes of Unix")
    void aSocketThatACrashLeftBehindIsNoFirstWindow() throws IOException, InterruptedException {
        Files.createDirectories(folder());
        Files.setPosixFilePermissions(folder(), java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
        try (ServerSocketChannel crashed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            crashed.bind(UnixDomainSocketAddress.of(socket()));
        }
        assertThat(socket()).exists();

        try (OneWindow first = OneWindow.in(folder())) {
            first.onRaise(Runnable::run, this::raise);
            assertThat(first.raisedAnother()).isFalse();
            try (OneWindow second = OneWindow.in(folder())) {
                assertThat(second.raisedAnother()).isTrue();
            }
            assertThat(raised.tryAcquire(2, TimeUnit.MINUTES)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "loupe-raisf\n", "GET / HTTP/1.1\r\n\r\n", "LOUPE-RAISE\n"})
    void whoSaysAnythingElseHearsNothing(String word) throws IOException {
        try (OneWindow first = OneWindow.in(folder())) {
            first.onRaise(Runnable::run, this::raise);

            assertThat(say(word)).isEmpty();

            assertThat(raised.availablePermits()).isZero();
            assertThat(say(OneWindow.RAISE)).as("goes on listening").isEqualTo(OneWindow.RAISED);
        }
    }

    @Test
    void aWindowThatIsHiddenOrDoesNotComeUpIsNotAnswered() throws IOException {
        try (OneWindow first = OneWindow.in(folder())) {
            var showing = new AtomicBoolean();
            var stuck = new AtomicBoolean();
            first.onRaise(raising -> {
                if (!stuck.get()) {
                    raising.run();
                }
            }, showing::get);
            assertThat(say(OneWindow.RAISE)).as("hidden").isEmpty();
            showing.set(true);
            assertThat(say(OneWindow.RAISE)).isEqualTo(OneWindow.RAISED);
            stuck.set(true);
            assertThat(say(OneWindow.RAISE)).as("not through").isEmpty();
        }
    }

    @Test
    void aSecondStartWhileTheFirstIsClosingWaitsForTheFolderAndHasTheWindow() throws IOException {
        OneWindow first = OneWindow.in(folder());
        // the owner started again: the window has gone, and the rest goes while the second start is told so
        first.onRaise(Runnable::run, () -> {
            first.close();
            return false;
        });

        try (OneWindow second = OneWindow.in(folder())) {
            assertThat(second.raisedAnother()).isFalse();
            second.onRaise(Runnable::run, this::raise);
            assertThat(say(OneWindow.RAISE)).isEqualTo(OneWindow.RAISED);
        }
    }

    @Test
    void whoListensNoLongerStillHasTheFolder() throws IOException {
        try (OneWindow first = OneWindow.in(folder());
                FileChannel lock = FileChannel.open(folder().resolve(OneWindow.LOCK), StandardOpenOption.WRITE)) {
            first.onRaise(Runnable::run, this::raise);
            first.stopListening();

            assertThat(socket()).doesNotExist();
            assertThat(say(OneWindow.RAISE)).isEmpty();
            assertThatThrownBy(lock::tryLock).isInstanceOf(OverlappingFileLockException.class);
        }
        assertThat(raised.availablePermits()).isZero();
    }

    @Test
    void aLinkInThePlaceOfTheLockIsNotFollowed() throws IOException {
        OneWindow.in(folder()).close();
        Path elsewhere = temporary.resolve("elsewhere");
        Files.delete(folder().resolve(OneWindow.LOCK));
        Links.make(folder().resolve(OneWindow.LOCK), elsewhere);

        try (OneWindow first = OneWindow.in(folder())) {
            assertThat(first.raisedAnother()).isFalse();
        }

        assertThat(elsewhere).doesNotExist();
    }

    /** The pipe has a reader here, so that opening it would not wait for ever: it would be made private. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "modes and pipes of Unix")
    void aPipeInThePlaceOfTheLockIsNotOpened() throws IOException, InterruptedException {
        OneWindow.in(folder()).close();
        Path pipe = folder().resolve(OneWindow.LOCK);
        Files.delete(pipe);
        assertThat(new ProcessBuilder("mkfifo", "-m", "644", pipe.toString()).inheritIO().start().waitFor()).isZero();

        try (var reader = new RandomAccessFile(pipe.toFile(), "rw"); OneWindow first = OneWindow.in(folder())) {
            assertThat(first.raisedAnother()).isFalse();
            assertThat(reader.getFD().valid()).isTrue();
        }

        assertThat(Files.getPosixFilePermissions(pipe)).contains(PosixFilePermission.OTHERS_READ);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "modes and pipes of Unix")
    void socketAndLockAreTheAccountsAlone() throws IOException {
        try (OneWindow first = OneWindow.in(folder())) {
            assertThat(first.raisedAnother()).isFalse();
            for (String name : new String[] {OneWindow.SOCKET, OneWindow.LOCK}) {
                assertThat(java.nio.file.attribute.PosixFilePermissions
                        .toString(Files.getPosixFilePermissions(folder().resolve(name)))).isEqualTo("rw-------");
            }
        }
    }

    @Test
    void whereNoSocketFitsTheWindowOpensAllTheSame() {
        Path deep = temporary.resolve("a".repeat(120));

        try (OneWindow first = OneWindow.in(deep)) {
            assertThat(first.raisedAnother()).isFalse();
        }
    }
}
