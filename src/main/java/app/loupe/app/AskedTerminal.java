package app.loupe.app;

import app.loupe.app.WindowQuery.Piece;
import app.loupe.app.commands.Terminal;
import java.io.BufferedWriter;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Optional;

/** The terminal of a command that another process has asked for: nobody can be asked back, and nothing can be typed. */
final class AskedTerminal implements Terminal {
    private final PrintWriter out;
    private final PrintWriter err;
    private final DataOutputStream to;
    private final PieceTurn turn;

    /** @param turn of the answer among all that is written there */
    AskedTerminal(DataOutputStream to, PieceTurn turn) {
        this.to = to;
        this.turn = turn;
        this.out = new PrintWriter(new BufferedWriter(new PieceWriter(to, Piece.OUT, turn), WindowQuery.PIECE));
        this.err = new PrintWriter(new BufferedWriter(new PieceWriter(to, Piece.ERR, turn), WindowQuery.PIECE), true);
    }

    /** Ends the answer. */
    void end(int exitCode) throws IOException {
        out.flush();
        err.flush();
        turn.piece(() -> {
            to.writeByte(Piece.EXIT.sign());
            to.writeInt(exitCode);
            to.flush();
        });
    }

    @Override
    public PrintWriter out() {
        return out;
    }

    /** The asker, who looks after where results go in the end. */
    @Override
    public boolean isRead() {
        return true;
    }

    @Override
    public PrintWriter err() {
        return err;
    }

    @Override
    public InputStream in() {
        return InputStream.nullInputStream();
    }

    @Override
    public boolean interactive() {
        return false;
    }

    @Override
    public Optional<char[]> readPassword(String prompt) {
        return Optional.empty();
    }

    @Override
    public Optional<String> readLine(String prompt) {
        return Optional.empty();
    }
}
