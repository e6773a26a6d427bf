package app.loupe.app;

import app.loupe.domain.Blocking;
import app.loupe.app.commands.Interrupts;
import app.loupe.domain.Exempt;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two directions of a socket file as streams, neither of which waits for ever for a side that is silent, unless whoever
 * waits wants to. What could not be written ends the connection: whoever writes from a buffer would send its beginning once
 * more. Used by one thread, but for {@link #watch}; closing a stream does nothing.
 */
@Exempt(rule = "A12", because = "a socket file in the data folder is no network; the class opens no other kind")
@Blocking
final class LocalSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalSocket.class);

    private final SocketChannel channel;
    private final Duration patience;

    /** @param patience how long the other side may neither take nor give anything */
    LocalSocket(SocketChannel channel, Duration patience) {
        this.channel = channel;
        this.patience = patience;
    }

    /** Calls whoever listens there. */
    static LocalSocket to(Path socket, Duration patience) throws IOException {
        return new LocalSocket(SocketChannel.open(UnixDomainSocketAddress.of(socket)), patience);
    }

    InputStream in() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                var buffer = ByteBuffer.wrap(into, offset, length);
                return length == 0 ? 0 : patiently(SelectionKey.OP_READ, () -> channel.read(buffer), () -> false);
            }
        };
    }

    OutputStream out() {
        return out(() -> false);
    }

    /** @param waits whether to wait on; asked each time that the other side has taken nothing for so long */
    OutputStream out(BooleanSupplier waits) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] from, int offset, int length) throws IOException {
                var buffer = ByteBuffer.wrap(from, offset, length);
                try {
                    while (buffer.hasRemaining()) {
                        patiently(SelectionKey.OP_WRITE, () -> channel.write(buffer), waits);
                    }
                } catch (IOException notTaken) {
                    LocalSocket.this.close();
                    throw notTaken;
                }
            }
        };
    }

    /**
     * Gives one byte if the other side has room for it; who has none has enough to take. Never waits, and is called only between
     * two things that are written.
     */
    void offer(int one) throws IOException {
        channel.configureBlocking(false);
        channel.write(ByteBuffer.wrap(new byte[] {(byte) one}));
    }

    /** One try to move bytes. */
    @FunctionalInterface
    private interface Move {
        int bytes() throws IOException;
    }

    private int patiently(int direction, Move move, BooleanSupplier waits) throws IOException {
        try (Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            channel.register(selector, direction);
            int moved = move.bytes();
            while (moved == 0) {
                if (selector.select(patience.toMillis()) == 0 && !waits.getAsBoolean()) {
                    throw new InterruptedIOException("the other side is silent");
                }
                selector.selectedKeys().clear();
                moved = move.bytes();
            }
            return moved;
        }
    }

    /**
     * Tells when the other side is gone, once: at once when it is already, otherwise on a thread of its own; it has nothing more to
     * say. Until the watch is closed nothing may be read here.
     *
     * @param gone ends what is done for the other side
     */
    Interrupts.Watch watch(Runnable gone) {
        try {
            Selector selector = Selector.open();
            try {
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ);
                if (hasEnded()) {
                    throw new EOFException();
                }
            } catch (IOException closed) {
                selector.close();
                throw closed;
            }
            Thread.ofVirtual().name("asker").start(() -> {
                if (isGone(selector)) {
                    gone.run();
                }
            });
            return () -> end(selector);
        } catch (IOException already) {
            LOG.debug("the other side is gone", already);
            gone.run();
            return () -> {};
        }
    }

    /** Waits until it is, or until nobody waits for that any more. */
    private boolean isGone(Selector selector) {
        try {
            while (selector.select() >= 0 && selector.isOpen()) {
                selector.selectedKeys().clear();
                if (hasEnded()) {
                    return true;
                }
            }
            return false;
        } catch (ClosedSelectorException over) {
            return false;
        } catch (IOException broken) {
            LOG.debug("the other side is gone", broken);
            return true;
        }
    }

    private boolean hasEnded() throws IOException {
        return channel.read(ByteBuffer.allocate(1)) < 0;
    }

    private static void end(Selector selector) {
        try {
            selector.close();
        } catch (IOException failure) {
            LOG.debug("a watch is left to the end of its socket", failure);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
