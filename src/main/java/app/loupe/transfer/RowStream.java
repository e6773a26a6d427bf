package app.loupe.transfer;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.transfer.TransferRow.Kind;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Gives the rows of a transfer file, and refuses them in another order, too many of a kind, or without their end. */
final class RowStream implements AutoCloseable {
    private final DataInputStream in;
    private final RowReader reader;
    private final CancelToken cancel;
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private int stage;
    private long read;

    /** Takes the stream over. */
    RowStream(DataInputStream in, RowReader reader, CancelToken cancel) {
        this.in = in;
        this.reader = reader;
        this.cancel = cancel;
    }

    /** The next row; empty at the end. */
    Optional<TransferRow> next() throws IOException, ProblemException {
        cancel.check();
        TransferRow row = TransferRow.read(in);
        Kind kind = row.kind();
        boolean fits = read <= TransferRow.MOST_ROWS && kind.stage() >= stage
                && counts.merge(kind, 1, Integer::sum) <= kind.most()
                && (!kind.isOfBook() || counts.containsKey(Kind.BOOK));
        if (!fits || (kind == Kind.END && (reader.end(row) != read || in.read() >= 0))) {
            throw new RefusedException(ProblemCode.TRANSFER_DAMAGED);
        }
        stage = kind.stage();
        read++;
        return kind == Kind.END ? Optional.empty() : Optional.of(row);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
