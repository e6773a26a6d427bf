package app.loupe.app;

import app.loupe.app.WindowQuery.Piece;
import app.loupe.app.commands.ReaderGoneException;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes characters as pieces of an answer of one kind, each whole before anybody else has a turn. Throws
 * {@link ReaderGoneException} when nobody takes them: a writer above would keep an {@link IOException} to itself, and the command
 * would work on for nobody.
 */
final class PieceWriter extends Writer {
    private final DataOutputStream to;
    private final Piece kind;
    private final PieceTurn turn;

    PieceWriter(DataOutputStream to, Piece kind, PieceTurn turn) {
        this.to = to;
        this.kind = kind;
        this.turn = turn;
    }

    @Override
    public void write(char[] characters, int offset, int length) {
        try {
            turn.piece(() -> pieces(characters, offset, length));
        } catch (IOException notTaken) {
            throw new ReaderGoneException(notTaken);
        }
    }

    private void pieces(char[] characters, int offset, int length) throws IOException {
        for (int done = 0; done < length; done += WindowQuery.PIECE) {
            int size = Math.min(WindowQuery.PIECE, length - done);
            to.writeByte(kind.sign());
            to.writeInt(size);
            // two bytes a character: a pair that is cut between two pieces is whole again on the other side
            to.writeChars(String.valueOf(characters, offset + done, size));
        }
        to.flush();
    }

    @Override
    public void flush() {
        // a piece is not written without that
    }

    @Override
    public void close() {
        // the stream is shared
    }
}
