package app.loupe.store;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Opens or makes the vault's database file. A new one is made whole under another name and then renamed, so that a file
 * of the right name without tables can only be a damaged one: it is refused, never filled anew, because a new install id
 * would orphan every stored password.
 */
final class VaultOpening {
    static final String FILE_NAME = "vault" + FileProtection.STORE_SUFFIX;
    private static final String UNFINISHED = "vault-new" + FileProtection.STORE_SUFFIX;

    private VaultOpening() {}

    static H2File open(FileProtection folder) throws ProblemException {
        H2File.requireClosedClassList();
        Path path = folder.file(FILE_NAME);
        if (!Files.exists(path)) {
            make(folder, path);
        }
        StoreInspector.Finding found = StoreInspector.inspect(path, null, Migrations.VAULT);
        int version = found.schemaVersion();
        if (version > Migrations.VAULT.newest()) {
            throw ProblemException.of(ProblemCode.STORE_TOO_NEW, FILE_NAME);
        }
        if (version == 0) {
            throw ProblemException.of(ProblemCode.STORE_DAMAGED, FILE_NAME);
        }
        if (found.commitCutOff()) {
            RawFile.takeBackCommits(path, null);
        }
        var file = new H2File(folder, path, null);
        boolean whole = false;
        try {
            file.open();
            if (version < Migrations.VAULT.newest()) {
                Migrations.VAULT.run(file);
            }
            whole = true;
            return file;
        } finally {
            if (!whole) {
                file.close();
            }
        }
    }

    private static void make(FileProtection folder, Path path) throws ProblemException {
        Path unfinished = folder.file(UNFINISHED);
        try {
            Files.deleteIfExists(unfinished);
            try (var file = new H2File(folder, unfinished, null)) {
                file.open();
                Migrations.VAULT.run(file);
            }
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
            folder.sync();
        } catch (IOException refused) {
            throw new ProblemException(Problem.of(ProblemCode.DATA_FOLDER_UNUSABLE, folder.path().toString()), refused);
        }
    }
}
