package app.loupe.odoo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * A request body that writes the secret between two constant halves. Fixed length, never repeated: with a chunk size hint
 * of 0 no buffer of the HTTP client keeps a copy.
 */
final class SecretBody extends AbstractHttpEntity {
    private final byte[] before;
    private final @Nullable OutgoingSecret secret;
    private final byte[] after;

    private SecretBody(byte[] before, @Nullable OutgoingSecret secret, byte[] after) {
        super(ContentType.APPLICATION_JSON, null);
        this.before = before;
        this.secret = secret;
        this.after = after;
    }

    /** A body without a secret. */
    static SecretBody open(WireMessage message) {
        return new SecretBody(message.beforeBytes(), null, message.afterBytes());
    }

    /** A body around a quoted secret, which the caller closes. */
    static SecretBody around(WireMessage message, OutgoingSecret secret) {
        return new SecretBody(message.beforeBytes(), secret, message.afterBytes());
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(before);
        if (secret != null) {
            secret.writeTo(out);
        }
        out.write(after);
        out.flush();
    }

    @Override
    public long getContentLength() {
        return (long) before.length + (secret == null ? 0 : secret.length()) + after.length;
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

    /** Holds nothing to close; the secret is the caller's. */
    @Override
    public void close() {}
}
