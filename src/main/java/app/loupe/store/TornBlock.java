package app.loupe.store;

import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Cuts off the part of a block that a power cut left at the end of a sealed file. H2 writes whole blocks, and nothing of a
 * part can be opened. But H2 2.5.252 takes such a length for that of a file whose last block is padded, and leaves out the
 * whole block before it, too: the end of the last change that was synced, which it then does not find.
 */
final class TornBlock {
    private static final int BLOCK = 4_096;

    private TornBlock() {}

    /** Does so with a file that nobody has open; any other is left as it is, for H2 to refuse or to open. */
    static void cutOff(Path file) throws ProblemException {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) % BLOCK == 0) {
                return;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                    FileLock lock = lock(channel)) {
                if (lock != null) {
                    channel.truncate(channel.size() / BLOCK * BLOCK);
                    channel.force(true);
                }
            }
        } catch (IOException failure) {
            throw StoreProblems.of(file, failure);
        }
    }

    /** The lock that H2 holds while it has a file open; null when somebody else has it. */
    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ofThisProcess) {
            return null;
        }
    }
}
