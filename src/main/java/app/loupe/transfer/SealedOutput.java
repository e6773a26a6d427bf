package app.loupe.transfer;

import app.loupe.domain.PhraseKey;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * Seals what is written in pieces, each bound to its place and to whether it is the last: pieces that change their places, or
 * are missing, do not open. {@link #close} writes the last piece, and leaves the stream below open.
 */
final class SealedOutput extends OutputStream {
    /** The most bytes of a piece before it is sealed. */
    static final int PIECE_BYTES = 1 << 16;
    /** In the length of a piece: it is the last. */
    static final int LAST = 1 << 30;

    private final DataOutputStream to;
    private final TransferHeader header;
    private final PhraseKey key;
    private final byte[] piece = new byte[PIECE_BYTES];
    private int filled;
    private long index;
    private boolean closed;

    SealedOutput(OutputStream to, TransferHeader header, PhraseKey key) {
        this.to = new DataOutputStream(to);
        this.header = header;
        this.key = key;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (filled == PIECE_BYTES) {
                seal(false);
            }
            int now = Math.min(length - done, PIECE_BYTES - filled);
            System.arraycopy(from, offset + done, piece, filled, now);
            filled += now;
            done += now;
        }
    }

    private void seal(boolean last) throws IOException {
        try {
            byte[] sealed = key.seal(Arrays.copyOf(piece, filled), header.bound(place(index, last)));
            to.writeInt(sealed.length | (last ? LAST : 0));
            to.write(sealed);
            index++;
            filled = 0;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("sealing failed", broken);
        }
    }

    /** What a piece is bound to. */
    static String place(long index, boolean last) {
        return "piece " + index + (last ? " last" : "");
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            seal(true);
            Arrays.fill(piece, (byte) 0);
            to.flush();
        }
    }
}
