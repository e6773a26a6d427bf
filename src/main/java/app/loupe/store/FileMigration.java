package app.loupe.store;

import app.loupe.domain.PrivateFiles;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the tables of a closed file to the version of this program, or makes a file with them when there is none. H2
 * ends a transaction with every change of a table, so an interrupted migration would leave tables of no version.
 * Therefore all of it happens in a copy, which takes the place of the file only when its definitions are exactly those of
 * the newest version and it is on the disk. Until then the file is not touched; then it is kept beside as a
 * {@link FormerFile}.
 */
final class FileMigration {
    private static final Logger LOG = LoggerFactory.getLogger(FileMigration.class);
    private static final String NAME = "-migration";
    private static final String PACKED = "-packing";

    private final FileProtection folder;
    private final Path file;
    private final @Nullable Secret key;
    private final Migrations migrations;
    private final Path copy;
    private final Path packed;

    /** The key stays the caller's. */
    FileMigration(FileProtection folder, Path file, @Nullable Secret key, Migrations migrations) {
        this.folder = folder;
        this.file = file;
        this.key = key;
        this.migrations = migrations;
        String name = String.valueOf(file.getFileName());
        String store = name.substring(0, name.length() - FileProtection.STORE_SUFFIX.length());
        this.copy = folder.file(store + NAME + FileProtection.STORE_SUFFIX);
        this.packed = folder.file(store + PACKED + FileProtection.STORE_SUFFIX);
    }

    /**
     * Checks and prepares a file before H2 opens it, the same way for all three files of Loupe: it may only have the
     * definitions of a known version, and gets the tables of the newest one and no half-done commit.
     *
     * @param begun whether tables were ever made in it: a file without any is then damaged, and otherwise gets them
     * @throws ProblemException STORE_TOO_NEW, STORE_DAMAGED and what {@link StoreInspector#inspect} finds; also
     *     DISK_FULL. The file is then as it was
     */
    void admit(boolean begun) throws ProblemException {
        admit(begun, () -> {});
    }

    /**
     * The same.
     *
     * @param former keeps the file as it is before another takes its place
     */
    void admit(boolean begun, FormerFile former) throws ProblemException {
        admit(begun, former::keep);
    }

    private void admit(boolean begun, Runnable keeping) throws ProblemException {
        StoreInspector.Finding found = StoreInspector.inspect(file, key, migrations);
        int version = found.schemaVersion();
        if (version > migrations.newest()) {
            throw ProblemException.of(ProblemCode.STORE_TOO_NEW, String.valueOf(file.getFileName()));
        }
        if (version == 0 && begun) {
            // making the tables was cut off, or they were lost: they cannot be made over what is there
            throw ProblemException.of(ProblemCode.STORE_DAMAGED, String.valueOf(file.getFileName()));
        }
        if (version < migrations.newest()) {
            run(found.commitCutOff(), keeping);
        } else if (found.commitCutOff()) {
            folder.demandWritable();
            RawFile.takeBackCommits(file, key);
        }
    }

    /** Makes a file with the tables of the newest version. */
    void begin() throws ProblemException {
        run(false, () -> {});
    }

    private void run(boolean commitCutOff, Runnable keeping) throws ProblemException {
        folder.demandWritable();
        dropUnfinished();
        try {
            boolean existed = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
            if (existed && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw ProblemException.of(ProblemCode.STORE_HOSTILE, String.valueOf(file.getFileName()),
                        "special file");
            }
            if (existed) {
                folder.copy(file, copy);
            } else {
                PrivateFiles.create(copy).close();
            }
            if (commitCutOff) {
                RawFile.takeBackCommits(copy, key);
            }
            migrateWhole(existed);
            WholeFile.flush(copy);
            keeping.run();
            putInPlace();
            LOG.info("{} has the tables of version {}", file.getFileName(), migrations.newest());
        } catch (IOException failure) {
            throw StoreProblems.of(file, failure);
        } finally {
            dropUnfinished();
        }
    }

    private void migrateWhole(boolean existed) throws ProblemException, IOException {
        try {
            migrate(existed);
        } catch (SQLException failure) {
            throw StoreProblems.ofCopy(file, StoreProblems.of(file, failure), () -> StoreProblems.room(file));
        } catch (ProblemException refused) {
            throw StoreProblems.ofCopy(file, refused, () -> StoreProblems.room(file));
        }
    }

    private void migrate(boolean existed) throws ProblemException, SQLException, IOException {
        var connector = new H2Connector(copy, key);
        // open all the while: H2 closes a database with its last connection
        try (Connection keeper = connector.connect(H2Connector.FILL_HOLES);
                Statement statement = keeper.createStatement()) {
            migrations.run(connector);
            if (existed) {
                // the old tables are still in it
                statement.execute(key == null ? "SHUTDOWN COMPACT" : "SHUTDOWN");
            }
        }
        if (existed && key != null) {
            PackedFile.write(copy, packed, key, PackedFile.Choice.ALL);
            WholeFile.move(packed, copy);
        }
        if (StoreInspector.inspect(copy, key, migrations).schemaVersion() != migrations.newest()) {
            throw ProblemException.of(ProblemCode.STORE_DAMAGED, String.valueOf(file.getFileName()));
        }
    }

    private void putInPlace() throws IOException {
        WholeFile.move(copy, file);
        folder.sync();
    }

    /** Drops the unfinished copy that a killed process left. */
    void dropUnfinished() throws ProblemException {
        if (folder.isReadOnly()) {
            return;
        }
        folder.dropLeftovers(copy);
        try {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(packed);
        } catch (IOException refused) {
            throw StoreProblems.of(copy, refused);
        }
    }
}
