package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.PrivateFiles;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.WholeFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a file to a place that the owner chose: whole or not at all, never over another one unless that was said, and
 * readable by this account alone where the place keeps rights, because it holds figures in plain form ({@link PlaceRights}).
 */
public final class ExportFile {
    private static final Logger LOG = LoggerFactory.getLogger(ExportFile.class);
    /** Less room than this is none: a file system says that it is full at the next block. */
    private static final long LEAST_ROOM_BYTES = 1 << 16;

    private final Path file;
    private final boolean overwrite;

    /**
     * A file to be written.
     *
     * @param overwrite whether one that is there may be replaced
     */
    public ExportFile(Path file, boolean overwrite) {
        this.file = file.toAbsolutePath();
        this.overwrite = overwrite;
    }

    /** What the file will hold. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it; the stream is buffered, and closed by who made it. */
        void writeTo(OutputStream out) throws IOException, ProblemException;
    }

    /**
     * Refuses, before any work is done, what could not be written; a folder, a device or a pipe is never replaced, whatever
     * was said.
     *
     * @throws ProblemException {@link ProblemCode#EXPORT_EXISTS}, {@link ProblemCode#EXPORT_FOLDER_EXISTS},
     *     {@link ProblemCode#EXPORT_FOLDER_MISSING}, {@link ProblemCode#EXPORT_NO_FOLDER}, {@link ProblemCode#EXPORT_NO_FILE}
     */
    @Blocking
    public void check() throws ProblemException {
        demandFolder(file.getParent());
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.isDirectory(file)) {
            throw ProblemException.of(ProblemCode.EXPORT_FOLDER_EXISTS, file.toString());
        }
        if (!Files.isRegularFile(file)) {
            throw ProblemException.of(ProblemCode.EXPORT_NO_FILE, file.toString());
        }
        if (!overwrite) {
            throw ProblemException.of(ProblemCode.EXPORT_EXISTS, file.toString());
        }
    }

    /** Refuses a place in a folder that is not there, or that is none. */
    static void demandFolder(@Nullable Path folder) throws ProblemException {
        if (folder == null || !Files.isDirectory(folder)) {
            boolean isOther = folder != null && Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
            throw ProblemException.of(isOther ? ProblemCode.EXPORT_NO_FOLDER : ProblemCode.EXPORT_FOLDER_MISSING,
                    String.valueOf(folder));
        }
    }

    /** Writes the file as {@link #write(Content, Steps)} does, with nobody who could end it. */
    @Blocking
    public void write(Content content) throws ProblemException {
        write(content, Steps.unwatched());
    }

    /**
     * Writes the file beside its place and moves it there when it is whole and nobody has cancelled it: that ends it with the next
     * bytes, and what came too late for those is not placed either.
     *
     * @throws ProblemException {@link ProblemCode#CANCELLED}; what the content throws; those of {@link #check};
     *     {@link ProblemCode#EXPORT_UNWRITABLE}, {@link ProblemCode#DISK_FULL}
     */
    @Blocking
    public void write(Content content, Steps steps) throws ProblemException {
        check();
        Path half = HalfFile.beside(file);
        try {
            fill(half, content, steps);
            Leftovers.sweepBeside(half);
            steps.orCancelled();
            take(half);
            settle(file.getParent());
        } catch (IOException | UncheckedIOException failure) {
            // a library makes something else of what ended it
            steps.orCancelled();
            throw problem(file, failure);
        } catch (RuntimeException failure) {
            steps.orCancelled();
            throw failure;
        } finally {
            HalfFile.discard(half);
        }
    }

    private static void fill(Path half, Content content, Steps steps) throws IOException, ProblemException {
        try (FileChannel channel = PrivateFiles.createInChosenPlace(half);
                var out = new BufferedOutputStream(steps.watched(Channels.newOutputStream(channel)))) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /**
     * Moves what was written whole to its place.
     *
     * @param half on the same disk
     * @throws ProblemException those of {@link #check}; {@link ProblemCode#EXPORT_UNWRITABLE}, {@link ProblemCode#DISK_FULL}
     */
    @Blocking
    void take(Path half) throws ProblemException {
        check();
        try {
            place(half);
        } catch (FileAlreadyExistsException meanwhile) {
            throw new ProblemException(Problem.of(ProblemCode.EXPORT_EXISTS, file.toString()), meanwhile);
        } catch (IOException failure) {
            throw problem(file, failure);
        }
    }

    private void place(Path half) throws IOException {
        if (!overwrite) {
            HalfFile.alsoCall(half, file);
            HalfFile.discard(half);
            return;
        }
        try {
            WholeFile.move(half, file);
        } catch (AtomicMoveNotSupportedException shared) {
            // as on some network shares; what is lost there can be exported once more
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Makes what was placed in a folder survive a power cut. Where the place has no way to do so, as some network shares, nothing
     * is lost but that.
     */
    static void settle(@Nullable Path folder) {
        try {
            if (folder != null) {
                WholeFile.sync(folder);
            }
        } catch (IOException | UnsupportedOperationException refused) {
            LOG.debug("a folder with an export could not be flushed", refused);
        }
    }

    /** Why a place could not be written. */
    static ProblemException problem(Path file, Exception failure) {
        return problem(file, file.getParent(), failure);
    }

    /** The same of what was to lie in this folder: it may be the top of another disk than the folder above it. */
    static ProblemException problem(Path file, @Nullable Path folder, Exception failure) {
        boolean full = false;
        try {
            full = folder != null && Files.getFileStore(folder).getUsableSpace() < LEAST_ROOM_BYTES;
        } catch (IOException unknown) {
            failure.addSuppressed(unknown);
        }
        return new ProblemException(full
                ? Problem.of(ProblemCode.DISK_FULL, String.valueOf(folder))
                : Problem.of(ProblemCode.EXPORT_UNWRITABLE, file.toString()), failure);
    }
}
