package app.loupe.odoo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The buffer for the bodies of one connection's answers, one after the other. Large answers come by the hundred, and an
 * array for each would be most of the garbage to collect. For one thread at a time.
 */
final class BodyBuffer {
    private static final int FIRST_BYTES = 64 * 1024;
    /** A larger buffer is replaced at the next answer. */
    private static final int MOST_KEPT_BYTES = 16 * 1024 * 1024;

    private byte[] bytes = new byte[FIRST_BYTES];

    /**
     * Reads to the end.
     *
     * @return what was read, valid until the next call
     */
    ByteBuffer fill(InputStream in) throws IOException {
        if (bytes.length > MOST_KEPT_BYTES) {
            bytes = new byte[FIRST_BYTES];
        }
        int count = 0;
        for (int n = 0; n >= 0; n = in.read(bytes, count, bytes.length - count)) {
            count += n;
            if (count == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.multiplyExact(count, 2));
            }
        }
        return ByteBuffer.wrap(bytes, 0, count);
    }
}
