package app.loupe.odoo;

import app.loupe.domain.Exempt;
import app.loupe.domain.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/**
 * A request body that writes the secret between two constant halves, straight from an array that is wiped afterwards.
 * Fixed length, never repeated: with a chunk size hint of 0 no buffer of the HTTP client keeps a copy.
 */
@Exempt(rule = "S42", because = "the escaped copy that goes on the wire; close wipes it and nothing prints it")
final class SecretBody extends AbstractHttpEntity implements AutoCloseable {
    private static final byte[] HEX = "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final int MOST_ESCAPED_BYTES = 6;

    private final byte[] before;
    private final byte[] secret;
    private final byte[] after;

    private SecretBody(byte[] before, byte[] secret, byte[] after) {
        super(ContentType.APPLICATION_JSON, null);
        this.before = before;
        this.secret = secret;
        this.after = after;
    }

    /** A body without a secret. */
    static SecretBody open(WireMessage message) {
        return new SecretBody(message.beforeBytes(), new byte[0], message.afterBytes());
    }

    /** A body with the secret as a JSON string; {@link #close} wipes the copy that is made here. */
    static SecretBody around(WireMessage message, Secret secret) {
        return new SecretBody(message.beforeBytes(), jsonString(secret.bytes()), message.afterBytes());
    }

    /** Quotes UTF-8 bytes as a JSON string without a detour over characters. */
    static byte[] jsonString(byte[] utf8) {
        byte[] out = new byte[utf8.length * MOST_ESCAPED_BYTES + 2];
        int at = 0;
        out[at++] = '"';
        for (byte b : utf8) {
            if (b == '"' || b == '\\') {
                out[at++] = '\\';
                out[at++] = b;
            } else if (b >= 0 && b < ' ') {
                out[at++] = '\\';
                out[at++] = 'u';
                out[at++] = '0';
                out[at++] = '0';
                out[at++] = HEX[b >> 4];
                out[at++] = HEX[b & 0xf];
            } else {
                out[at++] = b;
            }
        }
        out[at++] = '"';
        byte[] exact = Arrays.copyOf(out, at);
        Arrays.fill(out, (byte) 0);
        return exact;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(before);
        if (secret.length > 0) {
            out.write(secret);
        }
        out.write(after);
        out.flush();
    }

    @Override
    public long getContentLength() {
        return (long) before.length + secret.length + after.length;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public InputStream getContent() {
        throw new UnsupportedOperationException("written, never read");
    }

    @Override
    public void close() {
        Arrays.fill(secret, (byte) 0);
    }
}
