package app.loupe.odoo;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;

/** Reads the body of an answer: plain or gzip, never more than the limit, never inflated out of proportion. */
final class BoundedBody {
    private static final int BUFFER_BYTES = 16_384;
    private static final int MOST_RATIO = 200;
    private static final int RATIO_FROM_BYTES = 1024 * 1024;

    private BoundedBody() {}

    /**
     * Reads to the end.
     *
     * @param into holds the body until it is used for the next answer
     * @throws ProblemException {@link ProblemCode#ANSWER_TOO_LARGE} or, for other encodings,
     *     {@link ProblemCode#ANSWER_MALFORMED}
     */
    static ByteBuffer read(ClassicHttpResponse response, long mostBytes, Watch watch, BodyBuffer into)
            throws IOException, ProblemException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return ByteBuffer.allocate(0);
        }
        if (entity.getContentLength() > mostBytes) {
            throw ProblemException.of(ProblemCode.ANSWER_TOO_LARGE);
        }
        if (response.countHeaders(HttpHeaders.CONTENT_ENCODING) > 1) {
            throw ProblemException.of(ProblemCode.ANSWER_MALFORMED);
        }
        String encoding = entity.getContentEncoding() == null
                ? ""
                : entity.getContentEncoding().strip().toLowerCase(Locale.ROOT);
        watch.progress(0);
        InputStream raw = entity.getContent();
        if (raw == null) {
            return ByteBuffer.allocate(0);
        }
        var counted = new Counted(raw, watch);
        return switch (encoding) {
            case "", "identity" -> drain(counted, counted, mostBytes, into);
            case "gzip" -> inflate(counted, mostBytes, into);
            default -> throw ProblemException.of(ProblemCode.ANSWER_MALFORMED);
        };
    }

    private static ByteBuffer inflate(Counted counted, long mostBytes, BodyBuffer into)
            throws IOException, ProblemException {
        try (var plain = new GZIPInputStream(counted, BUFFER_BYTES)) {
            return drain(plain, counted, mostBytes, into);
        } catch (ZipException malformed) {
            throw ProblemException.of(ProblemCode.ANSWER_MALFORMED);
        }
    }

    private static ByteBuffer drain(InputStream plain, Counted counted, long mostBytes, BodyBuffer into)
            throws IOException, ProblemException {
        try {
            return into.fill(new Limited(plain, counted, mostBytes));
        } catch (TooLargeException tooLarge) {
            throw ProblemException.of(ProblemCode.ANSWER_TOO_LARGE);
        }
    }

    /** More than the limit, or inflated out of proportion. */
    private static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Ends the reading of a body that is too large. */
    private static final class Limited extends FilterInputStream {
        private final Counted counted;
        private final long mostBytes;
        private long count;

        Limited(InputStream plain, Counted counted, long mostBytes) {
            super(plain);
            this.counted = counted;
            this.mostBytes = mostBytes;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count += Math.max(n, 0);
            boolean bomb = count > RATIO_FROM_BYTES && count / MOST_RATIO > counted.count;
            if (count > mostBytes || bomb) {
                throw new TooLargeException();
            }
            return n;
        }
    }

    /** Counts the bytes as they come from the wire. */
    private static final class Counted extends FilterInputStream {
        private final Watch watch;
        private long count;

        Counted(InputStream in, Watch watch) {
            super(in);
            this.watch = watch;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) {
                watch.progress(++count);
            }
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            if (n > 0) {
                count += n;
                watch.progress(count);
            }
            return n;
        }
    }
}
