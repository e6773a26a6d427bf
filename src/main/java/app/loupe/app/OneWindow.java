package app.loupe.app;

import app.loupe.domain.Blocking;
import app.loupe.domain.Exempt;
import app.loupe.domain.HalfOpen;
import app.loupe.domain.PrivateFiles;
import app.loupe.domain.ProblemException;
import app.loupe.settings.DataFolder;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the second start raise the window of the first. The first holds a lock in the data folder and listens at a socket
 * file beside it, which is no port and which only the account can open. Two fixed words are understood: one asks
 * for the window and is answered when that did come up; after the other comes the question of a command that reads. Whoever
 * says anything else, or nothing for a second, is hung up on. While the first is closing nobody answers, and the second
 * start waits for the lock. Where the system has no such sockets there is
 * no raising, and the second start is refused as before.
 */
@Exempt(rule = "A12", because = "a socket file in the data folder is no network; the class opens no other kind")
final class OneWindow implements AutoCloseable {
    static final String LOCK = "window.lock";
    static final String SOCKET = "window.socket";
    static final String RAISE = "loupe-raise\n";
    static final String RAISED = "loupe-raised\n";
    /** As long as {@link #RAISE}; the length of the question and the question follow. */
    static final String QUERY = "loupe-query\n";

    private static final Logger LOG = LoggerFactory.getLogger(OneWindow.class);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(1);
    /** The first one may have its lock and not yet its socket or its window, or no window any more and still its lock. */
    private static final Duration RAISE_WITHIN = Duration.ofSeconds(5);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
    /** How long who has asked may take nothing of the answer before that looks whether it should go on. */
    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(1);

    private final @Nullable FileChannel lock;
    private final @Nullable ServerSocketChannel server;
    private final Path socket;
    private final boolean raisedAnother;
    private volatile @Nullable Consumer<SocketChannel> queries;

    private OneWindow(@Nullable FileChannel lock, @Nullable ServerSocketChannel server, Path socket,
            boolean raisedAnother) {
        this.lock = lock;
        this.server = server;
        this.socket = socket;
        this.raisedAnother = raisedAnother;
    }

    /** Takes the folder for the window of this process, or raises the window that has it. Never fails. */
    @Blocking
    static OneWindow in(Path folder) {
        Path socket = folder.resolve(SOCKET);
        FileChannel lock = null;
        try {
            if (DataFolder.open(folder).isReadOnly()) {
                // nothing can be made there, and those who only read do not disturb each other
                return new OneWindow(null, null, socket, false);
            }
            lock = PrivateFiles.lockable(folder.resolve(LOCK));
            long until = System.nanoTime() + RAISE_WITHIN.toNanos();
            while (isTaken(lock)) {
                boolean raised = raise(socket);
                if (raised || !pause() || System.nanoTime() >= until) {
                    lock.close();
                    return new OneWindow(null, null, socket, raised);
                }
            }
            // whoever left a socket here is gone: the lock was free
            Files.deleteIfExists(socket);
            return new OneWindow(lock, bound(socket), socket, false);
        } catch (ProblemException unusable) {
            // said when the window opens the folder
            return new OneWindow(null, null, socket, false);
        } catch (IOException | UnsupportedOperationException noSuchSockets) {
            LOG.info("a second start cannot raise this window: {}", noSuchSockets.getClass().getName());
            return new OneWindow(lock, null, socket, false);
        }
    }

