package app.loupe.store;

import app.loupe.domain.HalfOpen;
import app.loupe.domain.PrivateFiles;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one process at a time rebuild a damaged vault file: a second one would replace the file that the first has open.
 * Waits for the other process; the operating system releases the lock of a killed one.
 */
final class RescueLock implements AutoCloseable {
    static final String FILE_NAME = "vault-rescue.lock";
    /** Excludes other threads of this process, for which a file lock does not work. */
    static final ReentrantLock IN_PROCESS = new ReentrantLock();

    private final FileChannel channel;
    private final FileLock lock;

    private RescueLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Waits for the exclusive lock. The lock file is never deleted: two processes could otherwise lock two different files of
     * that name.
     */
    static RescueLock take(FileProtection folder) throws ProblemException {
        Path file = folder.file(FILE_NAME);
        IN_PROCESS.lock();
        try (var alone = HalfOpen.closedBy(IN_PROCESS::unlock)) {
            FileChannel channel = PrivateFiles.lockable(file);
            try (var half = HalfOpen.closedBy(channel::close)) {
                return alone.whole(half.whole(new RescueLock(channel, channel.lock())));
            }
        } catch (IOException refused) {
            throw StoreProblems.of(file, refused);
        }
    }

    @Override
    public void close() throws ProblemException {
        try {
            lock.release();
            channel.close();
        } catch (IOException refused) {
            throw StoreProblems.of(Path.of(FILE_NAME), refused);
        } finally {
            IN_PROCESS.unlock();
        }
    }
}
