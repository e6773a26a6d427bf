package app.loupe.store;

import app.loupe.domain.HalfOpen;
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
 * Opens or makes the vault's database file. A new one is made whole under another name and then put in place, so a file
 * of the right name without tables can only be a damaged one. It is refused and never filled anew, because a new install
 * id would orphan every stored password.
 */
final class VaultOpening {
    static final String FILE_NAME = "vault" + FileProtection.STORE_SUFFIX;
    static final String UNFINISHED = "vault-new";
    private static final Logger LOG = LoggerFactory.getLogger(VaultOpening.class);

    private VaultOpening() {}

    /**
     * Opens the file, making it when there never was one.
     *
     * @param known whether a ledger tells of a file
     * @throws ProblemException VAULT_DAMAGED for a file that cannot be read, which is left as it is, or that is gone
     */
    static H2File open(FileProtection folder, boolean known) throws ProblemException {
        if (known && !Files.exists(folder.file(FILE_NAME))) {
            throw ProblemException.of(ProblemCode.VAULT_DAMAGED, FILE_NAME);
        }
        try {
            return openOrMake(folder);
        } catch (ProblemException failure) {
            throw failure.problem().code() == ProblemCode.STORE_DAMAGED ? damaged(failure) : failure;
        }
    }

    static ProblemException damaged(ProblemException cause) {
        return new ProblemException(Problem.of(ProblemCode.VAULT_DAMAGED, FILE_NAME), cause);
    }

    private static H2File openOrMake(FileProtection folder) throws ProblemException {
        ClosedClasses.demand();
        Path path = folder.file(FILE_NAME);
        if (!Files.exists(path)) {
            folder.demandWritable();
            make(folder, path);
        }
        if (!folder.isReadOnly()) {
            tidy(folder);
        }
        var migration = new FileMigration(folder, path, null, Migrations.VAULT);
        migration.dropUnfinished();
        migration.admit(true);
        var file = new H2File(folder, path, null);
        try (var half = HalfOpen.closedBy(file::close)) {
            file.open();
            return half.whole(file);
        }
    }

    /**
     * Makes the vault's file. Another process may do the same at this moment: the first whole file wins, and the other is
     * dropped.
     */
    static void make(FileProtection folder, Path path) throws ProblemException {
        Path unfinished = folder.file(UNFINISHED + "-" + UUID.randomUUID() + FileProtection.STORE_SUFFIX);
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
    private static void tidy(FileProtection folder) throws ProblemException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder.path(),
                UNFINISHED + "*")) {
            left.forEach(VaultOpening::drop);
        } catch (IOException | DirectoryIteratorException refused) {
            throw new ProblemException(Problem.of(ProblemCode.DATA_FOLDER_UNUSABLE, folder.path().toString()), refused);
        }
    }

    static void drop(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException inUse) {
            LOG.info("{} stays until the next start", unfinished.getFileName());
        }
    }
}
