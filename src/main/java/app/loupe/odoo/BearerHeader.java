package app.loupe.odoo;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;

/**
 * The {@code Authorization} line with an API key. {@link SecretHeadWriter} has it write itself, past the buffers of the
 * HTTP client, which live as long as the connection. To everything else the header has no value.
 */
final class BearerHeader implements Header {
    private static final String START = HttpHeaders.AUTHORIZATION + ": Bearer ";

    private static final byte FIRST_VISIBLE = 0x21;
    private static final byte LAST_VISIBLE = 0x7e;

    private final OutgoingSecret line;

    /** @param line as {@link #line} makes it; stays the caller's, who closes it */
    BearerHeader(OutgoingSecret line) {
        this.line = line;
    }

    /**
     * The line for this key.
     *
     * @throws ProblemException {@link ProblemCode#API_KEY_REFUSED} when it holds anything but visible ASCII characters:
     *     no key does, and a line end in it would begin another, unchecked line
     */
    static OutgoingSecret line(Secret key) throws ProblemException {
        for (byte each : key.bytes()) {
            if (each < FIRST_VISIBLE || each > LAST_VISIBLE) {
                throw ProblemException.of(ProblemCode.API_KEY_REFUSED);
            }
        }
        return OutgoingSecret.line(START, key);
    }

    /** Writes the line with its end, once. */
    void writeTo(OutputStream out) throws IOException {
        line.writeTo(out);
    }

    @Override
    public String getName() {
        return HttpHeaders.AUTHORIZATION;
    }

    /** Empty on purpose: only {@link #writeTo} gives the value away. */
    @Override
    public String getValue() {
        return "";
    }

    @Override
    public boolean isSensitive() {
        return true;
    }

    @Override
    public String toString() {
        return START;
    }
}
