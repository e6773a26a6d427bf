package app.loupe.store;

import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Cuts off the part of a block that a power cut left at the end of a sealed file. H2 writes whole blocks, and a part of
 * one cannot be opened. But H2 2.5.252 takes such a length for that of a file with a padded last block, and leaves out
 * the whole block before it too: that is the end of the last synced change, which it then does not find.
 */
final class TornBlock {
    private static final int BLOCK = 4_096;

    private TornBlock() {}

    /** How a file is opened. */
    @FunctionalInterface
    interface Opening<T> {
        T open() throws ProblemException;
    }

    /**
     * Opens a file without such a part. If it does not open, the part is put back, so that the file is set aside as it
     * was found.
     */
    static <T> T without(FileProtection folder, Path file, Opening<T> opening) throws ProblemException {
        byte[] part = cutOff(folder, file);
        boolean opened = false;
        try {
            T result = opening.open();
            opened = true;
            return result;
        } finally {
            if (!opened && part.length > 0) {
                putBack(file, part);
            }
        }
    }

    /**
     * Cuts the part off a file that nobody has open, and returns it; any other file is left as it is, for H2 to refuse or
     * to open.
     */
    static byte[] cutOff(FileProtection folder, Path file) throws ProblemException {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) % BLOCK == 0) {
                return new byte[0];
            }
            folder.demandWritable();
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS); FileLock lock = lock(channel)) {
                if (lock == null) {
                    return new byte[0];
                }
                long whole = channel.size() / BLOCK * BLOCK;
                ByteBuffer part = ByteBuffer.allocate((int) (channel.size() - whole));
                for (int read = 0; part.hasRemaining() && read >= 0;) {
                    read = channel.read(part, whole + part.position());
                }
                channel.truncate(whole);
                channel.force(true);
                return part.array();
            }
        } catch (IOException failure) {
            throw StoreProblems.of(file, failure);
        }
    }

    private static void putBack(Path file, byte[] part) throws ProblemException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            ByteBuffer rest = ByteBuffer.wrap(part);
            channel.position(channel.size());
            while (rest.hasRemaining()) {
                channel.write(rest);
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
