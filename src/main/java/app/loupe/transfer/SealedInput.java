package app.loupe.transfer;

import app.loupe.domain.PhraseKey;
import app.loupe.domain.ProblemCode;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;

/**
 * Opens what {@link SealedOutput} sealed, a piece at a time, and holds one. Ends where the last piece ends, and nothing may
 * stand behind that. Closing it closes the stream below.
 */
final class SealedInput extends InputStream {
    private final DataInputStream from;
    private final TransferHeader header;
    private final PhraseKey key;
    private byte[] piece = new byte[0];
    private int read;
    private long index;
    private boolean last;

    SealedInput(InputStream from, TransferHeader header, PhraseKey key) {
        this.from = new DataInputStream(from);
        this.header = header;
        this.key = key;
    }

    @Override
    public int read() throws IOException {
        return fill() ? piece[read++] & 0xff : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int now = Math.min(length, piece.length - read);
        System.arraycopy(piece, read, to, offset, now);
        read += now;
        return now;
    }

    /** Whether there is a byte more. */
    private boolean fill() throws IOException {
        while (read == piece.length) {
            if (last) {
                return false;
            }
            next();
        }
        return true;
    }

    private void next() throws IOException {
        try {
            int said = from.readInt();
            last = (said & SealedOutput.LAST) != 0;
            int length = said & ~SealedOutput.LAST;
            if (length < PhraseKey.SEAL_BYTES || length > PhraseKey.SEAL_BYTES + SealedOutput.PIECE_BYTES) {
                throw new RefusedException(ProblemCode.TRANSFER_DAMAGED);
            }
            byte[] sealed = new byte[length];
            from.readFully(sealed);
            piece = key.open(sealed, header.bound(SealedOutput.place(index, last)));
        } catch (EOFException | GeneralSecurityException cutOrDamaged) {
            throw new RefusedException(ProblemCode.TRANSFER_DAMAGED);
        }
        read = 0;
        index++;
        if (last && from.read() >= 0) {
            throw new RefusedException(ProblemCode.TRANSFER_DAMAGED);
        }
    }

    @Override
    public void close() throws IOException {
        from.close();
    }
}
