package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.DeletionProgress;
import app.loupe.domain.PrivateFiles;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.UserId;
import app.loupe.domain.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One H2 file of a data folder as a whole: opens it, and rewrites, copies or replaces it while its {@link FileConnections}
 * are closed. Safe for use by several threads; what closes them must run alone.
 */
final class H2File implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(H2File.class);

    /** Bytes; a smaller file is not worth a rewrite. */
    static final long WORTH_A_REWRITE = 1024 * 1024;

    private final FileProtection folder;
    private final H2Connector connector;
    private final FileRewrite rewrite;
    private final FileConnections connections;

    /** Takes ownership of the key: it is wiped when the file is closed. */
    H2File(FileProtection folder, Path file, @Nullable Secret key) {
        this.folder = folder;
        this.connector = new H2Connector(file, key);
        this.rewrite = new FileRewrite(folder, connector);
        this.connections = new FileConnections(connector,
                folder.isReadOnly() ? H2Connector.READ_ONLY : H2Connector.APPEND_ONLY);
    }

    Path file() {
        return connector.file();
    }

    /** The connections to it, which stay its own to close. */
    FileConnections connections() {
        return connections;
    }

    /** @throws ProblemException DATA_FOLDER_READ_ONLY where the file is only read */
    void demandWritable() throws ProblemException {
        folder.demandWritable();
    }

    /** @throws ProblemException DAMAGED_READ_ONLY, with this damage as its cause, where the file is only read */
    void demandMendable(ProblemException damage) throws ProblemException {
        folder.demandMendable(file(), damage);
    }

    /** See {@link FileProtection#unlessRefused}. */
    Optional<Problem> unlessRefused(String work, FileProtection.Writing writing) throws ProblemException {
        return folder.unlessRefused(work, writing);
    }

    boolean isReadOnly() {
        return folder.isReadOnly();
    }

    /**
     * Opens the database, making the file when there is none, closes the file to everybody else, and finishes a rewrite
     * that was announced and never done. A file that grew and consists mostly of replaced data, as the first sync leaves
     * it, is rewritten too, but not beside a {@link FormerFile}: the rewrite may be what finds that the file is damaged, and
     * nobody waits for it. In a folder that is only read none of this is done.
     */
    void open() throws ProblemException {
        reopen();
        if (folder.isReadOnly()) {
            return;
        }
        if (rewrite.isAnnounced()) {
            LOG.info("rewriting {}: it was announced and not done", file().getFileName());
            finishRewrite(this::compact);
        } else if (!rewrite.hasFormer() && isMostlyDead()) {
            LOG.info("rewriting {}: less than half of it is in use", file().getFileName());
            finishRewrite(() -> {
                rewrite.announceReplacement();
                compact();
            });
        }
    }

    private boolean isMostlyDead() throws ProblemException {
        try {
            long size = Files.size(file());
            return size > WORTH_A_REWRITE && connections.live() < size / 2;
        } catch (SQLException | IOException | MVStoreException failure) {
            throw StoreProblems.of(file(), failure);
        }
    }

    /**
     * Finishes the rewrite; a disk that cannot be written to must not keep the owner from reading, and the next opening
     * tries again.
     */
    private void finishRewrite(FileProtection.Writing rewriting) throws ProblemException {
        if (unlessRefused(file().getFileName() + " without what is not in use", rewriting).isPresent()
                && !connections.isOpen()) {
            reopen();
        }
    }

    private void reopen() throws ProblemException {
        folder.dropLeftovers(file());
        makePrivate();
        try {
            connections.open();
        } catch (SQLException failure) {
            throw StoreProblems.of(file(), failure);
        }
        folder.protectFiles();
    }

    /**
     * Makes a missing file private before H2 does: H2 would make it with the process's umask, open to others for a
     * moment, but accepts an empty one as its own.
     */
    private void makePrivate() throws ProblemException {
        if (Files.exists(file())) {
            return;
        }
        folder.demandWritable();
        try {
            PrivateFiles.create(file()).close();
        } catch (IOException refused) {
            throw StoreProblems.of(file(), refused);
        }
    }

    /** Forces every commit to the disk; see {@link FileConnections#sync}. */
    void checkpoint() throws ProblemException {
        demandWritable();
        try {
            connections.sync();
        } catch (SQLException | MVStoreException failure) {
            throw StoreProblems.of(file(), failure);
        }
    }

    /**
     * Notes durably that bytes are about to be deleted: if the process ends before {@link #compact}, the next opening
     * does it.
     */
    void announceRewrite() throws ProblemException {
        rewrite.announce();
    }

    /** The same, for bytes that are about to be replaced: damaged files that were set aside stay. */
    void announceReplacement() throws ProblemException {
        rewrite.announceReplacement();
    }

    /** Writes the file anew, without anything that was deleted, and opens it again. No connection may be in use. */
    void compact() throws ProblemException {
        compact(PackedFile.Choice.ALL);
    }

    /**
     * Does that without the rows of one connection of a user; either all of them go, or none. Only for a sealed file.
     *
     * @return how many invoices are gone with it
     * @throws ProblemException also CANCELLED, when the progress says that it is to stop: none are gone then
     */
    int compactWithout(UserId user, ConnectionId connection, DeletionProgress progress) throws ProblemException {
        ConnectionEntries gone = entries(user, connection, progress);
        try {
            compact(gone);
        } catch (ConnectionEntries.StoppedException stopped) {
            throw ProblemException.of(ProblemCode.CANCELLED);
        }
        return gone.invoices();
    }

    /**
     * Checks that {@link #compactWithout} can tell the owner of each entry, before anything is removed.
     *
     * @throws IllegalStateException when an index does not tell it
     */
    void demandOwners(UserId user, ConnectionId connection) throws ProblemException {
        entries(user, connection, DeletionProgress.UNWATCHED);
    }

    private ConnectionEntries entries(UserId user, ConnectionId connection, DeletionProgress progress)
            throws ProblemException {
        try {
            Connection open = connections.getConnection();
            try {
                return ConnectionEntries.of(open, user, connection, progress);
            } finally {
                connections.closeConnection(open);
            }
        } catch (SQLException failure) {
            throw StoreProblems.of(file(), failure);
        }
    }

    private void compact(PackedFile.Choice choice) throws ProblemException {
        whileClosed(() -> rewrite.run(choice));
    }

    /** Shows that there is room for {@link #compact}, and changes nothing. No connection may be in use. */
    void rehearse() throws ProblemException {
        whileClosed(rewrite::rehearse);
    }

    /** Copies the file as it is to another name, durably. No connection may be in use. */
    void copyTo(Path target) throws ProblemException {
        whileClosed(() -> {
            folder.copy(file(), target);
            WholeFile.flush(target);
        });
    }

    private interface Work {
        void run() throws ProblemException, IOException;
    }

    /** Comes after the work in any case; where both fail, what the work threw is told. */
    private interface Reopening extends AutoCloseable {
        @Override
        void close() throws ProblemException;
    }

    private void whileClosed(Work work) throws ProblemException {
        demandWritable();
        // also after a failure such as a full disk: the file is as it was
        try (Reopening _ = this::reopen) {
            connections.close();
            work.run();
        } catch (SQLException | IOException failure) {
            throw StoreProblems.of(file(), failure);
        }
    }

    /** Moves the file away, makes a new one with the tables of these migrations, and opens it. No connection may be in use. */
    void replace(Move move, Migrations migrations) throws ProblemException {
        demandWritable();
        try {
            connections.close();
        } catch (SQLException broken) {
            LOG.info("{} did not close cleanly: error {}", file().getFileName(), broken.getErrorCode());
        }
        // also after a failure: the old file, damaged as it is
        try (Reopening _ = this::reopen) {
            move.away();
            new FileMigration(folder, file(), connector.key(), migrations).begin();
        }
    }

    /** Moves the closed file to another name. */
    @FunctionalInterface
    interface Move {
        void away() throws ProblemException;
    }

    /** Closes the database and wipes the key. */
    @Override
    public void close() {
        try {
            connections.close();
        } catch (SQLException failure) {
            LOG.warn("store not closed cleanly: error {}", failure.getErrorCode());
        } finally {
            connector.wipe();
        }
    }
}
