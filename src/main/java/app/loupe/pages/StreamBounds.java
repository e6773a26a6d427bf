package app.loupe.pages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSName;

/**
 * Refuses a file whose packed parts would not fit into memory, before the library unpacks any of them: it unpacks each as a
 * whole, and a thousandth of it is enough in the file. Looks at all that may be a part, whatever the file says of itself, and
 * keeps nothing of what it unpacks. Into what is encrypted, or packed by another rule first, {@link FilterBounds} looks.
 */
final class StreamBounds {
    /** Bytes; more than the largest image that is drawn has with two bytes for each of three colours. */
    static final long MOST = 256L << 20;
    /** Of all together: as much as is gone through in some seconds. */
    static final long MOST_IN_ALL = 2L << 30;
    private static final int MOST_PARTS = 100_000;
    /** What is packed is packed once, in rare files once more. */
    static final int MOST_LAYERS = 3;
    /** The names of that rule in a file. */
    static final Set<COSName> SEEN = Set.of(COSName.FLATE_DECODE, COSName.FLATE_DECODE_ABBREVIATION);

    private static final byte[] BEGINNING = {'s', 't', 'r', 'e', 'a', 'm'};

    private StreamBounds() {}

    /** @throws IOException when a part, or all together, would be too large */
    static void demandBearable(byte[] pdf) throws IOException {
        byte[] piece = new byte[1 << 16];
        long all = 0;
        int parts = 0;
        for (int at = next(pdf, 0); at >= 0; at = next(pdf, at)) {
            long size = 1;
            for (int layers = 1; layers <= MOST_LAYERS && size > 0; layers++) {
                size = size(new ByteArrayInputStream(pdf, at, pdf.length - at), layers, piece);
                all += size;
                if (size > MOST || all > MOST_IN_ALL) {
                    throw new IOException("a part too large to unpack");
                }
            }
            if (++parts > MOST_PARTS) {
                throw new IOException("too many parts");
            }
        }
    }

    /** Where the next part begins; negative behind the last one. */
    private static int next(byte[] pdf, int from) {
        for (int i = from; i <= pdf.length - BEGINNING.length; i++) {
            if (isAt(pdf, i) && !(i >= 3 && pdf[i - 3] == 'e' && pdf[i - 2] == 'n' && pdf[i - 1] == 'd')) {
                return begin(pdf, i + BEGINNING.length);
            }
        }
        return -1;
    }

    private static boolean isAt(byte[] pdf, int at) {
        for (int i = 0; i < BEGINNING.length; i++) {
            if (pdf[at + i] != BEGINNING[i]) {
                return false;
            }
        }
        return true;
    }

    /** Behind blanks and one end of a line, as the library takes them. */
    private static int begin(byte[] pdf, int from) {
        int at = from;
        while (at < pdf.length && pdf[at] == ' ') {
            at++;
        }
        if (at < pdf.length && pdf[at] == '\r') {
            at++;
        }
        return at < pdf.length && pdf[at] == '\n' ? at + 1 : at;
    }

    /** How much comes out, up to just above what is too much; none of what is not packed in this way. */
    private static long size(InputStream file, int layers, byte[] piece) {
        long size = 0;
        try (InputStream unpacked = unpacked(file, layers)) {
            for (int read = unpacked.read(piece); read > 0 && size <= MOST; read = unpacked.read(piece)) {
                size += read;
            }
        } catch (IOException ended) {
            // what comes before a damaged place is unpacked, and has been counted
            return size;
        }
        return size;
    }

    private static InputStream unpacked(InputStream packed, int layers) {
        InputStream unpacked = packed;
        for (int layer = 0; layer < layers; layer++) {
            unpacked = new Layer(unpacked);
        }
        return unpacked;
    }

    /** Like the library it takes no notice of the two bytes in front, and of the sum behind. */
    private static final class Layer extends InflaterInputStream {
        private boolean begun;

        Layer(InputStream packed) {
            super(packed, new Inflater(true));
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (!begun) {
                begun = true;
                in.skipNBytes(2);
            }
            return super.read(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            inf.end();
            super.close();
        }
    }
}
