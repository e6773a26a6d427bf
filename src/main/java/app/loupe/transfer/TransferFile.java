package app.loupe.transfer;

import app.loupe.domain.Blocking;
import app.loupe.domain.CancelToken;
import app.loupe.domain.HalfOpen;
import app.loupe.domain.MovedBooks;
import app.loupe.domain.MovedChange;
import app.loupe.domain.PhraseKey;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.transfer.TransferRow.Kind;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads a transfer file. Opening reads all of it: nothing is given away of a file that is not whole and sound to its last byte.
 * The history, which may be long, is read once more when it is asked for. For one thread.
 */
@Blocking
public final class TransferFile implements AutoCloseable {
    /** What the rows may take, and what sealing adds to them: less than a hundredth. */
    private static final long MOST_BYTES = TransferRow.MOST_BYTES + TransferRow.MOST_BYTES / 100;

    private final Path file;
    private final RowReader reader;
    private final TransferContent content;

    private TransferFile(Path file, RowReader reader, TransferContent content) {
        this.file = file;
        this.reader = reader;
        this.content = content;
    }

    /**
     * Opens a file and reads it to its end.
     *
     * @param passphrase the caller's to close
     * @throws ProblemException {@link ProblemCode#TRANSFER_UNREADABLE}, {@link ProblemCode#TRANSFER_FOREIGN},
     *     {@link ProblemCode#TRANSFER_NEWER}, {@link ProblemCode#TRANSFER_DAMAGED},
     *     {@link ProblemCode#TRANSFER_PHRASE_WRONG}, {@link ProblemCode#CANCELLED}
     */
    public static TransferFile open(Path file, PhraseKey.Maker keys, Secret passphrase, CancelToken cancel)
            throws ProblemException {
        return refusing(file, () -> {
            TransferHeader header = header(file);
            var reader = new RowReader(header, header.key(keys, passphrase));
            var gathering = new Gathering(reader);
            try (RowStream rows = rows(file, reader, cancel); var half = HalfOpen.closedBy(gathering::close)) {
                for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                    gathering.add(row.get());
                }
                return half.whole(new TransferFile(file, reader, gathering.content()));
            }
        });
    }

    /**
     * Looks at what a file begins with, before anybody is asked for a passphrase.
     *
     * @throws ProblemException as {@link #open}
     */
    public static void demandOne(Path file) throws ProblemException {
        refusing(file, () -> header(file));
    }

    private interface Reading<T> {
        T run() throws IOException, ProblemException;
    }

    private static <T> T refusing(Path file, Reading<T> reading) throws ProblemException {
        try {
            return reading.run();
        } catch (RefusedException refused) {
            throw new ProblemException(Problem.of(refused.code(), file.toString()), refused);
        } catch (IllegalArgumentException | DateTimeException senseless) {
            // sealed with the right passphrase, and yet nothing that Loupe writes
            throw new ProblemException(Problem.of(ProblemCode.TRANSFER_DAMAGED, file.toString()), senseless);
        } catch (IOException failure) {
            throw new ProblemException(Problem.of(ProblemCode.TRANSFER_UNREADABLE, file.toString()), failure);
        }
    }

    private static InputStream stream(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            // a pipe would wait for a writer
            throw new IOException("no file");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new RefusedException(ProblemCode.TRANSFER_FOREIGN);
        }
        return new BufferedInputStream(Files.newInputStream(file));
    }

    private static TransferHeader header(Path file) throws IOException {
        try (InputStream in = stream(file)) {
            return TransferHeader.read(in);
        }
    }

    private static RowStream rows(Path file, RowReader reader, CancelToken cancel) throws IOException {
        InputStream in = stream(file);
        try (var half = HalfOpen.closedBy(in::close)) {
            if (!Arrays.equals(TransferHeader.read(in).bytes(), reader.header().bytes())) {
                // another file lies there by now
                throw new RefusedException(ProblemCode.TRANSFER_DAMAGED);
            }
            return half.whole(new RowStream(new DataInputStream(new BufferedInputStream(
                    new SealedInput(in, reader.header(), reader.key()))), reader, cancel));
        }
    }

    /** What the file holds but the history; its passwords are wiped with {@link #close}. */
    public TransferContent content() {
        return content;
    }

    /** Uses the history. */
    @FunctionalInterface
    public interface Use {
        /** Uses it; it ends with this. */
        void with(MovedBooks.History history) throws ProblemException;
    }

    /**
     * Reads the history, oldest first, for as long as somebody uses it.
     *
     * @throws ProblemException as {@link #open}, and what the use throws
     */
    public void history(CancelToken cancel, Use use) throws ProblemException {
        refusing(file, () -> {
            try (RowStream rows = rows(file, reader, cancel)) {
                use.with(() -> refusing(file, () -> next(rows)));
                return rows;
            } catch (ProblemException failure) {
                throw named(failure);
            }
        });
    }

    /** Whoever uses the history knows no file: what is senseless to them is damage of this one. */
    private ProblemException named(ProblemException failure) {
        Problem problem = failure.problem();
        return problem.code() == ProblemCode.TRANSFER_DAMAGED && problem.parameters().isEmpty()
                ? new ProblemException(Problem.of(ProblemCode.TRANSFER_DAMAGED, file.toString()), failure)
                : failure;
    }

    private Optional<MovedChange> next(RowStream rows) throws IOException, ProblemException {
        for (var row = rows.next(); row.isPresent(); row = rows.next()) {
            if (row.get().kind() == Kind.CHANGE) {
                return Optional.of(reader.change(row.get()));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        content.close();
    }
}