    private static ServerSocketChannel bound(Path socket) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try (var half = HalfOpen.closedBy(server::close)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            makePrivate(socket);
            return half.whole(server);
        }
    }

    /** Whether another process has the window and has raised it: there is nothing left to do. */
    boolean raisedAnother() {
        return raisedAnother;
    }

    /**
     * Raises the window whenever somebody starts Loupe again.
     *
     * @param raise says whether the window came up; runs on {@code fx}, and whoever called hears nothing when it is not
     *     through within a second
     */
    void onRaise(Executor fx, BooleanSupplier raise) {
        ServerSocketChannel listening = server;
        if (listening != null) {
            Thread.ofVirtual().name("one-window").start(() -> listen(listening, () -> hasRaised(fx, raise)));
        }
    }

    /** Answers a question. */
    @FunctionalInterface
    interface Answers {
        /** Writes the answer to who has asked; the caller closes. */
        void answer(byte[] question, LocalSocket asker) throws IOException;
    }

    /** Answers the questions of commands from now on, on threads of this executor. */
    void onQuery(Executor work, Answers answers) {
        queries = caller -> work.execute(() -> {
            try (var socket = new LocalSocket(caller, TAKEN_WITHIN)) {
                byte[] question = question(caller);
                if (question.length > 0) {
                    answers.answer(question, socket);
                }
            } catch (IOException hungUp) {
                LOG.debug("a command was not answered", hungUp);
            }
        });
    }

    /** What is asked; nothing when it does not come in time or is too long. */
    private static byte[] question(SocketChannel caller) throws IOException {
        byte[] length = received(caller, Integer.BYTES);
        int count = length.length < Integer.BYTES ? 0 : ByteBuffer.wrap(length).getInt();
        if (count <= 0 || count > WindowQuery.LONGEST) {
            return new byte[0];
        }
        byte[] question = received(caller, count);
        return question.length < count ? new byte[0] : question;
    }

    /** Answers nobody any more and keeps the lock: there is no window to raise, and the folder is still in use. */
    void stopListening() {
        try {
            if (server != null && server.isOpen()) {
                server.close();
                Files.deleteIfExists(socket);
            }
        } catch (IOException failure) {
            LOG.debug("the socket of the window is left behind", failure);
        }
    }

    private void listen(ServerSocketChannel listening, BooleanSupplier raise) {
        new Callers(listening, OneWindow::pause).each(caller -> {
            try {
                if (!isHandedOver(caller, raise)) {
                    caller.close();
                }
            } catch (IOException hungUp) {
                LOG.debug("a caller hung up, or the window closes", hungUp);
            }
        });
    }

    /** Whether another thread goes on with this caller, and closes. */
    private boolean isHandedOver(SocketChannel caller, BooleanSupplier raise) {
        try {
            String word = read(caller, RAISE.length());
            Consumer<SocketChannel> asked = queries;
            if (word.equals(QUERY) && asked != null) {
                asked.accept(caller);
                return true;
            }
            if (word.equals(RAISE) && raise.getAsBoolean()) {
                caller.write(bytes(RAISED));
            }
        } catch (IOException | RejectedExecutionException hungUp) {
            LOG.debug("a caller hung up, or the window closes", hungUp);
        }
        return false;
    }

    private static boolean hasRaised(Executor fx, BooleanSupplier raise) {
        var raising = new FutureTask<Boolean>(raise::getAsBoolean);
        try {
            fx.execute(raising);
            return raising.get(ANSWER_WITHIN.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException | IllegalStateException noWindow) {
            LOG.debug("the window did not come up", noWindow);
            return false;
        }
    }

    private static boolean isTaken(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() == null;
        } catch (OverlappingFileLockException inThisProcess) {
            return true;
        }
    }

    private static boolean raise(Path socket) {
        try (SocketChannel first = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            first.write(bytes(RAISE));
            return read(first, RAISED.length()).equals(RAISED);
        } catch (IOException notNow) {
            LOG.debug("the first window does not listen yet, or no longer", notNow);
            return false;
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(BETWEEN_TRIES);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String read(SocketChannel from, int count) throws IOException {
        return new String(received(from, count), StandardCharsets.US_ASCII);
    }

    /** As many bytes as asked for, or fewer when the other side ends or lets time pass. */
    private static byte[] received(SocketChannel from, int count) throws IOException {
        var read = ByteBuffer.allocate(count);
        long until = System.nanoTime() + ANSWER_WITHIN.toNanos();
        try (Selector selector = Selector.open()) {
            from.configureBlocking(false);
            from.register(selector, SelectionKey.OP_READ);
            while (read.hasRemaining()) {
                long left = Duration.ofNanos(until - System.nanoTime()).toMillis();
                if (left <= 0 || selector.select(left) == 0 || from.read(read) < 0) {
                    break;
                }
                selector.selectedKeys().clear();
            }
        }
        return Arrays.copyOf(read.array(), read.position());
    }

    private static ByteBuffer bytes(String word) {
        return ByteBuffer.wrap(word.getBytes(StandardCharsets.US_ASCII));
    }

    /** A socket has no mode at its birth: for that moment the folder, which is closed, keeps others out, as on Windows. */
    private static void makePrivate(Path socket) throws IOException {
        var view = Files.getFileAttributeView(socket, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Override
    public void close() {
        stopListening();
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException failure) {
            LOG.debug("the lock of the window ends with the process", failure);
        }
    }
}
