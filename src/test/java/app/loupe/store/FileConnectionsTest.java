package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connections to one file: lent, kept, and closed. */
class FileConnectionsTest {
    @TempDir
    private Path folder;

    private Path path;
    private FileConnections connections;

    @BeforeEach
    void open() throws SQLException {
        path = folder.resolve("x.mv.db");
        connections = new FileConnections(new H2Connector(path, null), H2Connector.APPEND_ONLY);
        connections.open();
    }

    @AfterEach
    void close() throws SQLException {
        connections.close();
    }

    @Test
    void whatIsGivenBackIsLentAgain() throws SQLException {
        Connection first = connections.getConnection();
        connections.closeConnection(first);

        try (Connection next = connections.getConnection()) {
            assertThat(next).isSameAs(first);
        }
    }

    @Test
    void whatIsClosedIsNotLentAgain() throws SQLException {
        Connection first = connections.getConnection();
        connections.closeConnection(first);
        first.close();

        try (Connection next = connections.getConnection()) {
            assertThat(next).isNotSameAs(first);
        }
    }

    @Test
    void closedItLetsGoOfTheFileAndOpensAgain() throws Exception {
        connections.closeConnection(connections.getConnection());
        assertThat(isHeld()).isTrue();

        connections.close();

        assertThat(connections.isOpen()).isFalse();
        assertThat(isHeld()).isFalse();
        connections.open();
        assertThat(isHeld()).isTrue();
    }

    @Test
    void oneThatDoesNotCloseKeepsNoOtherOpen() throws Exception {
        Connection first = connections.getConnection();
        Connection second = connections.getConnection();
        Connection third = connections.getConnection();
        connections.closeConnection(first);
        connections.closeConnection(failing(second, "second"));
        connections.closeConnection(failing(third, "third"));

        assertThatThrownBy(() -> connections.close()).hasMessage("third")
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).singleElement()
                        .satisfies(next -> assertThat(next).hasMessage("second")));

        assertThat(connections.isOpen()).isFalse();
        assertThat(isHeld()).isFalse();
    }

    /** Closes the connection, and says that it did not. */
    private static Connection failing(Connection connection, String message) {
        return (Connection) Proxy.newProxyInstance(FileConnectionsTest.class.getClassLoader(),
                new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Object result = method.invoke(connection, arguments);
                    if (method.getName().equals("close")) {
                        throw new SQLException(message);
                    }
                    return result;
                });
    }

    private boolean isHeld() throws Exception {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException heldHere) {
            return true;
        }
    }
}
