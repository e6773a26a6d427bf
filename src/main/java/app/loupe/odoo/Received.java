package app.loupe.odoo;

import app.loupe.domain.ProblemException;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A complete answer from the wire, not parsed yet. Whoever holds it closes it, which gives back the buffer of its body.
 * It may have been fetched by another thread.
 *
 * @param body within bounds, decompressed
 * @param room where the body lies
 * @param pause of the Retry-After header; zero without one
 * @param serverTime what the server's clock said; null when it does not tell
 * @param certificate what the server showed
 */
record Received(int status, String contentType, ByteBuffer body, BodyBuffers.Room room, Duration pause, String tls,
        @Nullable Instant serverTime, @Nullable X509Certificate certificate) implements AutoCloseable {
    /** Parses it by its declared type. */
    RawAnswer read() throws ProblemException {
        return RawAnswer.of(status, contentType, body, pause, tls);
    }

    /** Bytes of the body. */
    int bytes() {
        return body.remaining();
    }

    @Override
    public void close() {
        room.close();
    }
}
