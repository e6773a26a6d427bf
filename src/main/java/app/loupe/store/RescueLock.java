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
 * Lets one process at a time make a damaged vault file anew: a second one would put its own file in the place
 * of the one that the first has open. Waits for the other; the operating system ends the lock of a killed process.
 */
final class RescueLock implements AutoCloseable {
    static final String FILE_NAME = "vault-rescue.lock";
    /** Among the threads of this process, for which a file lock is none. */
    static final ReentrantLock IN_PROCESS = new ReentrantLock();

    private final FileChannel channel;
    private final FileLock lock;

    private RescueLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Waits until it is the only one. The lock's file stays, because a file that goes could be locked twice. */
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
