package app.loupe.pages;

import java.awt.Rectangle;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads how large a JPEG says that it is, without unpacking it. */
final class JpegSize {
    private static final int MARKER = 0xff;
    private static final int START = 0xd8;
    private static final int SCAN = 0xda;
    private static final int FIRST_FRAME = 0xc0;
    private static final int LAST_FRAME = 0xcf;
    private static final int LEAST_LENGTH = 2;

    private JpegSize() {}

    /** Width and height; the largest of each when it has several frames before its first scan. */
    static Rectangle of(InputStream file) throws IOException {
        var in = new DataInputStream(file);
        if (in.readUnsignedByte() != MARKER || in.readUnsignedByte() != START) {
            throw new IOException("no JPEG");
        }
        var size = new Rectangle();
        for (int marker = next(in); marker != SCAN; marker = next(in)) {
            int length = in.readUnsignedShort() - LEAST_LENGTH;
            if (length < 0) {
                throw new IOException("no JPEG");
            }
            if (isFrame(marker)) {
                in.readUnsignedByte();
                size.height = Math.max(size.height, in.readUnsignedShort());
                size.width = Math.max(size.width, in.readUnsignedShort());
                length -= 1 + 2 * Short.BYTES;
            }
            in.skipNBytes(Math.max(0, length));
        }
        return size;
    }

    private static int next(DataInputStream in) throws IOException {
        int found = in.readUnsignedByte();
        while (found != MARKER) {
            found = in.readUnsignedByte();
        }
        while (found == MARKER) {
            found = in.readUnsignedByte();
        }
        return found;
    }

    /** Frames are C0 to CF without the tables C4, C8 and CC. */
    private static boolean isFrame(int marker) {
        return marker == FIRST_FRAME || (marker > FIRST_FRAME && marker <= LAST_FRAME && marker % 4 != 0);
    }
}
