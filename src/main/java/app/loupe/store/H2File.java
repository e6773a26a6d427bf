package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.DeletionProgress;
import app.loupe.domain.PrivateFiles;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.UserId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.util.JdbcUtils;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens one H2 file, lends its connections to Hibernate, and forces what was committed to the disk. Safe for use by
 * several threads; {@link #compact} and {@link #close} must run alone.
 */
final class H2File implements ConnectionProvider, AutoCloseable {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(H2File.class);

    private static final int MAX_IDLE = 4;
    /** Bytes; a smaller file is not worth a rewrite. */
    static final long WORTH_A_REWRITE = 1024 * 1024;

    private final transient FileProtection folder;
    private final transient H2Connector connector;
    private final transient FileRewrite rewrite;
    private final transient Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private transient @Nullable Connection keeper;

    /** Takes ownership of the key: it is wiped when the file is closed. */
    H2File(FileProtection folder, Path file, @Nullable Secret key) {
        this.folder = folder;
        this.connector = new H2Connector(file, key);
        this.rewrite = new FileRewrite(folder, connector);
    }

    /**
     * Fails unless H2 loads no class that a planted trigger or alias names, and Java deserialises no object from a file
     * (S46). Both depend on system properties that have to be set before the classes are loaded, which only the launcher
     * can do.
     */
    static void requireClosedClassList() throws ProblemException {
        if (!ClosedSerialisation.isOn()) {
            throw ProblemException.of(ProblemCode.UNSAFE_JVM_SWITCH, "jdk.serialFilter");
        }
        boolean refused;
        try {
            JdbcUtils.loadUserClass("java.lang.System");
            refused = false;
        } catch (DbException accessDenied) {
            refused = true;
        }
        if (!refused) {
            throw ProblemException.of(ProblemCode.UNSAFE_JVM_SWITCH, "h2.allowedClasses");
        }
    }

    Path file() {
        return connector.file();
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
     * it, is rewritten too. In a folder that is only read none of this is done.
     */
    void open() throws ProblemException {
        reopen();
        if (folder.isReadOnly()) {
            return;
        }
        if (rewrite.isAnnounced()) {
            LOG.info("rewriting {}: it was announced and not done", file().getFileName());
            finishRewrite(this::compact);
        } else if (isMostlyDead()) {
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
            return size > WORTH_A_REWRITE && keeper != null && ListedChunks.live(pages(keeper)) < size / 2;
        } catch (SQLException | IOException | MVStoreException failure) {
            throw StoreProblems.of(file(), failure);
        }
    }

    /** The database below H2's SQL. */
    private static MVStore pages(Connection connection) throws SQLException {
        return ((SessionLocal) connection.unwrap(JdbcConnection.class).getSession()).getDatabase().getStore()
                .getMvStore();
    }

    /**
     * Finishes the rewrite; a disk that cannot be written to must not keep the owner from reading, and the next opening
     * tries again.
     */
    private void finishRewrite(FileProtection.Writing rewriting) throws ProblemException {
        if (unlessRefused(file().getFileName() + " without what is not in use", rewriting).isPresent()
                && keeper == null) {
            reopen();
        }
    }

    private void reopen() throws ProblemException {
        folder.dropLeftovers(file());
        makePrivate();
        try {
            keeper = connect();
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

    @Override
    public Connection getConnection() throws SQLException {
        for (Connection next = idle.poll(); next != null; next = idle.poll()) {
            if (next.isValid(0)) {
                return next;
            }
        }
        return connect();
    }

    private Connection connect() throws SQLException {
        return connector.connect(folder.isReadOnly() ? H2Connector.READ_ONLY : H2Connector.APPEND_ONLY);
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        if (idle.size() < MAX_IDLE && !connection.isClosed()) {
            idle.push(connection);
        } else {
            connection.close();
        }
    }

    /**
     * Forces every commit to the disk, so that it survives a power cut. H2 writes on threads of its own, and
     * {@code CHECKPOINT SYNC} does not wait for a write under way when nothing newer is unsaved. So this waits for the
     * threads and then syncs the file.
     */
    void checkpoint() throws ProblemException {
        demandWritable();
        try {
            Connection connection = getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
                MVStore store = pages(connection);
                store.executeFilestoreOperation(store::sync);
            } finally {
                closeConnection(connection);
            }
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
            Connection open = getConnection();
            try {
                return ConnectionEntries.of(open, user, connection, progress);
            } finally {
                closeConnection(open);
            }
        } catch (SQLException failure) {
            throw StoreProblems.of(file(), failure);
        }
    }

    private void compact(PackedFile.Choice choice) throws ProblemException {
        demandWritable();
        try {
            dropConnections();
        } catch (SQLException failure) {
            throw StoreProblems.of(file(), failure);
        }
        try {
            rewrite.run(choice);
        } finally {
            // also after a failure such as a full disk: the file is as it was
            reopen();
        }
    }

    /** Copies the file as it is to another name, durably. No connection may be in use. */
    void copyTo(Path target) throws ProblemException {
        demandWritable();
        try {
            dropConnections();
            folder.copy(file(), target);
            try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        } catch (SQLException | IOException failure) {
            throw StoreProblems.of(file(), failure);
        } finally {
            reopen();
        }
    }

    /** Moves the file away, makes a new one with the tables of these migrations, and opens it. No connection may be in use. */
    void replace(Move move, Migrations migrations) throws ProblemException {
        demandWritable();
        try {
            dropConnections();
        } catch (SQLException broken) {
            LOG.info("{} did not close cleanly: error {}", file().getFileName(), broken.getErrorCode());
        }
        try {
            move.away();
            new FileMigration(folder, file(), connector.key(), migrations).begin();
        } finally {
            // also after a failure: the old file, damaged as it is
            reopen();
        }
    }

    /** Moves the closed file to another name. */
    @FunctionalInterface
    interface Move {
        void away() throws ProblemException;
    }

    private void dropConnections() throws SQLException {
        for (Connection next = idle.poll(); next != null; next = idle.poll()) {
            next.close();
        }
        if (keeper != null) {
            keeper.close();
            keeper = null;
        }
    }

    /** Closes the database and wipes the key. */
    @Override
    public void close() {
        try {
            dropConnections();
        } catch (SQLException failure) {
            LOG.warn("store not closed cleanly: error {}", failure.getErrorCode());
        } finally {
            connector.wipe();
        }
    }

    @Override
    public boolean supportsAggressiveRelease() {
        return false;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return type.isInstance(this);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(this);
    }
}
