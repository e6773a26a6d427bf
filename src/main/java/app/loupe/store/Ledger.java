package app.loupe.store;

import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps beside the store how much it held at its last flush, because H2 opens a damaged file silently with fewer rows
 * (R4). Replaced as a whole: new file, fsync, rename, fsync of the folder.
 */
final class Ledger {
    private static final int MAX_BYTES = 10_000_000;

    private final FileProtection folder;
    private final Path file;

    Ledger(FileProtection folder, String storeName) {
        this.folder = folder;
        this.file = folder.file(storeName.equals("invoices") ? "store.ledger" : storeName + ".ledger");
    }

    /** What was written last; empty when there is no ledger or it is damaged. */
    Optional<LedgerState> read() throws ProblemException {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
                return Optional.empty();
            }
            return LedgerState.parse(Files.readString(file));
        } catch (NoSuchFileException | CharacterCodingException damaged) {
            return Optional.empty();
        } catch (IOException failure) {
            throw StoreProblems.of(file, failure);
        }
    }

    /** Replaces the ledger, durably. */
    synchronized void write(LedgerState state) throws ProblemException {
        Path fresh = file.resolveSibling(file.getFileName() + ".tempFile");
        try {
            Files.deleteIfExists(fresh);
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(state.text());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            FileProtection.closeToOthers(fresh);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            folder.sync();
        } catch (IOException failure) {
            throw StoreProblems.of(file, failure);
        }
    }
}
