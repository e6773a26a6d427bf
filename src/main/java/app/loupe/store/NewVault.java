package app.loupe.store;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A vault file that is being made: whole under another name before it is put in place, so that a file of the right name
 * without tables can only be a damaged one.
 */
final class NewVault {
    private static final String UNFINISHED = "vault-new";
    private static final Logger LOG = LoggerFactory.getLogger(NewVault.class);

    private NewVault() {}

    /** A name that no other process gives its own new file. */
    static Path unfinished(FileProtection folder) {
        return folder.file(UNFINISHED + "-" + UUID.randomUUID() + FileProtection.STORE_SUFFIX);
    }

    /**
     * Makes the vault's file. Another process may do the same at this moment: the first whole file wins, and the other is
     * dropped.
     */
    static void make(FileProtection folder, Path path) throws ProblemException {
        Path unfinished = unfinished(folder);
        try {
            new FileMigration(folder, unfinished, null, Migrations.VAULT).begin();
            putInPlace(unfinished, path);
            folder.sync();
        } catch (ProblemException | IOException refused) {
            // the other process may have removed our file
            if (!Files.exists(path)) {
                throw refused instanceof ProblemException problem
                        ? problem
                        : new ProblemException(
                                Problem.of(ProblemCode.DATA_FOLDER_UNUSABLE, folder.path().toString()), refused);
            }
        } finally {
            drop(unfinished);
        }
    }

    /** Puts it in place, but never over an existing file, which a rename would replace. */
    private static void putInPlace(Path unfinished, Path path) throws IOException {
        try {
            Files.createLink(path, unfinished);
        } catch (FileAlreadyExistsException anotherWasFirst) {
            LOG.info("another process made the vault file");
        } catch (UnsupportedOperationException | FileSystemException withoutLinks) {
            // as on FAT: looks first, then renames
            Files.move(unfinished, path);
        }
    }

    /** Drops unfinished files that killed processes left; once the vault's file is there, nobody needs them. */
    static void tidy(FileProtection folder) throws ProblemException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder.path(), UNFINISHED + "*")) {
            left.forEach(NewVault::drop);
        } catch (IOException | DirectoryIteratorException refused) {
            throw new ProblemException(Problem.of(ProblemCode.DATA_FOLDER_UNUSABLE, folder.path().toString()), refused);
        }
    }

    /** Drops one of them, or leaves it to the next start. */
    static void drop(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException inUse) {
            LOG.info("{} stays until the next start", unfinished.getFileName());
        }
    }
}
