package app.loupe.store;

import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Rewrites a closed H2 file without what was deleted from it. H2 compacts in place, and a process killed meanwhile may
 * leave an older state. So a copy is written without what was deleted, and takes the place of the file only when it is
 * whole and on the disk. A mark beside the file says that a rewrite is owed, and is removed only after the rewrite.
 * Older, damaged files that were set aside hold what was deleted and are removed too, unless the mark says that something
 * was only replaced. The file from before a migration goes, too. Where something was deleted it goes first: it must not bring
 * that back if the rewrite fails, and it may take the room that is needed. Where something was only replaced it stays until the
 * copy is whole, because reading all of the file may find it damaged; without room, the next good start makes some.
 */
final class FileRewrite {
    private static final String REPLACED = "replaced";

    private final FileProtection folder;
    private final H2Connector connector;
    private final Path copy;
    private final Path mark;
    private final FormerFile former;

    FileRewrite(FileProtection folder, H2Connector connector) {
        this.folder = folder;
        this.connector = connector;
        String name = String.valueOf(connector.file().getFileName());
        String store = name.substring(0, name.length() - FileProtection.STORE_SUFFIX.length());
        this.copy = folder.file(store + "-rewrite" + FileProtection.STORE_SUFFIX);
        this.mark = folder.file(name + ".rewrite");
        this.former = new FormerFile(folder, connector.file());
    }

    /** Whether a rewrite was announced and is not done. */
    boolean isAnnounced() {
        return Files.exists(mark);
    }

    /** Whether the file from before a migration is there. */
    boolean hasFormer() {
        return former.isThere();
    }

    /** Leaves the mark of a deletion, durably; it replaces the other mark. */
    synchronized void announce() throws ProblemException {
        if (!isAnnounced() || keepsSetAside()) {
            mark("");
        }
    }

    /** Leaves the mark of a replacement, durably; a mark that is there stays. */
    synchronized void announceReplacement() throws ProblemException {
        if (!isAnnounced()) {
            mark(REPLACED);
        }
    }

    private void mark(String text) throws ProblemException {
        new DurableText(folder, mark).write(text);
    }

    private boolean keepsSetAside() throws ProblemException {
        return new DurableText(folder, mark).read().filter(REPLACED::equals).isPresent();
    }

    /**
     * Rewrites the file, which must be closed, and removes the mark. After a failure the file is as it was, but the one from
     * before a migration is gone where something was deleted.
     *
     * @param choice what is written of a sealed file; one that is not sealed is written as a whole
     */
    synchronized void run(PackedFile.Choice choice) throws ProblemException {
        folder.demandWritable();
        boolean keepsSetAside = keepsSetAside();
        folder.dropLeftovers(copy);
        if (!keepsSetAside) {
            former.drop();
        }
        try {
            writeCopy(choice);
            former.drop();
            WholeFile.move(copy, connector.file());
            if (!keepsSetAside) {
                for (Path damaged : folder.setAside(connector.file())) {
                    // it holds what was deleted, under the same key
                    Files.delete(damaged);
                }
            }
            folder.sync();
            Files.deleteIfExists(mark);
            folder.sync();
        } catch (SQLException | IOException failure) {
            throw broken(failure);
        } catch (ProblemException | RuntimeException | Error failure) {
            forgetHalf(failure);
            throw failure;
        }
    }

    /**
     * Writes the copy that {@link #run} would put in the place of the file, which must be closed, and takes it away again: nothing
     * else changes, and nothing that is kept beside the file goes.
     */
    synchronized void rehearse() throws ProblemException {
        folder.demandWritable();
        folder.dropLeftovers(copy);
        try {
            writeCopy(PackedFile.Choice.ALL);
            Files.deleteIfExists(copy);
        } catch (SQLException | IOException failure) {
            throw broken(failure);
        } catch (ProblemException | RuntimeException | Error failure) {
            forgetHalf(failure);
            throw failure;
        }
    }

    /** The vault's file stays page for page what it was: VaultSalvage looks for its rows by their bytes. */
    private void writeCopy(PackedFile.Choice choice) throws ProblemException, SQLException, IOException {
        Secret key = connector.key();
        if (key != null) {
            PackedFile.write(connector.file(), copy, key, choice);
            return;
        }
        if (!choice.equals(PackedFile.Choice.ALL)) {
            throw new IllegalStateException("all of a file that is not sealed is written");
        }
        folder.copy(connector.file(), copy);
        try (Connection connection = connector.to(copy).connect(H2Connector.FILL_HOLES);
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
        }
        WholeFile.flush(copy);
    }

    /** What broke off is told of the file, the only one of these names that its owner knows. */
    private ProblemException broken(Exception failure) {
        forgetHalf(failure);
        return StoreProblems.of(connector.file(), failure);
    }

    /** Why it broke off counts; a copy that cannot be taken away goes before the next one is written. */
    private void forgetHalf(Throwable failure) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException left) {
            failure.addSuppressed(left);
        }
    }
}
