package app.loupe.odoo;

import app.loupe.domain.ProblemException;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came back over the wire, whole and not read yet. Whoever has it closes it, and with that gives the room of its body back;
 * it may have been fetched by another thread.
 *
 * @param body within bounds, decompressed
 * @param room where the body lies
 * @param pause what Retry-After says; zero without
 * @param serverTime what the server's clock said; null when it does not tell
 * @param certificate what the server showed
 */
record Received(int status, String contentType, ByteBuffer body, BodyBuffers.Room room, Duration pause, String tls,
        @Nullable Instant serverTime, @Nullable X509Certificate certificate) implements AutoCloseable {
    /** Reads it by its declared type. */
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
