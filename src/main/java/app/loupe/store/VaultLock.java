package app.loupe.store;

import app.loupe.domain.Exempt;
import app.loupe.domain.HalfOpen;
import app.loupe.domain.PrivateFiles;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one process at a time have the vault of a folder, from before the first look at its file until it is closed. H2's own lock
 * is one of the file and is let go of whenever the file is rewritten: whoever came in that moment would rewrite it too, or work on
 * in one that was replaced under it. The operating system releases the lock of a killed process.
 */
@Exempt(rule = "A10", because = "a lock of the system belongs to the process, and closing any channel of its file lets go of it")
final class VaultLock implements AutoCloseable {
    /** Never deleted: two processes could otherwise lock two different files of that name. */
    static final String FILE_NAME = "vault.lock";

    private static final Logger LOG = LoggerFactory.getLogger(VaultLock.class);

    /** The folders that this process has: a second opening of one must not even open its lock file. */
    private static final ConcurrentHashMap<Path, VaultLock> OURS = new ConcurrentHashMap<>();

    private final Path folder;
    /** Java forgets a lock that nobody holds on to. */
    private @Nullable FileLock held;

    private VaultLock(Path folder) {
        this.folder = folder;
    }

    /**
     * Takes the lock. Where the folder is only read, takes no new file, or knows no locks, nothing is held against other
     * processes: H2 decides alone, and {@link #demandHeld} refuses what needs more.
     *
     * @throws ProblemException ALREADY_OPEN when another process has it, or this one by another opening
     */
    static VaultLock take(FileProtection folder) throws ProblemException {
        var lock = new VaultLock(place(folder.path()));
        if (folder.isReadOnly()) {
            // those who only read do not disturb each other
            return lock;
        }
        if (OURS.putIfAbsent(lock.folder, lock) != null) {
            throw ProblemException.of(ProblemCode.ALREADY_OPEN);
        }
        try (var half = HalfOpen.closedBy(lock::close)) {
            lock.hold(folder.file(FILE_NAME));
            return half.whole(lock);
        }
    }

    /** The same for all ways to a folder. */
    private static Path place(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException notThere) {
            return folder.toAbsolutePath().normalize();
        }
    }

    private void hold(Path file) throws ProblemException {
        try {
            FileChannel channel = PrivateFiles.lockable(file);
            try (var half = HalfOpen.closedBy(channel::close)) {
                FileLock taken = channel.tryLock();
                if (taken == null) {
                    throw ProblemException.of(ProblemCode.ALREADY_OPEN);
                }
                half.whole(channel);
                held = taken;
            }
        } catch (IOException noLocks) {
            // a full disk must not keep the owner from reading
            LOG.warn("{} could not be taken: {}", file.getFileName(), noLocks.getClass().getName());
        }
    }

    /**
     * Whether no other process can have the vault: what replaces its file needs that.
     *
     * @throws ProblemException DATA_FOLDER_UNUSABLE when the folder took no lock
     */
    void demandHeld() throws ProblemException {
        if (held == null) {
            throw ProblemException.of(ProblemCode.DATA_FOLDER_UNUSABLE, folder.toString());
        }
    }

    @Override
    public void close() {
        FileLock holding = held;
        try {
            if (holding != null) {
                holding.acquiredBy().close();
            }
        } catch (IOException failure) {
            LOG.debug("the lock of the vault ends with the process", failure);
        } finally {
            OURS.remove(folder, this);
        }
    }
}
