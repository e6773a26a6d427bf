package app.loupe.domain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Replaces files so that there is a whole one at every moment, the former or the new one: the new one is written beside the
 * former, flushed and moved into its place. One thread at a time may replace a file.
 */
public final class WholeFile {
    /** What stands behind a file's name while its new version is written. */
    private static final String UNFINISHED = ".tempFile";
    private static final int MOST_TRIES = 20;
    private static final long BETWEEN_TRIES = 50;

    private WholeFile() {}

    /**
     * Replaces a small file, or makes it, readable by the account of this process alone; a link is replaced, not followed.
     * The new content survives a power cut after this returns. What a killed process left unfinished is dropped.
     *
     * @throws IOException when the disk or the rights refuse, or the new file is read back differently: the former file is
     *     then as it was, unless only the flushing of its folder was refused
     */
    @Blocking
    public static void replace(Path file, byte[] content) throws IOException {
        replace(file, content, WholeFile::pause);
    }

    /** @param pause as in {@link #move(Path, Path, BooleanSupplier)} */
    static void replace(Path file, byte[] content, BooleanSupplier pause) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + UNFINISHED);
        Files.deleteIfExists(fresh);
        try (var half = HalfOpen.closedBy(() -> Files.deleteIfExists(fresh))) {
            write(fresh, content);
            if (!Arrays.equals(Files.readAllBytes(fresh), content)) {
                throw new IOException("the file was read back differently");
            }
            move(fresh, file, pause);
            half.whole(file);
        }
        sync(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    }

    private static void write(Path fresh, byte[] content) throws IOException {
        try (FileChannel channel = PrivateFiles.create(fresh)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /**
     * Moves a file into the place of another in its folder, in one step. A power cut may still undo it until {@link #sync}.
     * Where the system refuses because another program has the file open, as Windows does, it is tried for about a second.
     *
     * @throws IOException when the system refuses, also because it cannot in one step: in two, both could be lost. Nothing has
     *     happened then
     */
    @Blocking
    public static void move(Path whole, Path file) throws IOException {
        move(whole, file, WholeFile::pause);
    }

    /** @param pause comes before each further try; false when there is to be none */
    static void move(Path whole, Path file, BooleanSupplier pause) throws IOException {
        int tries = 1;
        boolean moved = false;
        while (!moved) {
            try {
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                moved = true;
            } catch (AccessDeniedException held) {
                // programs that look for viruses or copy to a cloud have each new file open for a moment
                if (PrivateFiles.isPosix(file) || tries == MOST_TRIES || !pause.getAsBoolean()) {
                    throw held;
                }
                tries++;
            }
        }
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Flushes what a file holds by now. */
    @Blocking
    public static void flush(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes moves and deletions in a folder survive a power cut; Windows has no such call and needs none. */
    @Blocking
    public static void sync(Path folder) throws IOException {
        if (PrivateFiles.isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
