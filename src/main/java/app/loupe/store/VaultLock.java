package app.loupe.store;

import app.loupe.domain.HalfOpen;
import app.loupe.domain.PrivateFiles;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one process at a time have the vault of a folder, from before the first look at its file until it is closed. H2's own lock
 * is one of the file and is let go of whenever the file is rewritten: whoever came in that moment would rewrite it too, or work on
 * in one that was replaced under it. The operating system releases the lock of a killed process.
 */
final class VaultLock implements AutoCloseable {
    /** Never deleted: two processes could otherwise lock two different files of that name. */
    static final String FILE_NAME = "vault.lock";

    private static final Logger LOG = LoggerFactory.getLogger(VaultLock.class);

    private final Optional<FileChannel> held;

    private VaultLock(Optional<FileChannel> held) {
        this.held = held;
    }

    /**
     * Takes the lock. Where the folder is only read, takes no new file, or knows no locks, nothing is held: H2 decides alone.
     *
     * @throws ProblemException ALREADY_OPEN when another process has it, or this one by another opening
     */
    static VaultLock take(FileProtection folder) throws ProblemException {
        if (folder.isReadOnly()) {
            return new VaultLock(Optional.empty());
        }
        Path file = folder.file(FILE_NAME);
        try {
            FileChannel channel = PrivateFiles.lockable(file);
            try (var half = HalfOpen.closedBy(channel::close)) {
                if (isTaken(channel)) {
                    throw ProblemException.of(ProblemCode.ALREADY_OPEN);
                }
                return new VaultLock(Optional.of(half.whole(channel)));
            }
        } catch (IOException noLocks) {
            // a full disk must not keep the owner from reading
            LOG.warn("{} could not be taken: {}", file.getFileName(), noLocks.getClass().getName());
            return new VaultLock(Optional.empty());
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException byThisProcess) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            if (held.isPresent()) {
                held.get().close();
            }
        } catch (IOException failure) {
            LOG.debug("the lock of the vault ends with the process", failure);
        }
    }
}
