package app.loupe.odoo;

import app.loupe.domain.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Holds a secret on its way to the server, in the form in which it is sent, outside the Java heap: the garbage collector
 * moves objects on the heap and leaves old bytes behind that nobody can wipe. A request may wait for minutes, for the
 * lookup, the connection and the greeting. The secret is on the heap only while it is written, and is wiped after that.
 * For one thread.
 */
final class OutgoingSecret implements AutoCloseable {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final String LINE_END = "\r\n";
    private static final int ESCAPED_CONTROL_BYTES = 6;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment bytes;
    private final int length;
    private int filled;

    private OutgoingSecret(int length) {
        this.length = length;
        this.bytes = arena.allocate(Math.max(1, length));
    }

    /** A JSON string with its quotation marks. */
    static OutgoingSecret quoted(Secret secret) {
        byte[] plain = secret.bytes();
        var quoted = new OutgoingSecret(quotedLength(plain));
        quoted.quote(plain);
        return quoted;
    }

    /** A line of a head with its end. */
    static OutgoingSecret line(String start, Secret secret) {
        byte[] plain = secret.bytes();
        var line = new OutgoingSecret(start.length() + plain.length + LINE_END.length());
        line.put(start.getBytes(StandardCharsets.US_ASCII));
        line.put(plain);
        line.put(LINE_END.getBytes(StandardCharsets.US_ASCII));
        return line;
    }

    private static int quotedLength(byte[] utf8) {
        int sum = 2;
        for (byte b : utf8) {
            sum += isControl(b) ? ESCAPED_CONTROL_BYTES : isMarked(b) ? 2 : 1;
        }
        return sum;
    }

    /** Quotes UTF-8 bytes as a JSON string without decoding them. */
    private void quote(byte[] utf8) {
        put((byte) '"');
        for (byte b : utf8) {
            if (isControl(b)) {
                put((byte) '\\');
                put((byte) 'u');
                put((byte) '0');
                put((byte) '0');
                put(HEX[b >> 4]);
                put(HEX[b & 0xf]);
            } else {
                if (isMarked(b)) {
                    put((byte) '\\');
                }
                put(b);
            }
        }
        put((byte) '"');
    }

    private static boolean isControl(byte b) {
        return b >= 0 && b < ' ';
    }

    private static boolean isMarked(byte b) {
        return b == '"' || b == '\\';
    }

    private void put(byte[] several) {
        for (byte b : several) {
            put(b);
        }
    }

    private void put(byte b) {
        bytes.set(ValueLayout.JAVA_BYTE, filled++, b);
    }

    /** The length in bytes, as sent. */
    int length() {
        return length;
    }

    /**
     * Writes the secret in one piece and wipes it; a second call would write zeros. The copy on the heap lives for this
     * one call.
     */
    void writeTo(OutputStream out) throws IOException {
        byte[] piece = new byte[length];
        try {
            MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, 0, piece, 0, length);
            bytes.fill((byte) 0);
            out.write(piece);
            out.flush();
        } finally {
            Arrays.fill(piece, (byte) 0);
        }
    }

    /** The number of bytes, never the bytes. */
    @Override
    public String toString() {
        return "OutgoingSecret[" + length + "]";
    }

    @Override
    public void close() {
        bytes.fill((byte) 0);
        arena.close();
    }
}
