package app.loupe.odoo;

import app.loupe.domain.Secret;
import java.util.Arrays;
import org.apache.hc.core5.http.FormattedHeader;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * The {@code Authorization} line with an API key, as characters that are wiped after the exchange; it never becomes a
 * {@code String}. The head buffer of the connection keeps the bytes until the connection is closed with the session.
 */
final class BearerHeader implements FormattedHeader, AutoCloseable {
    private static final String START = HttpHeaders.AUTHORIZATION + ": Bearer ";

    private final transient CharArrayBuffer line;

    BearerHeader(Secret key) {
        line = new CharArrayBuffer(START.length() + key.length());
        line.append(START);
        byte[] bytes = key.bytes();
        line.append(bytes, 0, bytes.length);
    }

    @Override
    public CharArrayBuffer getBuffer() {
        return line;
    }

    @Override
    public int getValuePos() {
        return HttpHeaders.AUTHORIZATION.length() + 1;
    }

    @Override
    public String getName() {
        return HttpHeaders.AUTHORIZATION;
    }

    /** Empty on purpose: only the writer of the head needs the value, and it takes the buffer. */
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

    @Override
    public void close() {
        Arrays.fill(line.array(), '\0');
    }
}
