package testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;

/**
 * How a {@link FakeOdoo} spoils one answer. The good answer is made first (the request is seen and judged as usual); the
 * connection is closed afterwards.
 */
@FunctionalInterface
public interface Fault {
    /** The answer that would have been sent. */
    record Good(int status, String contentType, String body) {
        /** The body as it goes out. */
        public byte[] bytes() {
            return body.getBytes(StandardCharsets.UTF_8);
        }
    }

    /**
     * Writes whatever should go out in place of the good answer.
     *
     * @param closed opens when the server is closed: wait on it instead of sleeping
     */
    void write(Good good, OutputStream out, CountDownLatch closed) throws IOException;

    /** Another status with a body of the given type. */
    static Fault status(int status, String contentType, String body, String... headers) {
        return (good, out, closed) -> out
                .write(answer(status, contentType, body.getBytes(StandardCharsets.UTF_8), headers));
    }

    /** A page for people, such as a sign-in page or a captive portal. */
    static Fault html(int status) {
        return status(status, "text/html; charset=utf-8", "<!DOCTYPE html><title>Log in</title>");
    }

    /** Points elsewhere. */
    static Fault redirect(int status, String location) {
        return status(status, "text/html", "", "Location: " + location);
    }

    /** The good answer with more header lines, such as {@code Set-Cookie}. */
    static Fault headers(String... headers) {
        return (good, out, closed) -> out.write(answer(good.status(), good.contentType(), good.bytes(), headers));
    }

    /** Another body with status 200 and the good type. */
    static Fault body(byte[] body) {
        return (good, out, closed) -> out.write(answer(200, good.contentType(), body));
    }

    /** Announces the whole body and closes after so many bytes. */
    static Fault cut(int bodyBytes) {
        return (good, out, closed) -> out.write(good.bytes().length <= bodyBytes
                ? answer(good.status(), good.contentType(), good.bytes())
                : cutAnswer(good, bodyBytes));
    }

    /** Answers properly with only the first bytes of the body. */
    static Fault shortened(int bodyBytes) {
        return (good, out, closed) -> {
            byte[] part = new byte[Math.min(bodyBytes, good.bytes().length)];
            System.arraycopy(good.bytes(), 0, part, 0, part.length);
            out.write(answer(good.status(), good.contentType(), part));
        };
    }

    /**
     * The head and so many bytes of the body (less of the head when negative), and no more until the server is closed.
     *
     * @param begun opens when these bytes are out
     */
    static Fault beginning(int bodyBytes, CountDownLatch begun) {
        return (good, out, closed) -> {
            byte[] whole = answer(good.status(), good.contentType(), good.bytes());
            int head = whole.length - good.bytes().length;
            out.write(whole, 0, Math.clamp((long) head + bodyBytes, 0, whole.length - 1));
            out.flush();
            begun.countDown();
            await(closed);
        };
    }

    /** So many times "one moment", as long as somebody listens. */
    static Fault interim(int times) {
        return (good, out, closed) -> {
            for (int i = 0; i < times && closed.getCount() > 0; i++) {
                out.write("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        };
    }

    /** Says nothing until the server is closed. */
    static Fault silence() {
        return (good, out, closed) -> await(closed);
    }

    /** Closes without a word. */
    static Fault hangUp() {
        return (good, out, closed) -> out.flush();
    }

    /** The good answer compressed. */
    static Fault gzip() {
        return (good, out, closed) -> out
                .write(answer(good.status(), good.contentType(), zip(good.bytes(), 1), "Content-Encoding: gzip"));
    }

    /** So many mebibytes of blanks, compressed to a thousandth. */
    static Fault bomb(int mebibytes) {
        return (good, out, closed) -> {
            byte[] blanks = new byte[1024 * 1024];
            Arrays.fill(blanks, (byte) ' ');
            out.write(answer(200, good.contentType(), zip(blanks, mebibytes), "Content-Encoding: gzip"));
        };
    }

    /** Blanks in chunks of a mebibyte, without an end, until the client gives up. */
    static Fault endless() {
        return (good, out, closed) -> {
            byte[] blanks = new byte[1024 * 1024];
            Arrays.fill(blanks, (byte) ' ');
            out.write(("HTTP/1.1 200 Status\r\nContent-Type: " + good.contentType()
                    + "\r\nTransfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            while (closed.getCount() > 0) {
                out.write("100000\r\n".getBytes(StandardCharsets.US_ASCII));
                out.write(blanks);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        };
    }

    /** These bytes and nothing else: for answers that are no HTTP. */
    static Fault raw(byte[] bytes) {
        return (good, out, closed) -> out.write(bytes);
    }

    /** A complete answer as bytes; the length is announced, and that the connection ends here. */
    static byte[] answer(int status, String contentType, byte[] body, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Connection: close";
        return keepingAlive(status, contentType, body, all);
    }

    /** A complete answer as bytes, after which the connection may go on. */
    static byte[] keepingAlive(int status, String contentType, byte[] body, String... headers) {
        var head = new StringBuilder("HTTP/1.1 " + status + " Status\r\nServer: fake\r\n");
        if (!contentType.isEmpty()) {
            head.append("Content-Type: ").append(contentType).append("\r\n");
        }
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[start.length + body.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        return whole;
    }

    private static byte[] cutAnswer(Good good, int bodyBytes) {
        byte[] whole = answer(good.status(), good.contentType(), good.bytes());
        return Arrays.copyOf(whole, whole.length - good.bytes().length + bodyBytes);
    }

    private static byte[] zip(byte[] body, int times) throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            for (int i = 0; i < times; i++) {
                gzip.write(body);
            }
        }
        return zipped.toByteArray();
    }

    private static void await(CountDownLatch closed) throws IOException {
        try {
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
