package testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import testkit.TestCertificates.Identity;

/** A server on the loopback, over TLS, that gives every request one answer, and keeps who came and what was asked. */
public final class AnnouncingServer implements AutoCloseable {
    private final SSLServerSocket listener;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<SSLSocket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Answer answer = Answer.status("404 Not Found", "");

    /** What is written to whoever asked. */
    @FunctionalInterface
    public interface Answer {
        /** Writes; the connection is closed afterwards. */
        void write(OutputStream out, CountDownLatch closed) throws IOException, InterruptedException;

        /** A whole answer; more lines of the head may follow the status. */
        static Answer status(String statusAndHead, String body) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            return (out, closed) -> {
                out.write(("HTTP/1.1 " + statusAndHead + "\r\nContent-Length: " + bytes.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.write(bytes);
            };
        }

        /** A good answer. */
        static Answer ok(String body) {
            return status("200 OK", body);
        }

        /** This, and then a byte now and again for as long as somebody listens. */
        static Answer dripping(String begin) {
            return (out, closed) -> {
                out.write(begin.getBytes(StandardCharsets.US_ASCII));
                do {
                    out.write('x');
                    out.flush();
                } while (!closed.await(10, TimeUnit.MILLISECONDS));
            };
        }
    }

    private AnnouncingServer(Identity identity) throws IOException {
        listener = (SSLServerSocket) identity.serverContext().getServerSocketFactory().createServerSocket(0, 50,
                InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon(true).name("announcing").start(this::accept);
    }

    /** Starts with this certificate. */
    public static AnnouncingServer start(Identity identity) {
        try {
            return new AnnouncingServer(identity);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** From now on answers with this. */
    public void answer(Answer next) {
        answer = next;
    }

    /** Where it listens. */
    public int port() {
        return listener.getLocalPort();
    }

    /** How many connections were opened, greeted or not. */
    public int connections() {
        return connections.get();
    }

    /** The head of every request, line by line as it came. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                var socket = (SSLSocket) listener.accept();
                connections.incrementAndGet();
                open.add(socket);
                Thread.ofPlatform().daemon(true).name("announcing-call").start(() -> serve(socket));
            } catch (IOException over) {
                return;
            }
        }
    }

    private void serve(SSLSocket socket) {
        try (socket;
                var in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
                var out = socket.getOutputStream()) {
            var head = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.append(line).append('\n');
            }
            if (!head.isEmpty()) {
                requests.add(head.toString());
                answer.write(out, closed);
            }
        } catch (IOException gone) {
            // the client may leave whenever it likes
            open.remove(socket);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        open.remove(socket);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            listener.close();
            for (SSLSocket socket : open) {
                socket.close();
            }
        } catch (IOException alreadyClosed) {
            throw new IllegalStateException(alreadyClosed);
        }
    }
}
