package app.loupe.store;

import app.loupe.domain.PrivateFiles;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.WholeFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the store's files readable by their owner alone, and refuses a folder whose name could be taken for database
 * settings (S44, S47). The folder itself is made and closed by whoever chose it.
 */
final class FileProtection {
    private static final Logger LOG = LoggerFactory.getLogger(FileProtection.class);

    /** How every database file of H2's MVStore ends. */
    static final String STORE_SUFFIX = ".mv.db";
    /** What follows a database file's name, before the time, when it was set aside as damaged. */
    static final String SET_ASIDE = ".damaged-";

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final List<String> H2_LEFTOVERS = List.of(".newFile", ".tempFile");

    private final Path path;
    private final boolean readOnly;

    private FileProtection(Path path, boolean readOnly) {
        this.path = path;
        this.readOnly = readOnly;
    }

    /**
     * Closes the files that are already in an existing folder to everybody else.
     *
     * @throws ProblemException {@link ProblemCode#DATA_FOLDER_UNUSABLE} when the name holds a semicolon (H2 would read
     *     settings behind it) or a control character, when it is no
     *     folder, or when the system refuses
     */
    static FileProtection of(Path folder) throws ProblemException {
        return of(folder, false);
    }

    /** @param readOnly whether nothing in the folder may be changed; then files stay as open to others as they are */
    static FileProtection of(Path folder, boolean readOnly) throws ProblemException {
        Path absolute = folder.toAbsolutePath().normalize();
        if (absolute.toString().chars().anyMatch(c -> c == ';' || c < ' ' || c == 0x7f)) {
            throw unusable(absolute);
        }
        if (!Files.isDirectory(absolute)) {
            throw unusable(absolute);
        }
        var opened = new FileProtection(absolute, readOnly);
        opened.protectFiles();
        return opened;
    }

    private static ProblemException unusable(Path path) {
        return ProblemException.of(ProblemCode.DATA_FOLDER_UNUSABLE, path.toString());
    }

    private static ProblemException unusable(Path path, IOException cause) {
        return new ProblemException(Problem.of(ProblemCode.DATA_FOLDER_UNUSABLE, path.toString()), cause);
    }

    Path path() {
        return path;
    }

    /** Where it really lies, whatever leads there. */
    String place() {
        try {
            return path.toRealPath().toString();
        } catch (IOException refused) {
            return path.toAbsolutePath().normalize().toString();
        }
    }

    /** Whether what is here is only read. */
    boolean isReadOnly() {
        return readOnly;
    }

    /**
     * Call before changing anything here, so that nothing is begun that cannot be finished.
     *
     * @throws ProblemException {@link ProblemCode#DATA_FOLDER_READ_ONLY}
     */
    void demandWritable() throws ProblemException {
        if (readOnly) {
            throw ProblemException.of(ProblemCode.DATA_FOLDER_READ_ONLY, path.toString());
        }
    }

    /**
     * Call before mending a file; in a folder that is only read this fails with the damage as its cause.
     *
     * @throws ProblemException {@link ProblemCode#DAMAGED_READ_ONLY}
     */
    void demandMendable(Path file, ProblemException damage) throws ProblemException {
        if (readOnly) {
            throw new ProblemException(Problem.of(ProblemCode.DAMAGED_READ_ONLY, String.valueOf(file.getFileName())),
                    damage);
        }
    }

    /** What writes. */
    interface Writing {
        void run() throws ProblemException;
    }

    /**
     * Writes something without which reading is still possible. A refusal goes to the log and is returned, not thrown.
     *
     * @param work what is written, for the log
     * @return what to tell: DISK_FULL, or DATA_FOLDER_REFUSES when the system refuses, as for a lost right, a disk that
     *     is write-protected by now, or a failing one; STORE_FAILED when the fault is Loupe's own; empty when it was
     *     written
     * @throws ProblemException any other failure
     */
    Optional<Problem> unlessRefused(String work, Writing writing) throws ProblemException {
        try {
            writing.run();
            return Optional.empty();
        } catch (ProblemException failure) {
            Problem refused = switch (failure.problem().code()) {
                case DISK_FULL -> failure.problem();
                case STORE_FAILED -> StoreProblems.isOfSystem(failure)
                        ? Problem.of(ProblemCode.DATA_FOLDER_REFUSES, path.toString())
                        : failure.problem();
                default -> throw failure;
            };
            LOG.warn("{} could not be written: {}", work, refused.code().key(), failure.getCause());
            return Optional.of(refused);
        }
    }

    /**
     * A file in this folder. A name that leads out of it is a mistake in Loupe; names never come from the content of a
     * file.
     */
    Path file(String name) {
        Path file = path.resolve(name);
        if (!path.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize().getParent())) {
            throw new IllegalArgumentException("not a file of the data folder");
        }
        return file;
    }

    /**
     * Deletes files that H2 would take for the result of its own compacting and silently use in place of a missing file.
     * Loupe compacts copies only, so none of them is worth keeping.
     *
     * @throws ProblemException {@link ProblemCode#DATA_FOLDER_UNUSABLE} when one cannot be deleted, a folder for example
     */
    void dropLeftovers(Path file) throws ProblemException {
        if (readOnly) {
            return;
        }
        try {
            for (String ending : H2_LEFTOVERS) {
                Files.deleteIfExists(path.resolve(file.getFileName() + ending));
            }
        } catch (IOException refused) {
            throw unusable(path, refused);
        }
    }

    /** Copies a closed file to another name, readable by its owner only, and replaces a file that is there. */
    void copy(Path from, Path to) throws IOException {
        Files.deleteIfExists(to);
        try (FileChannel source = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel target = PrivateFiles.create(to)) {
            long size = source.size();
            for (long at = 0; at < size;) {
                at += source.transferTo(at, size - at, target);
            }
        }
    }

    /** A free name for a damaged file that is set aside: its own name and the time. */
    Path aside(Path file, Clock clock) {
        String name = file.getFileName() + SET_ASIDE + WHEN.format(LocalDateTime.now(clock));
        Path target = path.resolve(name);
        for (int i = 2; Files.exists(target); i++) {
            target = path.resolve(name + "-" + i);
        }
        return target;
    }

    /** The damaged files that were set aside in place of this one; a link or a folder of such a name is not Loupe's. */
    List<Path> setAside(Path file) throws IOException {
        String begin = file.getFileName() + SET_ASIDE;
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(other -> String.valueOf(other.getFileName()).startsWith(begin))
                    .filter(other -> Files.isRegularFile(other, LinkOption.NOFOLLOW_LINKS)).toList();
        }
    }

    /** Sets the mode of every file of ours again: H2 makes new ones by the process's umask. */
    void protectFiles() throws ProblemException {
        if (readOnly) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "*{.db,.db.*,.ledger,.tempFile,.newFile}")) {
            for (Path file : files) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    protectOrMiss(file);
                }
            }
        } catch (IOException refused) {
            throw unusable(path, refused);
        }
    }

    private static void protectOrMiss(Path file) throws IOException {
        try {
            PrivateFiles.close(file);
        } catch (NoSuchFileException goneMeanwhile) {
            // another process's unfinished or temporary file
        }
    }

    /** Makes moves and deletions in the folder survive a power cut. */
    void sync() throws IOException {
        WholeFile.sync(path);
    }
}
