package app.loupe.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * The connections to one H2 file: one holds the database open, the others are lent, to Hibernate too, and kept for whoever
 * comes next. Safe for use by several threads; {@link #open} and {@link #close} must run alone, and may come again after
 * each other.
 */
final class FileConnections implements AutoCloseable {
    private static final int MAX_IDLE = 4;

    private final H2Connector connector;
    private final String growth;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private @Nullable Connection keeper;

    /** @param growth how the file may change: {@link H2Connector#APPEND_ONLY} or {@link H2Connector#READ_ONLY} */
    FileConnections(H2Connector connector, String growth) {
        this.connector = connector;
        this.growth = growth;
    }

    /** Opens the database, making it when there is no file. */
    void open() throws SQLException {
        keeper = connect();
    }

    boolean isOpen() {
        return keeper != null;
    }

    private Connection connect() throws SQLException {
        return connector.connect(growth);
    }

    /** Lends one, which {@link #closeConnection} takes back. */
    Connection getConnection() throws SQLException {
        for (Connection next = idle.poll(); next != null; next = idle.poll()) {
            if (next.isValid(0)) {
                return next;
            }
        }
        return connect();
    }

    void closeConnection(Connection connection) throws SQLException {
        if (idle.size() < MAX_IDLE && !connection.isClosed()) {
            idle.push(connection);
        } else {
            connection.close();
        }
    }

    /** Bytes of the open database that are in use; also throws {@link org.h2.mvstore.MVStoreException}. */
    long live() throws SQLException {
        Connection connection = getConnection();
        try {
            return ListedChunks.live(pages(connection));
        } finally {
            closeConnection(connection);
        }
    }

    /**
     * Forces every commit to the disk, so that it survives a power cut. H2 writes on threads of its own, and
     * {@code CHECKPOINT SYNC} does not wait for a write under way when nothing newer is unsaved. So this waits for the
     * threads and then syncs the file; also throws {@link org.h2.mvstore.MVStoreException}.
     */
    void sync() throws SQLException {
        Connection connection = getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
            MVStore store = pages(connection);
            store.executeFilestoreOperation(store::sync);
        } finally {
            closeConnection(connection);
        }
    }

    /** The database below H2's SQL. */
    private static MVStore pages(Connection connection) throws SQLException {
        return ((SessionLocal) connection.unwrap(JdbcConnection.class).getSession()).getDatabase().getStore()
                .getMvStore();
    }

    /**
     * Closes all that are not lent, each in any case, so that H2 lets go of the file; throws what the first of them threw, with the
     * others suppressed in it.
     */
    @Override
    public void close() throws SQLException {
        List<Connection> closing = new ArrayList<>();
        for (Connection next = idle.poll(); next != null; next = idle.poll()) {
            closing.add(next);
        }
        Connection last = keeper;
        if (last != null) {
            closing.add(last);
            keeper = null;
        }
        SQLException first = null;
        for (Connection one : closing) {
            try {
                one.close();
            } catch (SQLException failure) {
                if (first == null) {
                    first = failure;
                } else if (!failure.equals(first)) {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
