package app.loupe.store;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.h2.Driver;
import org.h2.message.DbException;
import org.h2.util.JdbcUtils;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens one H2 file with the flags that keep what was promised, lends its connections to Hibernate, and holds the only
 * two native statements of Loupe: flush and rewrite. The file key goes in as a char array, never into a URL. Safe for
 * use by several threads; {@link #compact} and {@link #close} must run alone.
 */
final class H2File implements ConnectionProvider, AutoCloseable {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(H2File.class);

    /** Commits reach the system at once; nothing shared, no trace file beside the store, closed by us alone. */
    private static final String SETTINGS = ";WRITE_DELAY=0;CACHE_SIZE=131072;DB_CLOSE_ON_EXIT=FALSE"
            + ";TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=20000";
    private static final String USER = "LOUPE";
    private static final char[] HEX = "0123456789abcdef".toCharArray();
    private static final int MAX_IDLE = 4;

    private final transient DataFolder folder;
    private final transient Path file;
    private final transient @Nullable Secret key;
    private final transient Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private transient @Nullable Connection keeper;

    /** Takes ownership of the key: it is wiped when the file is closed. */
    H2File(DataFolder folder, Path file, @Nullable Secret key) {
        this.folder = folder;
        this.file = file;
        this.key = key;
    }

    /**
     * Refuses to go on unless H2 really loads no class that a planted trigger or alias names (S46): the system property
     * has to be set before H2's classes are loaded, which only the launcher can do.
     */
    static void requireClosedClassList() throws ProblemException {
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

    /** The file key as H2 wants it: hexadecimal digits; the caller wipes the array. */
    static char[] hex(Secret key) {
        byte[] bytes = key.bytes();
        char[] digits = new char[bytes.length * 2];
        for (int i = 0; i < bytes.length; i++) {
            digits[2 * i] = HEX[(bytes[i] >> 4) & 0xf];
            digits[2 * i + 1] = HEX[bytes[i] & 0xf];
        }
        return digits;
    }

    Path file() {
        return file;
    }

    /** Opens the database, making the file when there is none, and closes the file to everybody else. */
    void open() throws ProblemException {
        try {
            keeper = connect();
        } catch (SQLException failure) {
            throw StoreProblems.of(file, failure);
        }
        folder.protectFiles();
    }

    private Connection connect() throws SQLException {
        String name = file.toString();
        String url = "jdbc:h2:file:" + name.substring(0, name.length() - DataFolder.STORE_SUFFIX.length())
                + (key == null ? "" : ";CIPHER=AES") + SETTINGS;
        char[] password = password();
        try {
            var properties = new Properties();
            properties.put("user", USER);
            properties.put("password", password);
            Connection connection = new Driver().connect(url, properties);
            if (connection == null) {
                throw new SQLException("H2 does not know its own URL");
            }
            return connection;
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** H2 reads "file password, space, user password"; the user password is empty. */
    private char[] password() {
        if (key == null) {
            return new char[0];
        }
        char[] digits = hex(key);
        char[] password = Arrays.copyOf(digits, digits.length + 1);
        password[digits.length] = ' ';
        Arrays.fill(digits, '\0');
        return password;
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

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        if (idle.size() < MAX_IDLE && !connection.isClosed()) {
            idle.push(connection);
        } else {
            connection.close();
        }
    }

    /** Forces every commit to the disk itself: survives a power cut. */
    void checkpoint() throws ProblemException {
        try {
            Connection connection = getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            } finally {
                closeConnection(connection);
            }
        } catch (SQLException failure) {
            throw StoreProblems.of(file, failure);
        }
    }

    /** Writes the file anew, without anything that was deleted, and opens it again. No connection may be in use. */
    void compact() throws ProblemException {
        try {
            Connection connection = getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN COMPACT");
            } finally {
                connection.close();
            }
            dropConnections();
            keeper = connect();
        } catch (SQLException failure) {
            throw StoreProblems.of(file, failure);
        }
        folder.protectFiles();
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
            if (key != null) {
                key.close();
            }
        }
    }

    /** Whether a file of this name is there. */
    boolean exists() {
        return Files.exists(file);
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
